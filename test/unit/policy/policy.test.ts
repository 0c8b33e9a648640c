import { describe, expect, it } from 'vitest';
import { keyRefusal, pushRefusal, siteRefusal } from '../../../core/policy/checkPolicy.ts';
import type { PolicyState } from '../../../core/policy/orgPolicy.ts';
import { policyEntries, readPolicy } from '../../../core/policy/readPolicy.ts';
import { siteMatches } from '../../../core/policy/siteMatches.ts';
import { strictestApproval } from '../../../core/policy/strictestApproval.ts';
import type { PlannedChange, PushMode } from '../../../core/settings/pushPlan.ts';
import schema from '../../../public/managedSchema.json' with { type: 'json' };

const whole = {
  server: 'https://rules.acme.example',
  org: 'acme',
  recorder: 'fullstory',
  allowedSettingsOrigins: ['https://rules.acme.example', 'https://api.github.com', 'http://localhost:8787'],
  allowedSites: ['https://*.acme.example', 'https://acme.example', 'http://localhost:3000'],
  mayRememberKeys: false,
  directPushes: 'no-reveals',
  lockAfterMinutes: 30,
};

const problemsOf = (managed: unknown) => {
  const state = readPolicy(managed);
  return state.kind === 'broken' ? state.problems : state.kind;
};

describe('the policy of an organisation', () => {
  it('is none where nothing is said', () => {
    expect(readPolicy({})).toEqual({ kind: 'none' });
  });

  it('is read whole', () => {
    const { directPushes: _word, ...same } = whole;
    expect(readPolicy(whole)).toEqual({ kind: 'set', policy: { ...same, approval: 'reveals' }, unknown: [] });
  });

  it('names entries that this version does not know, and keeps the others in force', () => {
    const state = readPolicy({ mayRememberKeys: false, mayRemeberKeys: true, '': 1 });
    expect(state).toMatchObject({ kind: 'set', policy: { mayRememberKeys: false } });
    expect(state).toMatchObject({ unknown: ['mayRemeberKeys', ''] });
  });

  it.each([null, undefined, 'policy', 7, true, [], [whole]])('that is %j is broken, not none', (managed) => {
    expect(problemsOf(managed)).toEqual([{ entry: '', reason: 'unreadable' }]);
  });

  it.each([
    [{ mayRememberKeys: 'false' }, 'mayRememberKeys', 'wrong-type'],
    [{ mayRememberKeys: null }, 'mayRememberKeys', 'wrong-type'],
    [{ directPushes: 'none' }, 'directPushes', 'wrong-value'],
    [{ directPushes: 'OFF' }, 'directPushes', 'wrong-value'],
    [{ directPushes: false }, 'directPushes', 'wrong-type'],
    [{ directPushes: '__proto__' }, 'directPushes', 'wrong-value'],
    [{ recorder: 'constructor' }, 'recorder', 'wrong-value'],
    [{ recorder: 'unheard-of' }, 'recorder', 'wrong-value'],
    [{ server: 'http://rules.acme.example' }, 'server', 'wrong-value'],
    [{ server: 'https://rules.acme.example/' }, 'server', 'wrong-value'],
    [{ server: 'https://key@rules.acme.example' }, 'server', 'wrong-value'],
    [{ server: 'https://*.acme.example' }, 'server', 'wrong-value'],
    [{ server: 'javascript:alert(1)' }, 'server', 'wrong-value'],
    [{ allowedSettingsOrigins: 'https://rules.acme.example' }, 'allowedSettingsOrigins', 'wrong-type'],
    [{ allowedSettingsOrigins: [] }, 'allowedSettingsOrigins', 'wrong-value'],
    [{ allowedSettingsOrigins: ['https://a.example', 7] }, 'allowedSettingsOrigins', 'wrong-type'],
    [{ allowedSettingsOrigins: ['*'] }, 'allowedSettingsOrigins', 'wrong-value'],
    [{ allowedSites: ['https://*'] }, 'allowedSites', 'wrong-value'],
    [{ allowedSites: ['https://*.com'] }, 'allowedSites', 'wrong-value'],
    [{ allowedSites: ['*://acme.example'] }, 'allowedSites', 'wrong-value'],
    [{ allowedSites: ['https://acme.example/*'] }, 'allowedSites', 'wrong-value'],
    [{ allowedSites: ['https://a*.example'] }, 'allowedSites', 'wrong-value'],
    [
      { allowedSites: Array.from({ length: 501 }, () => 'https://acme.example') },
      'allowedSites',
      'wrong-value',
    ],
    [{ allowedSites: [`https://${'a'.repeat(400)}.example`] }, 'allowedSites', 'wrong-value'],
    [{ lockAfterMinutes: 0 }, 'lockAfterMinutes', 'wrong-value'],
    [{ lockAfterMinutes: 1.5 }, 'lockAfterMinutes', 'wrong-value'],
    [{ lockAfterMinutes: Number.POSITIVE_INFINITY }, 'lockAfterMinutes', 'wrong-value'],
    [{ lockAfterMinutes: '30' }, 'lockAfterMinutes', 'wrong-type'],
    [{ org: 'a b' }, 'org', 'wrong-value'],
    [{ server: 'https://a.example', allowedSettingsOrigins: ['https://b.example'] }, 'server', 'contradicts'],
  ])('%j is broken, and says where', (managed, entry, reason) => {
    expect(problemsOf(managed)).toEqual([{ entry, reason }]);
  });

  it('tells every problem, and is not saved by what is right in it', () => {
    expect(problemsOf({ ...whole, directPushes: 1, recorder: 2 })).toHaveLength(2);
  });

  it('has the entries that the schema in the manifest has', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...policyEntries].sort());
    // A word or a bound that the browser checked would be dropped there, and nobody would know.
    expect(JSON.stringify(schema)).not.toMatch(/enum|minimum|maximum|pattern|format/);
  });

  it('takes no entry from the prototype', () => {
    expect(readPolicy(JSON.parse('{"__proto__": {"mayRememberKeys": false}}'))).toMatchObject({
      kind: 'set',
      policy: { mayRememberKeys: true },
      unknown: ['__proto__'],
    });
  });
});

describe('a site of a policy', () => {
  it.each([
    ['https://acme.example', 'https://acme.example', true],
    ['https://*.acme.example', 'https://shop.acme.example', true],
    ['https://*.acme.example', 'https://a.b.acme.example', true],
    ['https://*.acme.example', 'https://acme.example', false],
    ['https://*.acme.example', 'https://evilacme.example', false],
    ['https://*.acme.example', 'https://acme.example.evil.example', false],
    ['https://acme.example', 'http://acme.example', false],
    ['https://acme.example', 'https://acme.example:8443', false],
    ['http://localhost:3000', 'http://localhost:3000', true],
    ['https://*.acme.example', 'https://*.acme.example', false],
    ['https://*.acme.example', 'null', false],
    ['https://*.acme.example', 'https://shop.acme.example/path', false],
    ['https://*.acme.example', 'https://evil.example/.acme.example', false],
    ['https://*.acme.example', 'https://evil.example#.acme.example', false],
    ['https://*.acme.example', 'https://a@shop.acme.example', false],
    ['nonsense', 'nonsense', false],
  ])('%s means %s: %s', (pattern, origin, means) => {
    expect(siteMatches(pattern, origin)).toBe(means);
  });
});

const set = readPolicy(whole);
const broken = readPolicy(null);
const none = readPolicy({});
const plan = (mode: PushMode, ...weakenings: readonly string[][]) => ({
  mode,
  planned: weakenings.map((names) => ({ weakenings: names }) as unknown as PlannedChange),
});
const withApproval = (directPushes: string): PolicyState => readPolicy({ directPushes });

describe('what a policy forbids', () => {
  it('nothing, where there is none', () => {
    expect(
      keyRefusal(none, { settingsOrigin: 'https://any.example', org: 'x', remembers: true }),
    ).toBeUndefined();
    expect(siteRefusal(none, undefined)).toBeUndefined();
    expect(pushRefusal(none, plan('live', ['deleted']))).toBeUndefined();
  });

  it('everything, where it is broken', () => {
    expect(keyRefusal(broken, {})).toBe('policy-broken');
    expect(siteRefusal(broken, 'https://acme.example')).toBe('policy-broken');
    expect(pushRefusal(broken, plan('preview'))).toBe('policy-broken');
  });

  it('other addresses, other orgs and keys that are kept', () => {
    const origin = 'https://rules.acme.example';
    expect(keyRefusal(set, { settingsOrigin: origin, org: 'acme', remembers: false })).toBeUndefined();
    expect(keyRefusal(set, { settingsOrigin: 'https://api.fullstory.com' })).toBe('policy-origin');
    expect(keyRefusal(set, { settingsOrigin: `${origin}.evil.example` })).toBe('policy-origin');
    expect(keyRefusal(set, { org: 'other' })).toBe('policy-org');
    expect(keyRefusal(set, { remembers: true })).toBe('policy-remember');
  });

  it('other sites, and a page that does not say where it is', () => {
    expect(siteRefusal(set, 'https://shop.acme.example')).toBeUndefined();
    expect(siteRefusal(set, 'https://bank.example')).toBe('policy-site');
    expect(siteRefusal(set, undefined)).toBe('policy-site');
    expect(siteRefusal(readPolicy({ mayRememberKeys: true }), undefined)).toBeUndefined();
  });

  it.each([
    ['allowed', plan('live', ['deleted']), undefined],
    ['no-reveals', plan('live', []), undefined],
    ['no-reveals', plan('preview', [], ['deleted']), 'approval-needed'],
    ['no-live', plan('preview', []), undefined],
    ['no-live', plan('withdraw', []), undefined],
    ['no-live', plan('preview', ['consent-added']), 'approval-needed'],
    ['no-live', plan('live', []), 'approval-needed'],
    ['no-live', plan('promote', []), 'approval-needed'],
    ['off', plan('preview', []), 'approval-needed'],
  ])('direct pushes %s: %j is %s', (word, asked, refusal) => {
    expect(pushRefusal(withApproval(word), asked)).toBe(refusal);
  });
});

describe('what has to be proposed', () => {
  it.each([
    ['allowed', undefined, 'none'],
    ['allowed', 'live', 'live'],
    ['no-reveals', undefined, 'reveals'],
    ['no-reveals', 'all', 'all'],
    ['no-live', 'reveals', 'live'],
    ['off', 'none', 'all'],
  ] as const)('is the stricter of the policy (%s) and the source (%s): %s', (word, own, both) => {
    expect(strictestApproval(withApproval(word), own)).toBe(both);
  });

  it('is what the source says where there is no policy', () => {
    expect(strictestApproval(none, 'reveals')).toBe('reveals');
  });
});
