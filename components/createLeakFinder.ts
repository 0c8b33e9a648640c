import { noLeakSettings } from '../core/leakSettings/leakSettings.ts';
import type { DatedLeakSettings, LeakFinder, LeakReport } from './client.ts';
import type { LeakAnswer, LeakQuestion } from './leakQuestions.ts';

export interface WorkerLike {
  postMessage(question: LeakQuestion): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<LeakAnswer>) => void,
    options: { signal: AbortSignal },
  ): void;
  addEventListener(
    type: 'error',
    listener: (event: ErrorEvent) => void,
    options: { signal: AbortSignal },
  ): void;
  terminate(): void;
}

/** A worker says that it is alive about every 30 ms; a long text by all detectors takes it a second or two. */
const patience = 30_000;

/**
 * Asks the worker; each question has a number, so that late answers to abandoned ones are dropped.
 *
 * A worker that says nothing for half a minute while it is asked something hangs: it is ended, its questions fail and
 * the next ones go to a new one. A failure is shown as such: then nothing is said about the page.
 *
 * @param startWorker starts the worker; called again after one was ended
 */
export function createLeakFinder(startWorker: () => WorkerLike, signal: AbortSignal): LeakFinder {
  const waiting = new Map<
    number,
    { resolve: (answer: LeakAnswer) => void; reject: (error: Error) => void }
  >();
  let last = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let worker = started();

  function started(): WorkerLike {
    const fresh = startWorker();
    fresh.addEventListener('message', ({ data }) => hear(data), { signal });
    fresh.addEventListener('error', (event) => failAll(new Error(event.message)), { signal });
    return fresh;
  }

  function hear(data: LeakAnswer): void {
    if (data.kind !== 'alive') {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'failed') asked?.reject(new Error(data.detail));
      else asked?.resolve(data);
    }
    listen();
  }

  /** Begins to wait anew, as long as there is something to wait for. */
  function listen(): void {
    clearTimeout(silence);
    if (waiting.size > 0 && !signal.aborted) silence = setTimeout(giveUp, patience);
  }

  function giveUp(): void {
    worker.terminate();
    worker = started();
    failAll(new Error(`the search said nothing for ${patience / 1000} s and was ended`));
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    clearTimeout(silence);
  }

  function ask(question: (id: number) => LeakQuestion, stop: AbortSignal): Promise<LeakAnswer> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      stop.throwIfAborted();
      waiting.set(id, { resolve, reject });
      stop.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          // It does not answer this any more.
          if (waiting.size === 0) clearTimeout(silence);
          worker.postMessage({ kind: 'stop', id });
          reject(stop.reason);
        },
        { signal, once: true },
      );
      worker.postMessage(question(id));
      if (waiting.size === 1) listen();
    });
  }

  return {
    async find(scan, stop, { recording, leaks = undated } = {}) {
      return reportIn(await ask((id) => ({ kind: 'find', id, scan, recording, leaks }), stop));
    },
    async tryDetector(scan, entry, stop) {
      const answer = await ask((id) => ({ kind: 'try', id, scan, entry }), stop);
      if (answer.kind !== 'tried') throw new Error(`asked to try a detector, got "${answer.kind}"`);
      return answer.trial;
    },
    async addLate(recording, parts) {
      return reportIn(await ask((id) => ({ kind: 'late', id, recording, parts }), signal));
    },
    async compare(before, after, stop) {
      const answer = await ask((id) => ({ kind: 'compare', id, before, after }), stop);
      if (answer.kind !== 'compared') throw new Error(`asked for a comparison, got "${answer.kind}"`);
      return answer.comparison;
    },
  };
}

/** Nobody added anything: no day is compared with. */
const undated: DatedLeakSettings = { settings: noLeakSettings, today: '' };

function reportIn(answer: LeakAnswer): LeakReport {
  if (answer.kind !== 'found') throw new Error(`asked for leaks, got "${answer.kind}"`);
  return answer.report;
}
