import { SavedPagesError } from '../../core/saved/savedPageStorage.ts';
import { createWorkerClient, type WorkerLike } from '../createWorkerClient.ts';
import type { SavedAnswer, SavedQuestion, SavedWork, SavedWorkName } from './savedQuestions.ts';

/** Everything the panel does with saved pages: in a worker, so that a hundred of them never freeze it. */
export interface SavedPagesClient {
  /** Rejects with `SavedPagesError`, or with the signal's reason when aborted. */
  ask<K extends SavedWorkName>(
    kind: K,
    ask: SavedWork[K]['ask'],
    stop?: AbortSignal,
  ): Promise<SavedWork[K]['answer']>;
}

export type SavedWorkerLike = WorkerLike<SavedQuestion, SavedAnswer>;

/** Pages are in the database, not in the worker: a new one goes on where an ended one was. */
export function createSavedPagesClient(
  startWorker: () => SavedWorkerLike,
  signal: AbortSignal,
): SavedPagesClient {
  const client = createWorkerClient<SavedQuestion, SavedAnswer>({
    startWorker,
    failureOf: (answer) =>
      answer.kind === 'failed' ? new SavedPagesError(answer.code, answer.detail) : undefined,
    ended: (detail) => new SavedPagesError('ended', detail),
    signal,
  });
  return {
    async ask<K extends SavedWorkName>(kind: K, ask: SavedWork[K]['ask'], stop?: AbortSignal) {
      const answer = await client.ask((id) => ({ kind, id, ask }) as SavedQuestion, stop);
      if (answer.kind !== 'done')
        throw new SavedPagesError('ended', `asked to "${kind}", got "${answer.kind}"`);
      return answer.answer as SavedWork[K]['answer'];
    },
  };
}
