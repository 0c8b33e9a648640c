import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type OrgRow, orgs } from './schema.ts';

/** The org of a key in force. */
export async function findOrg(db: Db, orgId: string): Promise<OrgRow> {
  const [org] = await db.select().from(orgs).where(eq(orgs.id, orgId));
  if (!org) throw new Error('A key without an org.');
  return org;
}
