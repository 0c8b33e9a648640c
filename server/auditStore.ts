// What is read of the audit log. For routes/audit and `scrim audit`. Nothing here writes.

import { and, asc, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { auditHash, firstPreviousHash } from './auditLog.ts';
import type { Db } from './database.ts';
import { type AuditRow, auditEntries } from './schema.ts';

/** Each one narrows; all undefined: everything. */
export interface AuditSearch {
  /** E-mail or key id. */
  readonly actor?: string | undefined;
  /** `key.revoked`, or `key.` for all that begin so. */
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  /** At or after. */
  readonly since?: Date | undefined;
  /** Before. */
  readonly until?: Date | undefined;
  /** Part of any text of the entry, in any case. */
  readonly q?: string | undefined;
}

/** Newest first, older than `before`. */
export async function listAudit(
  db: Db,
  orgId: string,
  search: AuditSearch,
  window: { readonly before: number; readonly limit: number },
): Promise<readonly AuditRow[]> {
  return await db
    .select()
    .from(auditEntries)
    .where(and(matching(orgId, search), lt(auditEntries.seq, window.before)))
    .orderBy(desc(auditEntries.seq))
    .limit(window.limit);
}

const batch = 500;

/** Oldest first, in batches: a long log is never in memory as a whole. */
export async function* readAudit(db: Db, orgId: string, search: AuditSearch): AsyncGenerator<AuditRow> {
  let after = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(and(matching(orgId, search), gt(auditEntries.seq, after)))
      .orderBy(asc(auditEntries.seq))
      .limit(batch);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.seq;
  }
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditVerdict {
  readonly entries: number;
  /** The last entry. Kept elsewhere, it shows later that nothing was cut off the end. */
  readonly head: AuditHead;
  /** The first entry that is missing or is not as it was written; undefined: all are. */
  readonly brokenAt?: number;
}

/** Makes every hash again. `kept`: a head from before, which must still be part of the log. */
export async function verifyAudit(db: Db, orgId: string, kept?: AuditHead): Promise<AuditVerdict> {
  let head: AuditHead = { seq: 0, hash: firstPreviousHash };
  for await (const row of readAudit(db, orgId, {})) {
    const isNext = row.seq === head.seq + 1 && row.previousHash === head.hash;
    const isKept = kept?.seq !== row.seq || kept.hash === row.hash;
    if (!isNext || !isKept || auditHash(row) !== row.hash) {
      return { entries: head.seq, head, brokenAt: head.seq + 1 };
    }
    head = { seq: row.seq, hash: row.hash };
  }
  const isCut = kept !== undefined && kept.seq > head.seq;
  return { entries: head.seq, head, ...(isCut ? { brokenAt: head.seq + 1 } : {}) };
}

function matching(orgId: string, search: AuditSearch): SQL | undefined {
  const { actor, action, target, since, until, q } = search;
  return and(
    eq(auditEntries.orgId, orgId),
    actor === undefined ? undefined : or(eq(auditEntries.email, actor), eq(auditEntries.keyId, actor)),
    action === undefined ? undefined : actionIs(action),
    target === undefined ? undefined : eq(auditEntries.target, target),
    since && gte(auditEntries.at, since),
    until && lt(auditEntries.at, until),
    q === undefined ? undefined : holds(q),
  );
}

function actionIs(action: string): SQL {
  if (!action.endsWith('.')) return eq(auditEntries.action, action);
  return sql`starts_with(${auditEntries.action}, ${action})`;
}

/** `position`, not LIKE: nothing in what is searched for has a meaning of its own. */
function holds(q: string): SQL {
  const { email, keyId, action, target, requestId, detail } = auditEntries;
  const texts = sql`concat_ws(' ', ${email}, ${keyId}, ${action}, ${target}, ${requestId}, ${detail})`;
  return sql`position(lower(${q}) IN lower(${texts})) > 0`;
}
