import { eq } from 'drizzle-orm';
import { readAudit, verifyAudit } from '../../server/auditStore.ts';
import { auditHeader, auditLine } from '../../server/auditText.ts';
import type { Db } from '../../server/database.ts';
import { orgs } from '../../server/schema.ts';
import { exitCodes } from '../exitCodes.ts';
import { KeyDeskError } from '../keyDesk.ts';
import { localDatabase } from '../localDatabase.ts';
import type { OperationContext } from '../operate.ts';
import type { AuditCommand } from '../parseOperation.ts';

/** `scrim audit`, on the database itself. @returns 1 when the log is not as it was written @throws {KeyDeskError} when there is no such org */
export async function audit(command: AuditCommand, context: OperationContext): Promise<number> {
  const { env, warn } = context;
  const database = localDatabase({
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: command.dataDir ?? (env.SCRIM_DATA_DIR || '.scrim/data'),
    create: false,
    warn,
  });
  try {
    const db = await database.open();
    await refuseUnknownOrg(db, command.org);
    return command.name === 'audit verify'
      ? await verify(db, command, context)
      : await exportAll(db, command, context);
  } finally {
    await database.close();
  }
}

/** No entry of an org that is not there is missing: that would be told as an intact log. */
async function refuseUnknownOrg(db: Db, org: string): Promise<void> {
  const [found] = await db.select({ id: orgs.id }).from(orgs).where(eq(orgs.id, org));
  if (!found) throw new KeyDeskError(`There is no org ${org} here.`);
}

async function verify(db: Db, { org, head: kept }: AuditCommand, context: OperationContext): Promise<number> {
  const { t, write, warn } = context;
  const { entries, head, brokenAt } = await verifyAudit(db, org, kept);
  if (brokenAt !== undefined) {
    warn(t('operate.audit-broken', { seq: brokenAt }));
    return exitCodes.refused;
  }
  write(`${head.seq}:${head.hash}\n`);
  warn(t('operate.audit-intact', { count: entries }));
  return exitCodes.ok;
}

async function exportAll(db: Db, { org, format }: AuditCommand, context: OperationContext): Promise<number> {
  context.write(auditHeader(format));
  for await (const row of readAudit(db, org, {})) context.write(auditLine(row, format));
  return exitCodes.ok;
}
