import { describe, expect, it } from 'vitest';
import { createServiceScopes } from '../../../background/createServiceScopes.ts';
import type { JournalStorage } from '../../../background/journalStorage.ts';
import { createKeyVault } from '../../../background/keyVault.ts';
import type { SourceAddress } from '../../../background/settingsConnection.ts';
import { readPolicy } from '../../../core/policy/readPolicy.ts';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { createWorld, diskOf } from './mortalWorld.ts';

const create = (draftId: string): DraftOperation => ({ kind: 'create', draftId, content: makeContent() });
const at = (host: string) => ({ baseUrl: `https://${host}`, key: `key-of-${host}` });

interface Asked {
  readonly kind: string;
  readonly host: string;
  readonly key: string;
}

const areaOf = (kept: Map<string, unknown>) => ({
  get: async (name: string) => kept.get(name),
  set: async (name: string, value: unknown) => void kept.set(name, value),
  remove: async (name: string) => void kept.delete(name),
});

/** One disk, and a server at each address, whose org is named after it. */
function makeScopes({ api, managed = {} }: { readonly api?: 'scrim'; readonly managed?: unknown } = {}) {
  const world = createWorld([]);
  const session = new Map<string, unknown>();
  const asked: Asked[] = [];
  const storage: JournalStorage = diskOf(world, async (effect) => effect());
  const vault = createKeyVault({ session: areaOf(session), local: areaOf(new Map()) });
  const openSource = (address: SourceAddress): SettingsSource => {
    const host = address.kind === 'local' ? 'local' : new URL(address.baseUrl).host;
    const ask = () => {
      if (address.kind !== 'local') asked.push({ kind: address.kind, host, key: address.getKey() });
    };
    return {
      kind: address.kind,
      identify: async () => {
        ask();
        const facts = { orgId: `org-of-${host}`, email: 'a@example.com', role: 'ADMIN', canWrite: true };
        return api ? { ...facts, api, orgName: 'Acme', approval: 'reveals' as const } : facts;
      },
      read: async () => {
        ask();
        return { rules: [makeRule({ id: host })], groups: [], gaps: [] };
      },
    } as Partial<SettingsSource> as SettingsSource;
  };
  const deps = {
    storage,
    vault,
    openSource,
    now: () => new Date(world.time),
    newId: () => crypto.randomUUID(),
  };
  const said = { policy: managed };
  const policy = async () => readPolicy(said.policy);
  const scopes = createServiceScopes({ ...deps, policy, scheduleSettle: () => undefined });
  return { world, asked, said, vault, scopes };
}

async function connectTwo() {
  const made = makeScopes();
  const { service } = await made.scopes.of(undefined);
  const first = await service.connect(at('one.example'));
  const second = await service.connect(at('two.example'));
  return { ...made, one: first.connection.id, two: second.connection.id };
}

describe('several orgs side by side', () => {
  it('are all there, each with its own rules, and the one connected last is the default', async () => {
    const { scopes, one, two } = await connectTwo();
    const state = await (await scopes.of(undefined)).service.state();
    expect(state.connections.map(({ id }) => id)).toEqual(['local', one, two]);
    expect(state.defaultConnection).toBe(two);
    expect(state.ruleSet.rules.map(({ id }) => id)).toEqual(['two.example']);
    const other = await (await scopes.of(one)).service.state();
    expect(other.connection.id).toBe(one);
    expect(other.ruleSet.rules.map(({ id }) => id)).toEqual(['one.example']);
  });

  it('get their own key each, at their own address only', async () => {
    const { scopes, asked, one, two } = await connectTwo();
    for (const id of [one, two, one]) await (await scopes.of(id)).service.refresh();
    expect(asked.length).toBeGreaterThan(4);
    for (const { host, key } of asked) expect(key).toBe(`key-of-${host}`);
  });

  it('keep their drafts apart, and switching there and back loses nothing', async () => {
    const { scopes, one, two } = await connectTwo();
    const first = (await scopes.of(one)).service;
    const second = (await scopes.of(two)).service;
    await Promise.all([first.apply(create('a')), second.apply(create('b')), first.apply(create('c'))]);
    await first.makeDefault(one);
    await first.makeDefault('local');
    const ids = async (id: string) =>
      (await (await scopes.of(id)).service.state()).draft.changes.map((change) => change.id);
    expect([await ids(one), await ids(two), await ids('local')]).toEqual([['a', 'c'], ['b'], []]);
  });

  it('go one by one: the key, the cache and the choices of the other stay', async () => {
    const { scopes, one, two } = await connectTwo();
    const service = (await scopes.of(one)).service;
    await service.apply(create('a'));
    await service.chooseForSite('https://shop.example.com', one);
    await service.chooseForSite('https://blog.example.com', two);
    const state = await service.disconnect();
    expect(state.connection.id).toBe(two);
    expect(state.siteChoices).toEqual([{ origin: 'https://blog.example.com', connection: two }]);
    expect(state.problem).toBeUndefined();
    await expect(scopes.of(one)).rejects.toMatchObject({ problem: { code: 'connection-gone' } });
    // The draft waits for the org to be connected again.
    const again = await (await scopes.of(undefined)).service.connect(at('one.example'));
    expect(again.draft.changes.map(({ id }) => id)).toEqual(['a']);
  });

  it('are not chosen for a site when they are gone', async () => {
    const { scopes } = await connectTwo();
    const { service } = await scopes.of(undefined);
    const choosing = service.chooseForSite('https://shop.example.com', 'nobody');
    await expect(choosing).rejects.toMatchObject({ problem: { code: 'connection-gone' } });
    await expect(service.makeDefault('nobody')).rejects.toMatchObject({
      problem: { code: 'connection-gone' },
    });
    expect((await service.state()).siteChoices).toEqual([]);
  });

  it('loses none when two are connected at the same time', async () => {
    const { scopes } = makeScopes();
    const { service } = await scopes.of(undefined);
    await Promise.all(
      ['one.example', 'two.example', 'three.example'].map((host) => service.connect(at(host))),
    );
    expect((await service.state()).connections).toHaveLength(4);
  });
});

describe('a server that says it is Scrim’s own', () => {
  it('is spoken to as one, and what it says of approval is kept', async () => {
    const { scopes, asked } = makeScopes({ api: 'scrim' });
    const { service } = await scopes.of(undefined);
    const { connection } = await service.connect(at('rules.example'));
    expect(connection).toMatchObject({ kind: 'scrim', orgName: 'Acme', approval: 'reveals' });
    expect(asked.map(({ kind }) => kind)).toEqual(['fullstory', 'scrim', 'scrim']);
  });
});

describe('the connection of a version that knew one', () => {
  it('is there, with its draft, and stays the same through every change of the list', async () => {
    const { world, scopes } = makeScopes();
    const old = {
      kind: 'fullstory',
      baseUrl: 'https://old.example',
      orgId: 'org-of-old.example',
      email: 'a@example.com',
      role: 'ADMIN',
      canWrite: true,
    };
    world.disk.set('connection', old);
    const entry = { type: 'operation', draft: 'main', at: '2026-11-01T10:00:00.000Z', key: 'k1' };
    const log = 'draft https://old.example#org-of-old.example';
    world.logs.push({ log, entry: { ...entry, operation: create('a') } });
    const { service } = await scopes.of(undefined);
    const state = await service.state();
    expect(state.connection).toEqual({ id: 'first', ...old });
    expect(state.draft.changes.map(({ id }) => id)).toEqual(['a']);
    await service.connect(at('two.example'));
    const kept = await (await scopes.of('first')).service.state();
    expect(kept.connections.map(({ id }) => id)).toEqual(['local', 'first', expect.any(String)]);
    // Its key again: the same connection.
    expect((await service.connect(at('old.example'))).connection.id).toBe('first');
  });
});

describe('the policy of an organisation', () => {
  const code = (wanted: string) => ({ problem: { code: wanted } });

  it('keeps keys from other addresses: not a single request goes there', async () => {
    const { scopes, asked } = makeScopes({ managed: { allowedSettingsOrigins: ['https://one.example'] } });
    const { service } = await scopes.of(undefined);
    await expect(service.connect(at('two.example'))).rejects.toMatchObject(code('policy-origin'));
    expect(asked).toEqual([]);
    expect((await service.connect(at('one.example'))).connection.orgId).toBe('org-of-one.example');
  });

  it('keeps another org’s key out, and forgets that it was tried', async () => {
    const { scopes } = makeScopes({ managed: { org: 'org-of-one.example' } });
    const { service } = await scopes.of(undefined);
    await expect(service.connect(at('two.example'))).rejects.toMatchObject(code('policy-org'));
    expect((await service.state()).connections).toHaveLength(1);
  });

  it('stops what was connected before it was said', async () => {
    const { scopes, asked, said, one } = await connectTwo();
    said.policy = { allowedSettingsOrigins: ['https://two.example'] };
    asked.splice(0);
    const { service } = await scopes.of(one);
    expect((await service.refresh()).problem).toEqual({ code: 'policy-origin' });
    await expect(service.plan({ mode: 'live' })).rejects.toMatchObject(code('policy-origin'));
    await expect(service.testConnection()).rejects.toMatchObject(code('policy-origin'));
    expect(asked).toEqual([]);
  });

  it('that cannot be understood stops connecting, remembering and pushing, and is told with the state', async () => {
    const { scopes, asked, said, one } = await connectTwo();
    said.policy = { mayRememberKeys: 'no' };
    asked.splice(0);
    const { service } = await scopes.of(one);
    await expect(service.connect(at('three.example'))).rejects.toMatchObject(code('policy-broken'));
    await expect(service.changeKeys('remember')).rejects.toMatchObject(code('policy-broken'));
    await expect(service.plan({ mode: 'live' })).rejects.toMatchObject(code('policy-broken'));
    expect(asked).toEqual([]);
    expect((await service.state()).policy).toMatchObject({ kind: 'broken' });
    // Drafts go on: nothing that is typed is lost.
    expect((await service.apply(create('a'))).draft.changes).toHaveLength(1);
  });

  it('lets a key that must not be remembered work for this session, and says so', async () => {
    const { scopes } = makeScopes({ managed: { mayRememberKeys: false } });
    const { service } = await scopes.of(undefined);
    const state = await service.connect({ ...at('one.example'), remember: true });
    expect(state.problem).toEqual({ code: 'policy-remember' });
    expect(state.ruleSet.rules).toHaveLength(1);
  });

  it('refuses plans from other sites, and from no site', async () => {
    const { scopes, said, one } = await connectTwo();
    said.policy = { allowedSites: ['https://*.acme.example'] };
    const { service } = await scopes.of(one);
    for (const site of [undefined, 'https://bank.example']) {
      const plan = service.plan({ mode: 'live', ...(site === undefined ? {} : { site }) });
      await expect(plan).rejects.toMatchObject(code('policy-site'));
    }
    await expect(service.plan({ mode: 'live', site: 'https://shop.acme.example' })).resolves.toBeDefined();
  });

  it('sends a change to a second person, also one that was planned before it was said', async () => {
    const { scopes, said, one } = await connectTwo();
    const { service } = await scopes.of(one);
    await service.apply(create('a'));
    const { id: planId } = await service.plan({ mode: 'live' });
    said.policy = { directPushes: 'off' };
    await expect(service.execute({ planId, typed: {}, effects: {} })).rejects.toMatchObject(
      code('approval-needed'),
    );
    await expect(service.plan({ mode: 'preview' })).rejects.toMatchObject(code('approval-needed'));
    // What is kept in this browser only is nobody else's business.
    const local = (await scopes.of('local')).service;
    await local.apply(create('b'));
    await expect(local.plan({ mode: 'live' })).resolves.toBeDefined();
  });
});
