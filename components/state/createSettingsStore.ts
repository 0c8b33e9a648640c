import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  BackgroundRequestName,
  BackgroundRequests,
  Problem,
  SettingsState,
} from '../../core/protocol.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import type { SettingsClient } from '../client.ts';
import type { ConnectionScope } from './createConnectionScope.ts';

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
  run<K extends StateRequest>(
    name: K,
    body: BackgroundRequests[K]['request'],
    /** Id of another connection than the one that is shown. */
    connection?: string,
  ): Promise<boolean>;
  /** Keeps what is being typed. Quiet: nothing is busy meanwhile; a failure is in `problem`. */
  keepEdit(edit: BackgroundRequests['edit/keep']['request']['edit']): Promise<void>;
  dismissProblem(): void;
  /** What has to be done before the settings of another connection are shown. */
  beforeSwitch(work: () => Promise<void>): void;
}

/** The org's rules, the draft and the connection, as the background holds them. */
export function createSettingsStore(
  client: SettingsClient,
  abort: AbortSignal,
  /** Absent: the settings of the default connection. */
  scope?: ConnectionScope,
): SettingsStore {
  const state = signal<SettingsState | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  const keptEdits = signal<readonly KeptEdit[]>([]);
  const leaving: (() => Promise<void>)[] = [];

  /** Shows the settings, or goes to the connection that the page asks for and shows its. */
  async function take(next: SettingsState): Promise<void> {
    const wanted = scope?.choose(next) ?? next.connection.id;
    const shown = state.peek()?.connection.id;
    if (scope && shown !== undefined && shown !== wanted) {
      // With the connection they were written for: after it, everything is about the other one.
      for (const work of leaving) await work();
      state.value = null;
    }
    scope?.enter(wanted);
    if (next.connection.id !== wanted) {
      await run('settings/state', {} as never);
      return;
    }
    state.value = next;
    keptEdits.value = next.keptEdits;
    problem.value = next.problem ?? null;
  }

  async function run<K extends StateRequest>(
    name: K,
    body: BackgroundRequests[K]['request'],
    connection?: string,
  ): Promise<boolean> {
    const about = scope?.id.peek();
    busy.value = true;
    const reply = await client.request(name, body, connection);
    if (abort.aborted) return false;
    busy.value = false;
    // The panel went on to another connection meanwhile: what this one says is not for it.
    if (scope && scope.id.peek() !== about) return reply.ok;
    if (!reply.ok) {
      problem.value = reply.problem;
      if (reply.problem.code === 'connection-gone' && about !== undefined) await leaveGone();
      return false;
    }
    await take(reply.value as SettingsState);
    return true;
  }

  /** It was disconnected elsewhere. What is typed is kept in the panel: there is nothing to keep it with. */
  async function leaveGone(): Promise<void> {
    scope?.enter(undefined);
    state.value = null;
    const gone = problem.peek();
    await run('settings/state', {} as never);
    problem.value = gone;
  }

  scope?.onPage(() => {
    const present = state.peek();
    if (present && scope.choose(present) !== present.connection.id) void take(present);
  }, abort);
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
    beforeSwitch: (work) => void leaving.push(work),
  };
}
