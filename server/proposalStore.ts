// Proposals in the database: changes that wait for a second person. Nothing of one is in force before it is approved,
// and then all of it at once, on exactly the states it was made for.

import { createHash } from 'node:crypto';
import { and, count, desc, eq, lt } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import { recordAudit } from './auditLog.ts';
import type { Db } from './database.ts';
import { type Author, lockOrg, type OrgWrite } from './orgWrite.ts';
import { checkProposal, type ProposalBody } from './proposalBody.ts';
import { type ProposalRow, proposals, type StoredPolicyChange } from './schema.ts';
import { storedChange } from './storedChange.ts';

/** Waiting at once. More than anybody decides on. */
const maxOpen = 1_000;

export interface NewProposal {
  /** UUID v4 of the client's: the same one again finds the first. */
  readonly key: string;
  readonly bodyText: string;
  readonly body: ProposalBody;
  readonly newId: () => string;
}

/**
 * Keeps a proposal. Asked again with the same key it gives the one of the first time, whatever became of it.
 *
 * @throws {ApiError} 409 when the key came with another body; 404, 412, 428 or 403 when a change could not be applied
 *   even now
 */
export async function submitProposal(db: Db, author: Author, made: NewProposal): Promise<ProposalRow> {
  const { key, body } = made;
  checkProposal(body);
  return await db.transaction(async (tx) => {
    const write = await lockOrg(tx, author);
    const { org, caller, at } = write;
    const requestHash = createHash('sha256').update(made.bodyText).digest('hex');
    const before = await findByKey(tx, org.id, key);
    if (before) return sameAs(before, requestHash, caller.email);
    await checkRoom(tx, org.id);
    if (body.policy !== null && caller.role !== 'ADMIN') {
      throw new ApiError(403, 'insufficient_key_level', 'Only a key of level Admin proposes another policy.');
    }
    const changes = [];
    for (const change of body.changes) changes.push(await storedChange(write, change, made.newId));
    const [row] = await tx
      .insert(proposals)
      .values({
        id: made.newId(),
        orgId: org.id,
        key,
        requestHash,
        state: 'open',
        title: body.title,
        description: body.description,
        changes,
        policy: policyChange(write, body),
        openedAt: at,
        openedBy: caller.email,
        openedKeyId: caller.keyId,
      })
      .returning();
    if (!row) throw new Error('The inserted proposal did not come back.');
    await tellAudit(write, row, 'proposal.opened');
    return row;
  });
}

function policyChange({ org }: OrgWrite, { policy }: ProposalBody): StoredPolicyChange | null {
  if (policy === null) return null;
  const { approval, requires_revision: requiresRevision } = policy;
  return {
    baseRevision: org.policyRevision,
    ...(approval === undefined ? {} : { approval }),
    ...(requiresRevision === undefined ? {} : { requiresRevision }),
  };
}

function sameAs(before: ProposalRow, requestHash: string, email: string): ProposalRow {
  if (before.requestHash === requestHash && isSamePerson(before.openedBy, email)) return before;
  throw new ApiError(409, 'idempotency_key_reused', 'This Idempotency-Key was used for another proposal.');
}

async function checkRoom(tx: Db, orgId: string): Promise<void> {
  const open = and(eq(proposals.orgId, orgId), eq(proposals.state, 'open'));
  const [row] = await tx.select({ total: count() }).from(proposals).where(open);
  if ((row?.total ?? 0) < maxOpen) return;
  throw new ApiError(400, 'too_many_proposals', `An org may have ${maxOpen} open proposals.`);
}

/** By e-mail, not by key: one person may have several keys. */
export function isSamePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

export interface ProposalFilter {
  readonly state?: ProposalRow['state'] | undefined;
  /** Older than this one only, by its number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listProposals(
  db: Db,
  orgId: string,
  { state, before, limit }: ProposalFilter,
): Promise<readonly ProposalRow[]> {
  const inState = state === undefined ? undefined : eq(proposals.state, state);
  const older = before === undefined ? undefined : lt(proposals.seq, before);
  return await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.orgId, orgId), inState, older))
    .orderBy(desc(proposals.seq))
    .limit(limit);
}

export async function findByKey(db: Db, orgId: string, key: string): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.orgId, orgId), eq(proposals.key, key)));
  return row;
}

/** @throws {ApiError} 404, for another org's proposal too */
export async function findProposal(db: Db, orgId: string, id: string): Promise<ProposalRow> {
  const [row] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.orgId, orgId), eq(proposals.id, id)));
  if (!row) throw new ApiError(404, 'not_found', 'No such proposal.');
  return row;
}

/** What happened to a proposal, in numbers: its words and selectors stay where they are. */
export async function tellAudit(
  write: OrgWrite,
  { id, changes, policy }: ProposalRow,
  action: 'proposal.opened' | 'proposal.approved' | 'proposal.declined' | 'proposal.withdrawn',
): Promise<void> {
  const { tx, org, caller, requestId, at } = write;
  const detail = { changes: changes.length, policy: policy !== null };
  const moved = action === 'proposal.approved' && changes.length > 0;
  await recordAudit(tx, {
    orgId: org.id,
    keyId: caller.keyId,
    email: caller.email,
    action,
    target: id,
    requestId,
    at,
    detail: moved ? { ...detail, from: org.rulesRevision, to: write.orgRevision } : detail,
  });
}
