import { expect, test } from 'vitest';
import { createWorkQueue } from '../../../page/recording/workQueue.ts';

function queueOf() {
  const end = new AbortController();
  const errors: unknown[] = [];
  const queue = createWorkQueue({
    signal: end.signal,
    onDone: () => undefined,
    onError: (error) => errors.push(error),
  });
  return { queue, errors, end };
}

test('idle ends although more work comes all the time', async () => {
  const { queue, end } = queueOf();
  let before = 0;
  let after = 0;
  function* endless(): Generator<number, void> {
    after += 1;
    yield 0;
    queue.add(endless);
  }
  function* once(): Generator<number, void> {
    yield 0;
    before += 1;
  }
  queue.add(endless);
  for (let i = 0; i < 5000; i += 1) queue.add(once);
  await queue.idle();
  expect(before).toBe(5000);
  expect(after).toBeGreaterThan(0);
  end.abort();
});

test('work is done in the order in which it came, across the point where the list is cut', async () => {
  const { queue, end } = queueOf();
  const done: number[] = [];
  queue.add(function* hold() {
    const until = performance.now() + 20;
    while (performance.now() < until) yield 0;
  });
  for (let i = 0; i < 5000; i += 1) queue.add(() => void done.push(i));
  await queue.idle();
  expect(done).toEqual(Array.from({ length: 5000 }, (_, index) => index));
  end.abort();
});

test('one piece of work that fails does not end the others', async () => {
  const { queue, errors, end } = queueOf();
  let done = false;
  queue.add(() => {
    throw new Error('no');
  });
  queue.add(() => {
    done = true;
  });
  await queue.idle();
  expect({ done, errors: errors.length }).toEqual({ done: true, errors: 1 });
  end.abort();
});
