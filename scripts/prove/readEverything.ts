import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../server/database.ts';
import { type AuditRow, auditEntries, type ElementRuleRow, elementRules } from '../../server/schema.ts';

export interface Everything {
  readonly rules: readonly ElementRuleRow[];
  readonly audit: readonly AuditRow[];
}

/** What the database holds of an org, read past the server: its own lists are not what proves it right. */
export async function readEverything(db: Db, orgId: string): Promise<Everything> {
  return {
    rules: await db.select().from(elementRules).where(eq(elementRules.orgId, orgId)),
    audit: await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.orgId, orgId))
      .orderBy(asc(auditEntries.seq)),
  };
}
