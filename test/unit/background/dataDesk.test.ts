import { describe, expect, it } from 'vitest';
import { readConnections, writeConnections } from '../../../background/connectionStore.ts';
import { createDataDesk } from '../../../background/dataDesk.ts';
import type { KeptOfSource } from '../../../background/journalKeeper.ts';
import type { KeySlot, KeyVault } from '../../../background/keyVault.ts';
import { refreshCache } from '../../../background/settingsCache.ts';
import { noConnections, withConnection } from '../../../core/connections/connectionList.ts';
import type { RuleSet } from '../../../core/rules/rule.ts';
import { createTurns } from '../../../core/settings/createTurns.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { makeContent } from '../settings/makeRule.ts';
import { createWorld, diskOf } from './mortalWorld.ts';

const org = 'https://api.example#o-ACME-na1';
const create = { kind: 'create', draftId: 'd1', content: makeContent() };
const draft = { type: 'operation', seq: 1, at: '2026-11-01T10:00:00Z', key: 'k1', operation: create };
const cache = { ruleSet: { rules: [{}, {}, {}] } };
const nothing: KeptOfSource = { drafts: [], pushes: [], proposals: [], values: {} };

async function makeDesk(kept: Readonly<Record<string, Partial<KeptOfSource>>>, isPushing = false) {
  const done: string[] = [];
  const left = new Map(Object.entries(kept));
  const storage = {
    ...diskOf(createWorld([]), async (effect) => effect()),
    listSources: async () => ['local', ...left.keys()],
    readSource: async (sourceId: string) => ({ ...nothing, ...left.get(sourceId) }),
    eraseSource: async (sourceId: string) => {
      done.push(`erase ${sourceId}`);
      left.delete(sourceId);
    },
  };
  const place = { kind: 'fullstory', baseUrl: 'https://api.example', orgId: 'o-ACME-na1' } as const;
  await writeConnections(storage, withConnection(noConnections, { id: 'c1', ...place, canWrite: true }));
  const vault = {
    stateOf: async () => 'remembered',
    forget: async (slot?: KeySlot) => void done.push(`forget ${slot?.connection ?? 'all'}`),
  } as Partial<KeyVault> as KeyVault;
  const listTurns = createTurns();
  const desk = createDataDesk({
    storage,
    vault,
    others: async () => ({ savedPages: { count: 2, bytes: 900 }, sites: 1 }),
    eraseEverything: async () => void done.push('everything'),
    isPushing: () => isPushing,
    listTurns,
  });
  return { desk, done, storage, listTurns };
}

function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

describe('what is kept', () => {
  it('is told in numbers, source by source', async () => {
    const { desk } = await makeDesk({ [org]: { drafts: [draft as never], values: { cache, edits: [{}] } } });
    expect(await desk.read()).toMatchObject({
      sources: [
        { sourceId: 'local', name: '', confirm: null },
        {
          ...{ sourceId: org, name: 'o-ACME-na1', connections: ['c1'], confirm: 'o-ACME-na1' },
          ...{ draftedChanges: 1, keptEdits: 1, rules: 3, pushes: 0 },
        },
      ],
      savedPages: { count: 2, bytes: 900 },
      ...{ sites: 1, keys: 1, confirm: 'erase everything' },
    });
  });

  it('asks for no word where nothing of it is anybody’s work', async () => {
    const { desk, done, storage } = await makeDesk({ [org]: { values: { cache } } });
    expect((await desk.read()).confirm).toBeNull();
    await desk.erase({ sourceId: org });
    // The key first.
    expect(done).toEqual(['forget c1', `erase ${org}`]);
    expect(await storage.readValue('connections')).toMatchObject({ connections: [], defaultId: 'local' });
  });

  it('does not come back by a change of the list that had begun before it was erased', async () => {
    const { desk, storage, listTurns } = await makeDesk({ [org]: {} });
    const gate = later<void>();
    const changing = listTurns(async () => {
      const list = await readConnections(storage);
      await gate.promise;
      await writeConnections(storage, list);
    });
    const erasing = desk.erase({ sourceId: org });
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    gate.resolve();
    await Promise.all([changing, erasing]);
    expect(await storage.readValue('connections')).toMatchObject({ connections: [] });
  });

  it('is not written again by a source that answers after it was erased', async () => {
    const { desk, storage } = await makeDesk({ [org]: {} });
    const answer = later<RuleSet>();
    const source = { read: () => answer.promise } as Partial<SettingsSource> as SettingsSource;
    const refreshing = refreshCache({ storage, now: () => new Date(0) }, org, source);
    await desk.erase({ sourceId: org });
    answer.resolve({ rules: [], groups: [], gaps: [] });
    await refreshing;
    expect(await storage.readValue(`cache:${org}`)).toBeUndefined();
  });

  it.each([undefined, '', 'o-acme-na1', 'O-ACME-NA1 ', 'erase everything'])(
    'is not erased with drafts in it because somebody typed %j',
    async (typed) => {
      const { desk, done } = await makeDesk({ [org]: { drafts: [draft as never] } });
      const erasing = desk.erase({ sourceId: org, ...(typed === undefined ? {} : { typed }) });
      await expect(erasing).rejects.toMatchObject({ problem: { code: 'confirmation-missing' } });
      expect(done).toEqual([]);
    },
  );

  it('goes when its name is typed, or all of it when that is typed', async () => {
    const { desk, done } = await makeDesk({ [org]: { drafts: [draft as never] } });
    await expect(desk.erase({ typed: 'o-ACME-na1' })).rejects.toMatchObject({
      problem: { code: 'confirmation-missing' },
    });
    await desk.erase({ sourceId: org, typed: 'o-ACME-na1' });
    await desk.erase({});
    expect(done).toEqual(['forget c1', `erase ${org}`, 'forget all', 'everything']);
  });

  it('stays while a push is being written', async () => {
    const { desk, done } = await makeDesk({}, true);
    await expect(desk.erase({})).rejects.toMatchObject({ problem: { code: 'push-running' } });
    expect(done).toEqual([]);
  });

  it('counts the rules of this browser as somebody’s work', async () => {
    const { desk } = await makeDesk({
      local: { values: { 'local-rules': { file: { rules: [{}] }, keys: [] } } },
    });
    expect((await desk.read()).sources[0]).toMatchObject({ rules: 1, confirm: 'local rules' });
  });
});
