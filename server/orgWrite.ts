// One change of an org's settings while it is made. For the stores and for routes that write.
// Whoever writes goes through here: the org's row is locked, so writers of one org take turns, on every instance.

import { eq } from 'drizzle-orm';
import type { Caller } from './appEnv.ts';
import type { Db } from './database.ts';
import { type OrgRow, orgs } from './schema.ts';

/** Who asks for a change, and in which request. */
export interface Author {
  readonly caller: Caller;
  readonly requestId: string;
  readonly now: Date;
}

export interface OrgWrite {
  readonly tx: Db;
  /** As it was before. */
  readonly org: OrgRow;
  readonly caller: Caller;
  readonly requestId: string;
  /** Later than every change of this org before, even if the clock was put back. */
  readonly at: Date;
  /** Of the whole list, once this is done. */
  readonly orgRevision: number;
  /** A second person let it through by this proposal. */
  readonly proposalId?: string;
}

/** Takes the org's row until the transaction ends. */
export async function lockOrg(tx: Db, author: Author): Promise<OrgWrite> {
  const { caller, requestId, now } = author;
  const [org] = await tx.select().from(orgs).where(eq(orgs.id, caller.orgId)).for('no key update');
  if (!org) throw new Error('A key without an org.');
  const at = new Date(Math.max(now.getTime(), org.lastUpdated.getTime() + 1));
  return { tx, org, caller, requestId, at, orgRevision: org.rulesRevision + 1 };
}

/** Says that the org's rules are others now. At the end of every write of rules. */
export async function moveOrg(write: OrgWrite): Promise<void> {
  const { tx, org, caller, at, orgRevision } = write;
  await tx
    .update(orgs)
    .set({ rulesRevision: orgRevision, lastUpdated: at, lastUpdatedBy: caller.email })
    .where(eq(orgs.id, org.id));
}

/** A change of rules: all of it or nothing. */
export async function writeRules<T>(
  db: Db,
  author: Author,
  work: (write: OrgWrite) => Promise<T>,
): Promise<T> {
  return await db.transaction(async (tx) => {
    const write = await lockOrg(tx, author);
    const result = await work(write);
    await moveOrg(write);
    return result;
  });
}
