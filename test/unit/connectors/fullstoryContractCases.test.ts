import { describe, expect, it } from 'vitest';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import type { RuleContent } from '../../../core/rules/rule.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { elementRuleExchanges as rules } from './contract/elementRuleExchanges.ts';
import { errorExchanges } from './contract/errorExchanges.ts';
import { type Exchange, idempotencyKey, ruleId } from './contract/exchange.ts';
import { recordingExchanges as recording } from './contract/recordingExchanges.ts';
import { replayExchanges, replayKey, replayOrigin } from './contract/replayExchanges.ts';

/** The connector, over these exchanges and no others. */
async function over<T>(
  exchanges: readonly Exchange[],
  ask: (source: SettingsSource) => Promise<T>,
): Promise<T> {
  const replay = replayExchanges(exchanges);
  const source = createFullstorySource({
    fetch: replay.fetch,
    baseUrl: replayOrigin,
    getKey: () => replayKey,
  });
  try {
    return await ask(source);
  } finally {
    replay.end();
  }
}

const content: RuleContent = {
  name: 'Mask Credit Card Fields',
  description: 'Masks all credit card input fields on the checkout page',
  selector: 'div.sensitive-data',
  exceptions: ['span.public-info'],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};
const rule = {
  ...content,
  id: ruleId,
  groupId: '0',
  editable: 'any',
  createdAt: '2026-09-01T10:00:00Z',
  updatedAt: '2026-09-02T11:30:00Z',
  updatedBy: 'user@example.com',
};
const changed = { at: '2021-06-03T14:57:32.623593Z', by: 'bob@example.com' };

describe('the connector and the published contract of element rules', () => {
  it('understands whose key it is, and what an org key leaves empty', async () => {
    const own = await over([rules.me], (source) => source.identify());
    expect(own).toEqual({
      orgId: 'o-ACME-na1',
      email: 'daniel@falko.example',
      role: 'ADMIN',
      canWrite: true,
    });
    const user = await over([rules['me of a Standard key']], (source) => source.identify());
    expect(user).toMatchObject({ role: 'USER', canWrite: false });
    const org = await over([rules['me of an org key']], (source) => source.identify());
    expect(org).toEqual({ orgId: 'ABC', email: '', role: 'UNKNOWN', canWrite: false });
  });

  it('reads one page, with whole numbers as numbers or as text', async () => {
    const set = await over([rules['list, the only page'], recording.privacy], (source) => source.read());
    expect(set.gaps).toEqual([]);
    expect(set.rules[0]).toEqual(rule);
    expect(set.rules[1]).toMatchObject({ groupId: '7', editable: 'description-only', exceptions: [] });
    expect(set).toMatchObject({
      privateByDefault: false,
      groups: [{ id: '12', template: 'form-privacy', scopeOverride: 'all' }],
    });
  });

  it('reads all pages, until the token is null', async () => {
    const pages = [
      rules['list, the first of two pages'],
      rules['list, the second of two pages'],
      recording.privacy,
    ];
    const set = await over(pages, (source) => source.read());
    expect(set.rules.map(({ id }) => id)).toEqual([ruleId, 'built-in-1']);
  });

  it('reads one rule, and tells when there is none', async () => {
    expect(await over([rules.get], (source) => source.readRule(ruleId))).toEqual(rule);
    expect(await over([rules['get what does not exist']], (source) => source.readRule(ruleId))).toBeNull();
  });

  it('creates with an idempotency key, again with the same one', async () => {
    const create = (source: SettingsSource) => source.create(content, idempotencyKey);
    expect(await over([rules.create], create)).toEqual(rule);
    expect(await over([rules['create the same again']], create)).toEqual(rule);
    const other = (source: SettingsSource) => source.create({ ...content, name: 'Other' }, idempotencyKey);
    await expect(over([rules['create another with the same key']], other)).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
    });
    await expect(over([rules['create with a key that may only read']], create)).rejects.toMatchObject({
      code: 'role-too-low',
    });
  });

  it('replaces a rule whole, and takes {} and no content for success', async () => {
    const update = (source: SettingsSource) => source.update(ruleId, content);
    expect(await over([rules.get, rules.update], update)).toEqual(rule);
    for (const quiet of ['update, answered with nothing', 'update, answered without content'] as const) {
      expect(await over([rules.get, rules[quiet], rules.get], update)).toEqual(rule);
    }
    await expect(
      over([rules.get, rules['update a field that may not change'], rules.me], update),
    ).rejects.toMatchObject({
      code: 'read-only',
    });
  });

  it('deletes a rule, but no built-in one', async () => {
    const remove = (source: SettingsSource) => source.remove(ruleId);
    await over([rules.delete], remove);
    await over([rules['delete, answered without content']], remove);
    await expect(over([rules['delete a built-in rule'], rules.me], remove)).rejects.toMatchObject({
      code: 'read-only',
    });
  });
});

describe('the connector and the published contract of recording settings', () => {
  it('reads every part beside the rules', async () => {
    const { domain, features, geo, blocking, targeting } = recording;
    const settings = await over([domain, features, geo, blocking, targeting], async ({ recording: source }) =>
      source?.read(),
    );
    expect(settings).toEqual({
      domain: { onlyKnown: false, domains: [{ domain: 'fullstory.com', disabled: false }], changed },
      features: { enabled: true, isShutOff: false, console: true, network: true, assets: false, changed },
      geo: { mode: 'allow-list', zones: ['CA', 'US'], changed },
      blocking: {
        addresses: ['55.55.55.55', '99.99.99.*'],
        userAgents: ['YandexBot', 'facebot'],
        apps: [],
        changed,
      },
      targeting: {
        rules: [
          {
            id: 'staff',
            notes: 'our own',
            scope: 'PREVIEW_SESSIONS_ONLY',
            conditions: [
              { attribute: 'UID', operator: 'EQ', values: ['12', '13'], join: 'AND' },
              { attribute: 'APP_VERSION', operator: 'GTE', values: ['1.2.0.4'], join: 'OR' },
            ],
            parts: ['office'],
          },
        ],
        changed,
      },
    });
  });

  it('reads the history of the rules page by page, to its end', async () => {
    const first = await over([recording['history of privacy']], async ({ history }) => history?.read());
    expect(first?.next).toBe('v179a/=');
    expect(first?.versions).toHaveLength(1);
    expect(first?.versions[0]).toMatchObject({ ...changed, ruleSet: { privateByDefault: false, gaps: [] } });
    expect(first?.versions[0]?.ruleSet.rules).toEqual([
      {
        id: 'v1:0',
        name: 'input[type=password]',
        selector: 'input[type=password]',
        exceptions: [],
        action: 'exclude',
        consent: false,
        scope: 'all',
        platforms: ['web', 'android', 'ios'],
        groupId: '0',
        editable: 'description-only',
      },
      {
        id: 'v1:1',
        name: 'Phone',
        description: 'Account page',
        selector: '.phone',
        exceptions: ['.phone.public'],
        action: 'mask',
        consent: false,
        scope: 'all',
        platforms: ['web', 'android', 'ios'],
        groupId: '12',
        editable: 'any',
        updatedAt: changed.at,
        uncertain: 'doubt.targeting',
      },
    ]);
    const rest = await over([recording['history of privacy, the last page']], async ({ history }) =>
      history?.read(first?.next),
    );
    expect(rest).not.toHaveProperty('next');
    expect(rest?.versions).toHaveLength(1);
  });

  it.each(['domain', 'features', 'geo', 'blocking', 'targeting'] as const)(
    'reads the history of %s',
    async (part) => {
      const page = await over([recording[`history of ${part}`]], async ({ recording: source }) =>
        source?.history(part),
      );
      expect(page).not.toHaveProperty('next');
      expect(page?.versions).toMatchObject([{ changed }]);
    },
  );

  it('tells that a key may not read the history', async () => {
    const refused = over([recording['history of privacy with a key that may not']], async ({ history }) =>
      history?.read(),
    );
    await expect(refused).rejects.toMatchObject({ code: 'role-too-low', status: 403 });
  });
});

describe('the connector and every documented error', () => {
  const understood = {
    'a body that is not understood': {
      code: 'invalid',
      status: 400,
      message: 'name is required - bad_request',
    },
    'a body that is not accepted': { code: 'invalid', status: 422 },
    'a key that is not known': { code: 'key-refused', status: 401 },
    'too many requests': { code: 'too-many-requests', status: 429, retryAfterSeconds: 17 },
    'too many requests, without saying how long': { code: 'too-many-requests', retryAfterSeconds: undefined },
    'a server that failed': { code: 'server-error', status: 500 },
    'a proxy that failed': { code: 'server-error', status: 502, message: 'HTTP 502' },
    'a server that is not there': { code: 'server-error', status: 503 },
    'version 1, error': { code: 'role-too-low', message: 'insufficient permission' },
    'version 1, detail': { code: 'role-too-low', message: 'insufficient permission' },
    'version 1, text': { code: 'role-too-low', message: 'HTTP 403' },
    'a sign-in page': { code: 'not-an-api' },
    'half an answer': { code: 'not-an-api' },
    'an answer without an org': { code: 'not-an-api' },
  } as const satisfies Record<keyof typeof errorExchanges, object>;

  it.each(Object.entries(understood))('understands %s', async (name, expected) => {
    const exchange = errorExchanges[name as keyof typeof errorExchanges];
    const failure = await over([exchange], (source) => source.identify()).catch((error: unknown) => error);
    expect(failure).toMatchObject(expected);
    expect(String(failure)).not.toMatch(/Jane|dG9w/);
  });
});
