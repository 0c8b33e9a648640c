// The keys of an org: who has one, who made it, what became of it. For routes/keys and `scrim keys`.
// Every change is in the audit log of the same transaction. Only createKey and regenerateKey give out a secret.

import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import { insertApiKey, isInForce, type KeyOwner, type NewKey } from './apiKeys.ts';
import { recordAudit } from './auditLog.ts';
import type { Db } from './database.ts';
import { apiKeys, type KeyRow, orgs } from './schema.ts';

/** Who changes keys, in which request and when. */
export interface KeyActor {
  readonly orgId: string;
  /** `localKeyId` for a command that works on the database itself. */
  readonly keyId: string;
  readonly email: string;
  readonly requestId: string;
  readonly at: Date;
}

/** In force at once. Far more people than any org lets at its masking settings. */
const maxKeys = 1_000;

/** @throws {ApiError} 400 when the org has as many keys as anybody may have */
export async function createKey(
  db: Db,
  actor: KeyActor,
  owner: Omit<KeyOwner, 'orgId'> & { readonly expiresAt?: Date | undefined },
): Promise<NewKey> {
  return await db.transaction(async (tx) => {
    const { orgId, at, email: by } = actor;
    await lockOrg(tx, orgId);
    const inForce = await keysInForce(tx, orgId, at);
    if (inForce.length >= maxKeys)
      throw new ApiError(400, 'too_many_keys', `An org may have ${maxKeys} keys in force.`);
    const made = await insertApiKey(tx, { ...owner, orgId }, { at, by, expiresAt: owner.expiresAt });
    const expires = owner.expiresAt ? { expires_at: owner.expiresAt.toISOString() } : {};
    await audit(tx, actor, 'key.created', made.id, { for: owner.email, role: owner.role, ...expires });
    return made;
  });
}

/** Keys after the one with this sequence number, in the order they were made; dead ones too. */
export async function listKeys(
  db: Db,
  orgId: string,
  window: { readonly after: number; readonly limit: number },
): Promise<readonly KeyRow[]> {
  return await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.orgId, orgId), gt(apiKeys.seq, window.after)))
    .orderBy(asc(apiKeys.seq))
    .limit(window.limit);
}

/**
 * From the moment this returns the key is refused on every instance, and no change made with it can still be
 * saved (recordAudit looks again).
 *
 * @throws {ApiError} 404 when no such key is in force, 409 when it is the org's last Admin key
 */
export async function revokeKey(db: Db, actor: KeyActor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOrg(tx, actor.orgId);
    const row = await takeKey(tx, actor, id);
    const admins = (await keysInForce(tx, actor.orgId, actor.at)).filter(({ role }) => role === 'ADMIN');
    if (row.role === 'ADMIN' && admins.length === 1) {
      const message =
        'This is the last Admin key of the org. Create another one first, or regenerate this one.';
      throw new ApiError(409, 'last_admin_key', message);
    }
    // Before the key is dead: it may be the one that asks.
    await audit(tx, actor, 'key.revoked', id, { of: row.email, role: row.role });
    await tx.update(apiKeys).set({ revokedAt: actor.at, revokedBy: actor.email }).where(eq(apiKeys.id, id));
  });
}

/**
 * A new key for the same person and role; the old one is dead at the same moment.
 *
 * @throws {ApiError} 404 when no such key is in force
 */
export async function regenerateKey(db: Db, actor: KeyActor, id: string): Promise<NewKey> {
  return await db.transaction(async (tx) => {
    const { orgId, at, email: by } = actor;
    await lockOrg(tx, orgId);
    const row = await takeKey(tx, actor, id);
    const { email, role } = row;
    const made = await insertApiKey(
      tx,
      { orgId, email, role },
      { at, by, expiresAt: row.expiresAt ?? undefined },
    );
    await audit(tx, actor, 'key.regenerated', id, { of: email, role, new_key: made.id });
    const ended = { revokedAt: at, revokedBy: by, replacedBy: made.id };
    await tx.update(apiKeys).set(ended).where(eq(apiKeys.id, id));
    return made;
  });
}

/** Two who change the keys of one org take turns: each counts what the other left. */
async function lockOrg(tx: Db, orgId: string): Promise<void> {
  await tx.select({ id: orgs.id }).from(orgs).where(eq(orgs.id, orgId)).for('no key update');
}

async function keysInForce(tx: Db, orgId: string, at: Date): Promise<readonly KeyRow[]> {
  const rows = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.orgId, orgId), isNull(apiKeys.revokedAt)));
  return rows.filter((row) => isInForce(row, at));
}

async function takeKey(tx: Db, actor: KeyActor, id: string): Promise<KeyRow> {
  const [row] = await tx.select().from(apiKeys).where(ofOrg(actor.orgId, id));
  if (!row || !isInForce(row, actor.at)) throw new ApiError(404, 'not_found', 'No such key is in force.');
  return row;
}

async function audit(
  tx: Db,
  actor: KeyActor,
  action: string,
  target: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await recordAudit(tx, { ...actor, action, target, detail });
}

function ofOrg(orgId: string, id: string) {
  return and(eq(apiKeys.orgId, orgId), eq(apiKeys.id, id));
}
