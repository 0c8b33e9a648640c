import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { SettingsClient } from '../../../components/client.ts';
import { createHistoryStore } from '../../../components/state/createHistoryStore.ts';
import type { Reply, SettingsState } from '../../../core/protocol.ts';
import type { VersionPage } from '../../../core/settings/ruleHistory.ts';

type Answer = Reply<VersionPage | null>;
const version = (at: string) => ({ at, ruleSet: { rules: [], groups: [], gaps: [] } });
const stateOf = (readAt: string) =>
  signal({ connection: { id: 'c1', orgId: 'o-ACME-na1' }, readAt } as unknown as SettingsState | null);

/** A background that answers by page: '' for the first. */
function storeOver(answers: Readonly<Record<string, Answer>>, settings = stateOf('1')) {
  const asked: string[] = [];
  const client = {
    request: async (_name: string, { page = '' }: { readonly page?: string }) => {
      asked.push(page);
      return answers[page];
    },
    onChanged: () => undefined,
  } as unknown as SettingsClient;
  const store = createHistoryStore({ client, settings, signal: new AbortController().signal });
  return { store, asked, settings };
}

const page = (at: string, next?: string): Answer => ({
  ok: true,
  value: { versions: [version(at)], ...(next === undefined ? {} : { next }) },
});

describe('the history store', () => {
  it('reads page after page to the end, and no further', async () => {
    const { store, asked } = storeOver({ '': page('2', 'a'), a: page('1') });
    expect(await store.more()).toBe(true);
    expect(store.phase.value).toBe('part');
    await store.more();
    expect(await store.more()).toBe(false);
    expect(store.versions.value.map(({ at }) => at)).toEqual(['2', '1']);
    expect([store.phase.value, asked]).toEqual(['end', ['', 'a']]);
  });

  it('asks once for who asks twice, and ends where the source goes in circles', async () => {
    const { store, asked } = storeOver({ '': page('2', 'a'), a: page('1', 'a') });
    await Promise.all([store.more(), store.more()]);
    await store.more();
    expect([store.phase.value, asked]).toEqual(['end', ['', 'a']]);
  });

  it('tells a source without a history from one that cannot be read, which is tried again', async () => {
    const none = storeOver({ '': { ok: true, value: null } });
    await none.store.more();
    expect(none.store.phase.value).toBe('none');
    const failing = storeOver({ '': { ok: false, problem: { code: 'role-too-low' } } });
    await failing.store.more();
    expect(failing.store.phase.value).toBe('failed');
    expect(failing.store.problem.value).toEqual({ code: 'role-too-low' });
    await failing.store.more();
    expect(failing.asked).toHaveLength(2);
  });

  it('forgets what it read when the rules are read again', async () => {
    const { store, settings } = storeOver({ '': page('2') });
    await store.more();
    settings.value = stateOf('2').value;
    expect([store.phase.value, store.versions.value]).toEqual(['unread', []]);
  });
});
