import * as v from 'valibot';
import { ApiError } from './apiError.ts';
import type { KeyRole } from './apiKeys.ts';
import { moment } from './moment.ts';
import type { KeyRow } from './schema.ts';

/** How people, `/v1` and the command call the roles that FullStory's API has other words for. */
export const keyRoles = { viewer: 'USER', architect: 'ARCHITECT', admin: 'ADMIN' } as const satisfies Record<
  string,
  KeyRole
>;

export type KeyRoleName = keyof typeof keyRoles;

export interface KeyRequest {
  readonly email: string;
  readonly role: KeyRole;
  readonly expiresAt?: Date;
}

/** No list of what an address may be: something, @, something, and nothing that turns a text round. */
const email = v.pipe(v.string(), v.maxLength(254), v.regex(/^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u));

export const keyBodySchema = v.strictObject({
  email,
  role: v.picklist(['viewer', 'architect', 'admin']),
  expires_at: v.nullish(moment),
});

/**
 * What a request for a key says.
 *
 * @throws {ApiError} 400 naming the entry, never its value
 */
export function parseKeyBody(body: unknown, now: Date): KeyRequest {
  const result = v.safeParse(keyBodySchema, body);
  if (!result.success) {
    const entry = v.getDotPath(result.issues[0]) ?? 'body';
    throw new ApiError(
      400,
      'invalid_request',
      `${entry.slice(0, 40)}: ${expected[entry] ?? 'is not known here'}`,
    );
  }
  const { role, expires_at: expires } = result.output;
  const owner = { email: result.output.email, role: keyRoles[role] };
  if (expires == null) return owner;
  const expiresAt = new Date(expires);
  if (!(expiresAt.getTime() > now.getTime()))
    throw new ApiError(400, 'invalid_request', 'expires_at: must be in the future');
  return { ...owner, expiresAt };
}

const expected: Readonly<Record<string, string>> = {
  body: 'must be an object',
  email: 'must be an e-mail address',
  role: 'must be viewer, architect or admin',
  expires_at: 'must be a time such as 2027-01-31T00:00:00Z',
};

export function roleName(role: KeyRole): KeyRoleName {
  const names: Record<KeyRole, KeyRoleName> = { USER: 'viewer', ARCHITECT: 'architect', ADMIN: 'admin' };
  return names[role];
}

/** A key as it is listed: never its hash. */
export function keyJson(row: KeyRow) {
  return {
    id: row.id,
    email: row.email,
    role: roleName(row.role),
    created_at: row.createdAt.toISOString(),
    created_by: row.createdBy,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    expires_at: row.expiresAt?.toISOString() ?? null,
    revoked_at: row.revokedAt?.toISOString() ?? null,
    revoked_by: row.revokedBy,
    replaced_by: row.replacedBy,
  };
}
