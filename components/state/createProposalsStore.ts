import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackgroundRequests, ExecuteRequest, Problem, ProposalsView } from '../../core/protocol.ts';
import type { ProposalStage } from '../../core/settings/proposalLog.ts';
import type { SettingsClient } from '../client.ts';

export interface ProposalsStore {
  /** Null until the first answer. */
  readonly view: ReadonlySignal<ProposalsView | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly busy: ReadonlySignal<boolean>;
  /** What is known at once, then what the source says now. */
  refresh(): Promise<void>;
  /** Null: it is written down; what became of it so far is in the view. */
  submit(request: ExecuteRequest): Promise<Problem | null>;
  withdraw(key: string): Promise<void>;
  decide(request: BackgroundRequests['proposal/decide']['request']): Promise<boolean>;
  /** Does an edit with these journal keys wait for somebody's decision? */
  isProposed(keys: readonly string[]): boolean;
  /** Another connection: its proposals are others. */
  forget(): void;
}

const waiting: ReadonlySet<ProposalStage> = new Set(['queued', 'unknown', 'open', 'merged']);

type ProposalRequest = 'proposals/list' | 'proposal/submit' | 'proposal/withdraw' | 'proposal/decide';

export interface ProposalsDeps {
  readonly settings: SettingsClient;
  /** Rules and draft may be others by now. */
  readonly afterChange: () => void;
}

/** Changes that wait for somebody's decision: our own and those of others. */
export function createProposalsStore({ settings, afterChange }: ProposalsDeps): ProposalsStore {
  const view = signal<ProposalsView | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);

  async function ask<K extends ProposalRequest>(
    name: K,
    body: BackgroundRequests[K]['request'],
  ): Promise<Problem | null> {
    busy.value = true;
    let reply = await settings.request(name, body);
    // The worker died meanwhile. Asking again proposes nothing twice: the plan's id is the proposal's key.
    if (!reply.ok && reply.problem.code === 'no-answer') reply = await settings.request(name, body);
    busy.value = false;
    problem.value = reply.ok ? null : reply.problem;
    if (reply.ok) view.value = reply.value;
    return problem.value;
  }

  const thenReload = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    afterChange();
    return result;
  };
  return {
    view,
    problem,
    busy,
    async refresh() {
      if (busy.peek()) return;
      if (view.peek() === null) await ask('proposals/list', { fresh: false });
      await thenReload(ask('proposals/list', { fresh: true }));
    },
    async submit(request) {
      const failed = await thenReload(ask('proposal/submit', request));
      // It is told beside the plan it is about.
      problem.value = null;
      return failed;
    },
    async withdraw(key) {
      await thenReload(ask('proposal/withdraw', { key }));
    },
    decide: async (request) => (await thenReload(ask('proposal/decide', request))) === null,
    isProposed(keys) {
      const open = (view.value?.own ?? []).filter(({ stage }) => waiting.has(stage));
      const proposed = new Set(open.flatMap(({ parts }) => parts.flatMap((part) => part.keys)));
      return keys.length > 0 && keys.every((key) => proposed.has(key));
    },
    forget() {
      view.value = null;
      problem.value = null;
    },
  };
}
