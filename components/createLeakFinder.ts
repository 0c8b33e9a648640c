import { noLeakSettings } from '../core/leakSettings/leakSettings.ts';
import type { DatedLeakSettings, LeakFinder, LeakReport } from './client.ts';
import { createWorkerClient, type WorkerLike } from './createWorkerClient.ts';
import type { LeakAnswer, LeakQuestion } from './leakQuestions.ts';

export type LeakWorkerLike = WorkerLike<LeakQuestion, LeakAnswer>;

/** Asks the worker that searches for leaks. A failure is shown as such: then nothing is said about the page. */
export function createLeakFinder(startWorker: () => LeakWorkerLike, signal: AbortSignal): LeakFinder {
  const { ask, warm } = createWorkerClient<LeakQuestion, LeakAnswer>({
    startWorker,
    failureOf: (answer) => (answer.kind === 'failed' ? new Error(answer.detail) : undefined),
    ended: (detail) => new Error(`the search failed: ${detail}`),
    signal,
  });
  warm();
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
