import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Problem, SettingsState } from '../../core/protocol.ts';
import type { SettingsVersion } from '../../core/settings/ruleHistory.ts';
import type { SettingsClient } from '../client.ts';

export interface HistoryStore {
  /** Read so far, newest first. */
  readonly versions: ReadonlySignal<readonly SettingsVersion[]>;
  /** `none`: this source keeps no history that can be read. `end`: nothing older can be read. */
  readonly phase: ReadonlySignal<'unread' | 'reading' | 'part' | 'end' | 'none' | 'failed'>;
  /** Why the last page could not be read. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Reads the next page, or the first. True when there are more versions than before. */
  more(): Promise<boolean>;
}

export interface HistoryDeps {
  readonly client: SettingsClient;
  readonly settings: ReadonlySignal<SettingsState | null>;
  readonly signal: AbortSignal;
}

/** What the connected org's rules were before, read a page at a time and only when somebody asks. */
export function createHistoryStore({ client, settings, signal: abort }: HistoryDeps): HistoryStore {
  const versions = signal<readonly SettingsVersion[]>([]);
  const phase = signal<'unread' | 'reading' | 'part' | 'end' | 'none' | 'failed'>('unread');
  const problem = signal<Problem | null>(null);
  let next: string | undefined;
  let seen = new Set<string>();
  let source = '';
  let running: Promise<boolean> | undefined;

  function forget(): void {
    versions.value = [];
    phase.value = 'unread';
    problem.value = null;
    next = undefined;
    seen = new Set();
    running = undefined;
  }

  // Another org, or rules that were read again: there may be a newer version.
  const dispose = effect(() => {
    const state = settings.value;
    const now = state ? `${state.connection.id} ${state.connection.orgId} ${state.readAt}` : '';
    if (now !== source) forget();
    source = now;
  });
  abort.addEventListener('abort', dispose, { once: true });

  async function read(): Promise<boolean> {
    const asked = source;
    phase.value = 'reading';
    const reply = await client.request('history/read', next === undefined ? {} : { page: next });
    if (abort.aborted || asked !== source) return false;
    problem.value = reply.ok ? null : reply.problem;
    if (!reply.ok || reply.value === null) {
      phase.value = reply.ok ? 'none' : 'failed';
      return false;
    }
    const page = reply.value;
    // A source that gives the same page twice would be asked for ever.
    const isEnd = page.next === undefined || seen.has(page.next);
    next = page.next;
    if (next !== undefined) seen.add(next);
    versions.value = [...versions.peek(), ...page.versions];
    phase.value = isEnd ? 'end' : 'part';
    return page.versions.length > 0;
  }

  return {
    versions,
    phase,
    problem,
    more() {
      if (phase.peek() === 'end' || phase.peek() === 'none') return Promise.resolve(false);
      if (running) return running;
      const mine = read().finally(() => {
        if (running === mine) running = undefined;
      });
      running = mine;
      return mine;
    },
  };
}
