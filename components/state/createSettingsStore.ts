import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  BackgroundRequestName,
  BackgroundRequests,
  Problem,
  SettingsState,
} from '../../core/protocol.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import type { SettingsClient } from '../client.ts';

/** Requests that answer with the whole settings state. */
type StateRequest = {
  [K in BackgroundRequestName]: BackgroundRequests[K]['reply'] extends SettingsState ? K : never;
}[BackgroundRequestName];

export interface SettingsStore {
  /** Null until the first answer. */
  readonly state: ReadonlySignal<SettingsState | null>;
  /** Why the last request failed; the state stays as it was. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly busy: ReadonlySignal<boolean>;
  /** Typed and not saved to a draft, newest first. Apart from `state`, because it changes with every letter. */
  readonly keptEdits: ReadonlySignal<readonly KeptEdit[]>;
  /** True when it was done. Never throws: a failure is in `problem`. */
  run<K extends StateRequest>(name: K, body: BackgroundRequests[K]['request']): Promise<boolean>;
  /** Keeps what is being typed. Quiet: nothing is busy meanwhile; a failure is in `problem`. */
  keepEdit(edit: BackgroundRequests['edit/keep']['request']['edit']): Promise<void>;
  dismissProblem(): void;
}

/** The org's rules, the draft and the connection, as the background holds them. */
export function createSettingsStore(client: SettingsClient, abort: AbortSignal): SettingsStore {
  const state = signal<SettingsState | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  const keptEdits = signal<readonly KeptEdit[]>([]);

  async function run<K extends StateRequest>(
    name: K,
    body: BackgroundRequests[K]['request'],
  ): Promise<boolean> {
    busy.value = true;
    const reply = await client.request(name, body);
    if (abort.aborted) return false;
    busy.value = false;
    if (!reply.ok) {
      problem.value = reply.problem;
      return false;
    }
    state.value = reply.value as SettingsState;
    keptEdits.value = state.value.keptEdits;
    problem.value = state.value.problem ?? null;
    return true;
  }

  client.onChanged(() => void run('settings/state', {}), abort);
  return {
    state,
    problem,
    busy,
    keptEdits,
    run,
    async keepEdit(edit) {
      const reply = await client.request('edit/keep', { edit });
      if (abort.aborted) return;
      if (!reply.ok) problem.value = reply.problem;
      else keptEdits.value = reply.value;
    },
    dismissProblem() {
      problem.value = null;
    },
  };
}
