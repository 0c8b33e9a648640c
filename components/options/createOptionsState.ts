import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ConnectionStatus } from '../../core/connections/connectionInfo.ts';
import type { EraseRequest, KeptData } from '../../core/connections/keptData.ts';
import type { BackgroundRequests, Problem } from '../../core/protocol.ts';
import type { SettingsClient } from '../client.ts';
import type { SettingsStore } from '../state/createSettingsStore.ts';

/** What was asked of one connection last, and how it went. */
export interface Outcome {
  readonly id: string;
  readonly action: ConnectionAction;
  /** Null: it was done. */
  readonly problem: Problem | null;
}

export type ConnectionAction = 'test' | 'default' | 'remember' | 'forget' | 'disconnect';

export interface OptionsState {
  readonly settings: SettingsStore;
  readonly statuses: ReadonlySignal<ReadonlyMap<string, ConnectionStatus>>;
  readonly isLocked: ReadonlySignal<boolean>;
  /** Null until it was counted. */
  readonly kept: ReadonlySignal<KeptData | null>;
  readonly outcome: ReadonlySignal<Outcome | null>;
  /** True when it was done. */
  act(id: string, action: ConnectionAction): Promise<boolean>;
  changeKeys(change: 'lock' | 'unlock' | 'forget-all'): Promise<boolean>;
  forgetSite(site: string): Promise<boolean>;
  erase(request: EraseRequest): Promise<Problem | null>;
}

/** What the options page knows: the settings, and of each connection its key and how old its rules are. */
export function createOptionsState(
  client: SettingsClient,
  settings: SettingsStore,
  abort: AbortSignal,
): OptionsState {
  const statuses = signal<ReadonlyMap<string, ConnectionStatus>>(new Map());
  const isLocked = signal(false);
  const kept = signal<KeptData | null>(null);
  const outcome = signal<Outcome | null>(null);

  async function readStatuses(): Promise<void> {
    const [list, data] = await Promise.all([
      client.request('connections/list', {}),
      client.request('data/read', {}),
    ]);
    if (abort.aborted) return;
    // What cannot be counted is not shown as nothing.
    if (list.ok) {
      statuses.value = new Map(list.value.connections.map((one) => [one.id, one]));
      isLocked.value = list.value.isLocked;
    }
    kept.value = data.ok ? data.value : null;
  }

  const dispose = effect(() => {
    if (settings.state.value) void readStatuses();
  });
  abort.addEventListener('abort', dispose, { once: true });

  const actions: { readonly [A in ConnectionAction]: (id: string) => Promise<boolean> } = {
    test: (id) => settings.run('connections/test', {}, id),
    default: (id) => settings.run('connections/default', { id }),
    remember: (id) => settings.run('keys/change', { change: 'remember' }, id),
    forget: (id) => settings.run('keys/change', { change: 'forget' }, id),
    disconnect: (id) => settings.run('settings/disconnect', {}, id),
  };
  return {
    ...{ settings, statuses, isLocked, kept, outcome },
    async act(id, action) {
      const done = await actions[action](id);
      outcome.value = { id, action, problem: done ? null : settings.problem.peek() };
      // Told beside the connection it is about.
      if (!done) settings.dismissProblem();
      await readStatuses();
      return done;
    },
    async changeKeys(change) {
      outcome.value = null;
      return settings.run('keys/change', { change });
    },
    forgetSite: (site) => settings.run('connections/choose', { site, id: null }),
    async erase(request: BackgroundRequests['data/erase']['request']) {
      const reply = await client.request('data/erase', request);
      if (!reply.ok) return reply.problem;
      kept.value = reply.value;
      outcome.value = null;
      await settings.run('settings/state', {});
      return null;
    },
  };
}
