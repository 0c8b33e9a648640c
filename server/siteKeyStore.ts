import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordAudit } from './auditLog.ts';
import type { Db } from './database.ts';
import type { OrgWrite } from './orgWrite.ts';
import { type OrgRow, orgs } from './schema.ts';

const pattern = /^site\.[\w-]{32}$/;

/** Opens the export, or changes what it is read with: the key before is dead at once. */
export async function renewSiteKey(write: OrgWrite): Promise<string> {
  const siteKey = `site.${randomBytes(24).toString('base64url')}`;
  await setSiteKey(write, siteKey);
  return siteKey;
}

/** From now on nothing is exported. Where nothing was, there is nothing to tell the audit log. */
export async function removeSiteKey(write: OrgWrite): Promise<void> {
  if (write.org.siteKey !== null) await setSiteKey(write, null);
}

async function setSiteKey(write: OrgWrite, siteKey: string | null): Promise<void> {
  const { tx, org, caller, requestId, at } = write;
  await tx.update(orgs).set({ siteKey }).where(eq(orgs.id, org.id));
  await recordAudit(tx, {
    orgId: org.id,
    keyId: caller.keyId,
    email: caller.email,
    action: siteKey === null ? 'export.closed' : 'export.opened',
    target: org.id,
    requestId,
    at,
    detail: { replaced: org.siteKey !== null },
  });
}

/** The org that a site key is of; undefined for anything that is not one in use. */
export async function orgOfSiteKey(db: Db, siteKey: string): Promise<OrgRow | undefined> {
  if (!pattern.test(siteKey)) return undefined;
  const [org] = await db.select().from(orgs).where(eq(orgs.siteKey, siteKey));
  return org;
}
