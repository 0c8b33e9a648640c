import { SavedPagesError } from '../../core/saved/savedPageStorage.ts';
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

export interface SavedWorkerLike {
  postMessage(question: SavedQuestion): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<SavedAnswer>) => void,
    options: { signal: AbortSignal },
  ): void;
  addEventListener(
    type: 'error',
    listener: (event: ErrorEvent) => void,
    options: { signal: AbortSignal },
  ): void;
  terminate(): void;
}

/** A worker says that it is alive after each page. */
const patience = 30_000;

/**
 * Asks the worker. One that says nothing for half a minute while it is asked something is ended, its questions fail and
 * the next ones go to a new one: pages are in the database, not in the worker.
 *
 * @param startWorker starts the worker; called at the first question, and again after one was ended
 */
export function createSavedPagesClient(
  startWorker: () => SavedWorkerLike,
  signal: AbortSignal,
): SavedPagesClient {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let worker: SavedWorkerLike | undefined;

  function started(): SavedWorkerLike {
    const fresh = startWorker();
    fresh.addEventListener('message', ({ data }) => hear(data), { signal });
    fresh.addEventListener('error', ({ message }) => giveUp(message), { signal });
    return fresh;
  }

  function hear(data: SavedAnswer): void {
    if (data.kind !== 'alive') {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'failed') asked?.reject(new SavedPagesError(data.code, data.detail));
      else asked?.resolve(data.answer);
    }
    listen();
  }

  function listen(): void {
    clearTimeout(silence);
    if (waiting.size > 0 && !signal.aborted)
      silence = setTimeout(() => giveUp(`nothing was heard for ${patience / 1000} s`), patience);
  }

  function giveUp(detail: string): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new SavedPagesError('ended', detail));
    waiting.clear();
    clearTimeout(silence);
  }

  return {
    ask<K extends SavedWorkName>(kind: K, ask: SavedWork[K]['ask'], stop?: AbortSignal) {
      last += 1;
      const id = last;
      return new Promise<SavedWork[K]['answer']>((resolve, reject) => {
        stop?.throwIfAborted();
        worker ??= started();
        waiting.set(id, { resolve: (answer) => resolve(answer as SavedWork[K]['answer']), reject });
        stop?.addEventListener(
          'abort',
          () => {
            if (!waiting.delete(id)) return;
            worker?.postMessage({ kind: 'stop', id });
            reject(stop.reason);
            if (waiting.size === 0) clearTimeout(silence);
          },
          { signal, once: true },
        );
        worker.postMessage({ kind, id, ask } as SavedQuestion);
        if (waiting.size === 1) listen();
      });
    },
  };
}
