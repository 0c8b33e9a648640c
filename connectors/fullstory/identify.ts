import type { SourceIdentity } from '../../core/settings/settingsSource.ts';
import { asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import type { Send } from './createSend.ts';
import { understand } from './understand.ts';

/** `GET /me` (fullstory.md e). Only an Admin key may write. @throws {SettingsError} */
export async function identify(send: Send): Promise<SourceIdentity> {
  const { json } = await send({ method: 'GET', path: '/me' });
  return understand(() => identityOf(json));
}

/** @throws {WireError} naming the path of what does not fit */
export function identityOf(json: unknown): SourceIdentity {
  const raw = asObject(json, '$');
  const role = isAbsent(raw.role) ? 'UNKNOWN' : asString(raw.role, '$.role');
  return {
    orgId: asString(raw.orgId, '$.orgId'),
    email: isAbsent(raw.email) ? '' : asString(raw.email, '$.email'),
    role,
    canWrite: role === 'ADMIN',
    ...(raw.api === 'scrim' ? { api: 'scrim' as const } : {}),
  };
}
