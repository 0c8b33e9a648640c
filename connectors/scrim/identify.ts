import type { ApprovalNeeded, SourceIdentity } from '../../core/settings/settingsSource.ts';
import { asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import type { Send } from '../fullstory/createSend.ts';
import { identityOf } from '../fullstory/identify.ts';
import { understand } from '../fullstory/understand.ts';

const policies: ReadonlyMap<string, ApprovalNeeded> = new Map([
  ['none', 'none'],
  ['reveals', 'reveals'],
  ['live', 'live'],
  ['all', 'all'],
]);

/** `GET /me`, with what the org wants a second person to see. @throws {SettingsError} */
export async function identifyAtScrim(send: Send): Promise<SourceIdentity> {
  const { json } = await send({ method: 'GET', path: '/me' });
  return understand(() => {
    const raw = asObject(json, '$');
    const word = isAbsent(raw.approval) ? 'none' : asString(raw.approval, '$.approval');
    // A policy of a newer server: it may ask for anything, so everything is proposed.
    return { ...identityOf(json), approval: policies.get(word) ?? 'all' };
  });
}
