// The audit log: who did what in an org, append-only. For everything that changes settings, keys or proposals.
// It must never hold a key, and is never written outside the transaction of what it tells about.

import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import { isInForce } from './apiKeys.ts';
import type { Db } from './database.ts';
import { type AuditRow, apiKeys, auditEntries, orgs } from './schema.ts';

export interface AuditEvent {
  readonly orgId: string;
  /** The API key's id; `localKeyId` for a command that works on the database itself. */
  readonly keyId: string;
  readonly email: string;
  /** `<subject>.<what happened>`, such as `rule.created` or `key.revoked`. */
  readonly action: string;
  /** Id of what it happened to. */
  readonly target: string;
  readonly requestId: string;
  readonly at: Date;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Stands for a key where somebody works on the database itself. */
export const localKeyId = 'local';

/** What the first entry of an org has as the hash before it. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * Adds an entry within the caller's transaction: it is there exactly when the change is. Entries of one org are
 * numbered without a gap, and each holds the hash of the one before it.
 *
 * The key is looked at again here: once a revocation is acknowledged, nothing that was begun with the key can
 * still be saved. Take the org's row before other rows, or call this last: it holds that row until the transaction
 * ends, and two that take rows in different orders wait for each other.
 *
 * @throws {ApiError} 401 when the key is no longer in force
 */
export async function recordAudit(tx: Db, event: AuditEvent): Promise<void> {
  const { orgId, keyId, email, action, target, requestId, at, detail = {} } = event;
  // Writers of one org take turns here, on every instance.
  await tx.select({ id: orgs.id }).from(orgs).where(eq(orgs.id, orgId)).for('no key update');
  if (keyId !== localKeyId) await refuseDeadKey(tx, keyId, at);
  const [last] = await tx
    .select({ seq: auditEntries.seq, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.orgId, orgId))
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  const entry = {
    orgId,
    seq: (last?.seq ?? 0) + 1,
    at,
    keyId,
    email,
    action,
    target,
    requestId,
    detail: JSON.stringify(detail),
    previousHash: last?.hash ?? firstPreviousHash,
  };
  await tx.insert(auditEntries).values({ ...entry, hash: auditHash(entry) });
}

async function refuseDeadKey(tx: Db, keyId: string, at: Date): Promise<void> {
  const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId));
  if (key && isInForce(key, at)) return;
  throw new ApiError(401, 'invalid_api_key', 'The API key was revoked meanwhile. Nothing was changed.', {
    'WWW-Authenticate': 'Basic',
  });
}

/** SHA-256, in hex, over every field of an entry and the hash before it. */
export function auditHash(entry: Omit<AuditRow, 'hash'>): string {
  const { orgId, seq, at, keyId, email, action, target, requestId, detail, previousHash } = entry;
  const fields = [
    orgId,
    seq,
    at.toISOString(),
    keyId,
    email,
    action,
    target,
    requestId,
    detail,
    previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
