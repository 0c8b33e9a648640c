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
}

/** Asks the worker; each question has a number, so that late answers to abandoned ones are dropped. */
export function createLeakFinder(worker: WorkerLike, signal: AbortSignal): LeakFinder {
  const waiting = new Map<
    number,
    { resolve: (answer: LeakAnswer) => void; reject: (error: Error) => void }
  >();
  let last = 0;

  worker.addEventListener(
    'message',
    ({ data }) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'failed') asked?.reject(new Error(data.detail));
      else asked?.resolve(data);
    },
    { signal },
  );
  worker.addEventListener(
    'error',
    (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message));
      waiting.clear();
    },
    { signal },
  );

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
          worker.postMessage({ kind: 'stop', id });
          reject(stop.reason);
        },
        { signal, once: true },
      );
      worker.postMessage(question(id));
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
