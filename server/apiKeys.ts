// API keys: made once, shown once, stored as a hash. For authenticate, seedOrg and who runs the server.
// A key must never reach a log, an error or a table.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Db } from './database.ts';
import { apiKeys } from './schema.ts';

/** USER is what FullStory's settings page calls Standard. */
export type KeyRole = 'USER' | 'ARCHITECT' | 'ADMIN';

export interface KeyOwner {
  readonly orgId: string;
  readonly email: string;
  readonly role: KeyRole;
}

export interface NewKey {
  readonly id: string;
  /** The only time it can be read. */
  readonly key: string;
  readonly role: KeyRole;
  readonly email: string;
}

const keyPattern = /^scrim\.([0-9a-f]{16})\.[\w-]{43}$/;

/** Adds a key to an org that exists. */
export async function addApiKey(database: Database, owner: KeyOwner, now: () => Date): Promise<NewKey> {
  return await insertApiKey(await database.open(), owner, now());
}

/** From now on the key is refused. @returns false when no such key was in force */
export async function revokeApiKey(database: Database, id: string, now: () => Date): Promise<boolean> {
  const db = await database.open();
  const revoked = await db
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}

export async function insertApiKey(db: Db, owner: KeyOwner, createdAt: Date): Promise<NewKey> {
  const id = randomBytes(8).toString('hex');
  // 256 random bits: too many to try, so one round of SHA-256 is enough to store it by.
  const key = `scrim.${id}.${randomBytes(32).toString('base64url')}`;
  await db.insert(apiKeys).values({ id, ...owner, keyHash: hashOf(key).toString('hex'), createdAt });
  return { id, key, role: owner.role, email: owner.email };
}

/** Whose key this is; undefined for anything that is not a key in force. */
export async function ownerOfKey(
  db: Db,
  key: string,
): Promise<(KeyOwner & { readonly keyId: string }) | undefined> {
  const id = keyPattern.exec(key)?.[1];
  if (id === undefined) return undefined;
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  if (!row || row.revokedAt !== null) return undefined;
  // The part before the last dot only finds the row; the secret is compared in constant time.
  if (!timingSafeEqual(hashOf(key), Buffer.from(row.keyHash, 'hex'))) return undefined;
  return { keyId: row.id, orgId: row.orgId, email: row.email, role: row.role };
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
