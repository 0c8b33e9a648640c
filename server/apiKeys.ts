// The secrets of API keys: made once, shown once, stored as a hash. For authenticate, keyStore and seedOrg.
// A key must never reach a log, an error or a table.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { apiKeys, type KeyRow } from './schema.ts';

/** USER is what FullStory's settings page calls Standard, and Scrim a viewer. */
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

export interface KeyMaking {
  readonly at: Date;
  /** E-mail of who makes it. */
  readonly by: string;
  readonly expiresAt?: Date | undefined;
}

const keyPattern = /^scrim\.([0-9a-f]{16})\.[\w-]{43}$/;

/** How exact `lastUsedAt` is: a write for every request would cost more than most requests. */
const lastUsedMs = 60_000;

const nobodysHash = Buffer.alloc(32);

export async function insertApiKey(db: Db, owner: KeyOwner, making: KeyMaking): Promise<NewKey> {
  const id = randomBytes(8).toString('hex');
  // 256 random bits: too many to try, so one round of SHA-256 is enough to store it by.
  const key = `scrim.${id}.${randomBytes(32).toString('base64url')}`;
  const { at: createdAt, by: createdBy, expiresAt = null } = making;
  const { orgId, email, role } = owner;
  const keyHash = hashOf(key).toString('hex');
  await db.insert(apiKeys).values({ id, orgId, email, role, keyHash, createdAt, createdBy, expiresAt });
  return { id, key, role, email };
}

/**
 * Whose key this is; undefined for anything that is not a key in force. Asks the database each time: a key that
 * was revoked on another instance is dead here too.
 */
export async function ownerOfKey(
  db: Db,
  key: string,
  at: Date,
): Promise<(KeyOwner & { readonly keyId: string }) | undefined> {
  const id = keyPattern.exec(key)?.[1];
  if (id === undefined) return undefined;
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  // The part before the last dot only finds the row; the secret is compared in constant time. A key that is not
  // there, or no longer in force, costs the same work as one that is.
  const stored = row ? Buffer.from(row.keyHash, 'hex') : nobodysHash;
  const isSame = timingSafeEqual(hashOf(key), stored);
  if (!row || !isSame || !isInForce(row, at)) return undefined;
  if (row.lastUsedAt === null || at.getTime() - row.lastUsedAt.getTime() >= lastUsedMs) {
    await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
  }
  return { keyId: row.id, orgId: row.orgId, email: row.email, role: row.role };
}

export function isInForce(row: Pick<KeyRow, 'revokedAt' | 'expiresAt'>, at: Date): boolean {
  return row.revokedAt === null && (row.expiresAt === null || row.expiresAt.getTime() > at.getTime());
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
