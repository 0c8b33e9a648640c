import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLeakFinder, type LeakWorkerLike } from '../../../components/createLeakFinder.ts';
import type { LeakAnswer, LeakQuestion } from '../../../components/leakQuestions.ts';
import { scanOf } from '../findings/scanOf.ts';

const scan = scanOf({ records: [] });
const stop = new AbortController().signal;

/** A worker that is told what to say. */
function fakeWorker() {
  const asked: LeakQuestion[] = [];
  let hear: (event: MessageEvent<LeakAnswer>) => void = () => undefined;
  let isEnded = false;
  const worker: LeakWorkerLike = {
    postMessage: (question) => void asked.push(question),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') hear = listener as typeof hear;
    },
    terminate() {
      isEnded = true;
    },
  };
  return {
    worker,
    asked,
    say: (data: LeakAnswer) => hear({ data } as MessageEvent<LeakAnswer>),
    ended: () => isEnded,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a worker that hangs is ended, its question fails, and the next one goes to a new one', async () => {
  const workers = [fakeWorker(), fakeWorker()] as const;
  let started = 0;
  const finder = createLeakFinder(() => workers[started++]?.worker ?? workers[1].worker, stop);
  const first = finder.find(scan, stop);
  const failed = expect(first).rejects.toThrow('said nothing for 30 s');
  await vi.advanceTimersByTimeAsync(30_000);
  await failed;
  expect(workers[0].ended()).toBe(true);
  void finder.find(scan, stop);
  expect(workers[1].asked).toHaveLength(1);
});

test('one that is at work is waited for, however long it takes', async () => {
  const { worker, say, ended } = fakeWorker();
  const finder = createLeakFinder(() => worker, stop);
  void finder.find(scan, stop);
  for (let beat = 0; beat < 10; beat += 1) {
    await vi.advanceTimersByTimeAsync(20_000);
    say({ kind: 'alive', id: 1 });
  }
  expect(ended()).toBe(false);
});

test('one that was not asked anything may be silent', async () => {
  const { worker, say, ended } = fakeWorker();
  const finder = createLeakFinder(() => worker, stop);
  const asked = finder.find(scan, stop);
  const report = { findings: [], uninspected: [], hazards: [] } as unknown as Extract<
    LeakAnswer,
    { kind: 'found' }
  >['report'];
  say({ kind: 'found', id: 1, report });
  await asked;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(ended()).toBe(false);
});
