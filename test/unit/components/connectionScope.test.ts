import { batch, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { PageState, SettingsClient } from '../../../components/client.ts';
import { createConnectionScope } from '../../../components/state/createConnectionScope.ts';
import { createSettingsStore } from '../../../components/state/createSettingsStore.ts';
import {
  type ConnectionInfo,
  localConnection,
  type SiteChoice,
} from '../../../core/connections/connectionInfo.ts';
import type { SettingsState } from '../../../core/protocol.ts';

const org = (id: string): ConnectionInfo => ({ id, kind: 'fullstory', orgId: `o-${id}-na1`, canWrite: true });
const site = 'https://shop.example.com';
const ready = (url: string, recorderOrg?: string): PageState => ({
  kind: 'ready',
  url,
  title: '',
  ...(recorderOrg === undefined ? {} : { recorderOrg }),
});

/** A panel's settings over a background that knows two orgs, `a` and, by default, `b`. */
function makePanel() {
  const page = signal<PageState>({ kind: 'waiting' });
  const place = signal<string | null>(null);
  const held = signal(false);
  const asked: string[] = [];
  let sites: readonly SiteChoice[] = [];
  let answer: (name: string, connection: string | undefined) => Promise<void> = async () => undefined;
  /** Disconnected elsewhere. */
  const gone = new Set<string>();
  const client = {
    request: async (
      name: string,
      body: { readonly site?: string; readonly id?: string },
      connection = 'b',
    ) => {
      asked.push(`${name} ${connection}`);
      await answer(name, connection);
      if (gone.has(connection)) return { ok: false, problem: { code: 'connection-gone' } };
      if (name === 'edit/keep') return { ok: true, value: [] };
      if (name === 'connections/choose') sites = [{ origin: body.site ?? '', connection: body.id ?? '' }];
      const about = name === 'connections/choose' ? body.id : connection;
      const connections = [localConnection, org('a'), org('b')].filter(({ id }) => !gone.has(id));
      const value = {
        connection: connections.find(({ id }) => id === about),
        connections,
        defaultConnection: 'b',
        siteChoices: sites.filter((one) => !gone.has(one.connection)),
        keptEdits: [],
      };
      return { ok: true, value: value as Partial<SettingsState> };
    },
    onChanged: () => undefined,
  } as unknown as SettingsClient;
  const scope = createConnectionScope({ client, page, site: place, isHeld: () => held.value });
  const store = createSettingsStore(scope.client, new AbortController().signal, scope);
  const go = (state: PageState, origin: string | null) =>
    batch(() => {
      page.value = state;
      place.value = origin;
    });
  return {
    ...{ asked, held, store, scope, go, gone },
    shown: () => store.state.peek()?.connection.id,
    slowly: (work: typeof answer) => {
      answer = work;
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the settings of a panel', () => {
  it('are the default’s while there is no page, and each later request names it', async () => {
    const { store, asked, shown, scope } = makePanel();
    await store.run('settings/state', {});
    await scope.client.request('push/plan', { mode: 'live' });
    expect(shown()).toBe('b');
    expect(asked).toEqual(['settings/state b', 'push/plan b']);
  });

  it('are those of the org that the page records to, and stay while it navigates', async () => {
    const { store, go, shown } = makePanel();
    await store.run('settings/state', {});
    go(ready(site, 'o-a-na1'), site);
    await settle();
    expect(shown()).toBe('a');
    go({ kind: 'connecting' }, null);
    await settle();
    expect(shown()).toBe('a');
    go(ready(site, 'o-b-na1'), site);
    await settle();
    expect(shown()).toBe('b');
  });

  it('never show one connection while the page asks for another', async () => {
    const { store, go, shown, slowly } = makePanel();
    await store.run('settings/state', {});
    let release: () => void = () => undefined;
    slowly(() => new Promise((resolve) => (release = resolve)));
    go(ready(site, 'o-a-na1'), site);
    await settle();
    expect(shown()).toBeUndefined();
    release();
    await settle();
    expect(shown()).toBe('a');
  });

  it('drop what another connection answers after the switch', async () => {
    const { store, go, shown, slowly } = makePanel();
    await store.run('settings/state', {});
    const waiting: (() => void)[] = [];
    slowly((name) =>
      name === 'draft/undo' ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(),
    );
    const undone = store.run('draft/undo', {});
    go(ready(site, 'o-a-na1'), site);
    await settle();
    for (const release of waiting) release();
    await undone;
    expect(shown()).toBe('a');
  });

  it('take a person’s choice for the site at once, and keep what is typed with the connection it is for', async () => {
    const { store, go, shown, asked } = makePanel();
    await store.run('settings/state', {});
    go(ready(site), site);
    store.beforeSwitch(() => store.keepEdit({ id: 'd1', content: {} as never, ownName: false }));
    await store.run('connections/choose', { site, id: 'a' });
    expect(shown()).toBe('a');
    expect(asked).toEqual(['settings/state b', 'connections/choose b', 'edit/keep b']);
    await store.run('draft/undo', {});
    expect(asked.at(-1)).toBe('draft/undo a');
  });

  it('stay where they are while a push is under way, and follow the page after it', async () => {
    const { store, go, shown, held } = makePanel();
    await store.run('settings/state', {});
    held.value = true;
    go(ready(site, 'o-a-na1'), site);
    await settle();
    expect(shown()).toBe('b');
    held.value = false;
    await settle();
    expect(shown()).toBe('a');
  });

  it('are the default’s again, with word of it, when the connection was taken away elsewhere', async () => {
    const { store, go, shown, gone } = makePanel();
    await store.run('settings/state', {});
    go(ready(site), site);
    await store.run('connections/choose', { site, id: 'a' });
    gone.add('a');
    expect(await store.run('draft/undo', {})).toBe(false);
    expect(shown()).toBe('b');
    expect(store.problem.peek()).toEqual({ code: 'connection-gone' });
  });
});
