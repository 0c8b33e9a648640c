import { describe, expect, it } from 'vitest';
import { createLocalSource } from '../../../connectors/localStore.ts';
import type { RuleContent } from '../../../core/rules/rule.ts';

const content: RuleContent = {
  name: 'A',
  selector: '.a',
  exceptions: ['.b'],
  action: 'exclude',
  consent: true,
  scope: 'preview',
  platforms: ['web'],
};

/** Storage that keeps what a browser's would: JSON, written a turn later. */
function createStore(first?: unknown) {
  let text = first === undefined ? undefined : JSON.stringify(first);
  let ids = 0;
  const clock = { at: Date.parse('2026-05-01T10:00:00Z') };
  const connect = () =>
    createLocalSource({
      load: async () => (text === undefined ? undefined : (JSON.parse(text) as unknown)),
      save: async (stored) => {
        await Promise.resolve();
        text = JSON.stringify(stored);
      },
      newId: () => `id-${ids++}`,
      now: () => new Date(clock.at),
    });
  return { connect, clock, text: () => text };
}

describe('the local rule set', () => {
  it('is empty and writable before anything is saved', async () => {
    const source = createStore().connect();
    expect(await source.read()).toEqual({ rules: [], groups: [], gaps: [] });
    expect((await source.identify()).canWrite).toBe(true);
  });

  it('outlives the source that wrote it', async () => {
    const store = createStore();
    const made = await store.connect().create(content, 'k1');
    expect(made).toMatchObject({
      ...content,
      groupId: '0',
      editable: 'any',
      createdAt: '2026-05-01T10:00:00.000Z',
    });
    expect(await store.connect().read()).toEqual({ rules: [made], groups: [], gaps: [] });
    expect(await store.connect().readRule(made.id)).toEqual(made);
  });

  it('replaces the whole rule and keeps when it was made', async () => {
    const store = createStore();
    const source = store.connect();
    const made = await source.create({ ...content, description: 'old' }, 'k1');
    store.clock.at += 1_000;
    const changed = await source.update(made.id, { ...content, action: 'mask' });
    expect(changed.description).toBeUndefined();
    expect(changed).toMatchObject({
      action: 'mask',
      createdAt: made.createdAt,
      updatedAt: '2026-05-01T10:00:01.000Z',
    });
    await source.remove(made.id);
    expect(await source.readRule(made.id)).toBeNull();
  });

  it('loses none of many edits that come at once', async () => {
    const store = createStore();
    const source = store.connect();
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => source.create({ ...content, name: `n${at}` }, `k${at}`)),
    );
    expect((await store.connect().read()).rules).toHaveLength(20);
  });

  it('makes one rule of a create that is repeated within a day', async () => {
    const store = createStore();
    const first = await store.connect().create(content, 'k1');
    expect(await store.connect().create(content, 'k1')).toEqual(first);
    store.clock.at += 25 * 60 * 60 * 1_000;
    expect((await store.connect().create(content, 'k1')).id).not.toBe(first.id);
  });

  it('refuses to change or delete a rule that is not there', async () => {
    const source = createStore().connect();
    await expect(source.update('x', content)).rejects.toMatchObject({ code: 'not-found' });
    await expect(source.remove('x')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a rule that no org would take', async () => {
    const source = createStore().connect();
    await expect(source.create({ ...content, name: 'x'.repeat(300) }, 'k')).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('does not start afresh over stored rules it cannot read', async () => {
    const store = createStore({ file: { scrim: 9, rules: [] }, keys: [] });
    await expect(store.connect().read()).rejects.toMatchObject({ code: 'invalid' });
    await expect(store.connect().create(content, 'k')).rejects.toMatchObject({ code: 'invalid' });
    expect(store.text()).toContain('"scrim":9');
  });

  it('goes on after an edit whose storage failed', async () => {
    let broken = true;
    let stored: unknown;
    const source = createLocalSource({
      load: async () => stored,
      save: async (value) => {
        if (broken) throw new Error('quota');
        stored = value;
      },
      newId: () => 'a',
      now: () => new Date(),
    });
    await expect(source.create(content, 'k')).rejects.toThrow('quota');
    broken = false;
    await source.create(content, 'k');
    expect((await source.read()).rules).toHaveLength(1);
  });
});
