// The policy of an organisation, from the browser's managed storage. It may be anything: what is not understood to the
// letter is a broken policy, never a missing one.

import { profileById } from '../profiles/registry.ts';
import type { ApprovalNeeded } from '../settings/settingsSource.ts';
import type { OrgPolicy, PolicyProblem, PolicyState } from './orgPolicy.ts';
import { isSitePattern, siteMatches } from './siteMatches.ts';

/** Longer lists are not written by hand; a browser's policy holds a few hundred KB. */
const maxEntries = 500;
const maxText = 300;
const maxMinutes = 24 * 60;

/** Words of the policy. A schema in the browser would drop others silently, so that nobody would know. */
const approvals: ReadonlyMap<unknown, ApprovalNeeded> = new Map([
  ['allowed', 'none'],
  ['no-reveals', 'reveals'],
  ['no-live', 'live'],
  ['off', 'all'],
]);

type Reading = { readonly part: Partial<OrgPolicy> } | Pick<PolicyProblem, 'reason'>;
const wrongType: Reading = { reason: 'wrong-type' };
const wrongValue: Reading = { reason: 'wrong-value' };

const readers: ReadonlyMap<string, (value: unknown) => Reading> = new Map([
  ['server', (value) => textEntry(value, isSettingsOrigin, (server) => ({ server }))],
  [
    'org',
    (value) =>
      textEntry(
        value,
        (org) => /^[\w.@-]{1,100}$/.test(org),
        (org) => ({ org }),
      ),
  ],
  [
    'recorder',
    (value) =>
      textEntry(
        value,
        (id) => profileById(id) !== undefined,
        (recorder) => ({ recorder }),
      ),
  ],
  [
    'allowedSettingsOrigins',
    (value) => listEntry(value, isSettingsOrigin, (allowedSettingsOrigins) => ({ allowedSettingsOrigins })),
  ],
  ['allowedSites', (value) => listEntry(value, isSitePattern, (allowedSites) => ({ allowedSites }))],
  [
    'mayRememberKeys',
    (value) => (typeof value === 'boolean' ? { part: { mayRememberKeys: value } } : wrongType),
  ],
  ['directPushes', readApproval],
  ['lockAfterMinutes', readMinutes],
]);

/** Every entry there is, for the schema in the manifest to be held against. */
export const policyEntries: readonly string[] = [...readers.keys()];

/** @param managed all of the managed storage; null: it could not be read */
export function readPolicy(managed: unknown): PolicyState {
  if (typeof managed !== 'object' || managed === null || Array.isArray(managed)) {
    return { kind: 'broken', problems: [{ entry: '', reason: 'unreadable' }], unknown: [] };
  }
  const entries = Object.entries(managed);
  const known = entries.filter(([name]) => readers.has(name));
  const unknown = entries.map(([name]) => name.slice(0, maxText)).filter((name) => !readers.has(name));
  if (entries.length === 0) return { kind: 'none' };
  const problems: PolicyProblem[] = [];
  let policy: OrgPolicy = { mayRememberKeys: true, approval: 'none' };
  for (const [entry, value] of known) {
    const reading = readers.get(entry)?.(value) ?? wrongType;
    if ('part' in reading) policy = { ...policy, ...reading.part };
    else problems.push({ entry, reason: reading.reason });
  }
  problems.push(...contradictions(policy));
  return problems.length > 0 ? { kind: 'broken', problems, unknown } : { kind: 'set', policy, unknown };
}

function textEntry(
  value: unknown,
  isRight: (text: string) => boolean,
  part: (text: string) => Partial<OrgPolicy>,
): Reading {
  if (typeof value !== 'string') return wrongType;
  return value.length <= maxText && isRight(value) ? { part: part(value) } : wrongValue;
}

function listEntry(
  value: unknown,
  isRight: (text: string) => boolean,
  part: (texts: readonly string[]) => Partial<OrgPolicy>,
): Reading {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return wrongType;
  // An empty list would allow nothing, and is more likely a mistake.
  const isUsable = value.length > 0 && value.length <= maxEntries;
  return isUsable && value.every((one) => one.length <= maxText && isRight(one))
    ? { part: part(value) }
    : wrongValue;
}

function readApproval(value: unknown): Reading {
  if (typeof value !== 'string') return wrongType;
  const approval = approvals.get(value);
  return approval ? { part: { approval } } : wrongValue;
}

function readMinutes(value: unknown): Reading {
  if (typeof value !== 'number') return wrongType;
  return Number.isInteger(value) && value >= 1 && value <= maxMinutes
    ? { part: { lockAfterMinutes: value } }
    : wrongValue;
}

function contradictions({ server, allowedSettingsOrigins }: OrgPolicy): readonly PolicyProblem[] {
  const outside =
    server !== undefined && allowedSettingsOrigins !== undefined && !allowedSettingsOrigins.includes(server);
  return outside ? [{ entry: 'server', reason: 'contradicts' }] : [];
}

/** An origin a key may go to: https, or this computer; no path, nothing left open. */
function isSettingsOrigin(text: string): boolean {
  if (text.includes('*')) return false;
  const isLocal = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(text);
  return isLocal || (text.startsWith('https://') && siteMatches(text, text));
}
