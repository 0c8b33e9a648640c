/** Work per slice. A frame is 16 ms; half of it is the page's (docs/benchmarks.md, P2 and P5). */
const sliceMilliseconds = 8;

export interface SlicedRun {
  readonly signal: AbortSignal;
  /** Called after each slice with what the generator yielded last. */
  readonly onSlice?: (progress: number) => void;
}

/**
 * Runs a generator in slices, giving the thread back to the page in between. A message channel, not
 * `scheduler.yield()`: its continuations starve the page's timers (PostHog/posthog-js#4233).
 *
 * @returns what the generator returns; rejects with the signal's reason when aborted
 */
export async function runSliced<T>(work: Generator<number, T>, run: SlicedRun): Promise<T> {
  const breathe = createBreather();
  try {
    for (;;) {
      run.signal.throwIfAborted();
      const end = performance.now() + sliceMilliseconds;
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      if (step.done) return step.value;
      run.onSlice?.(step.value);
      await breathe.next();
    }
  } finally {
    breathe.close();
    work.return(undefined as T);
  }
}

function createBreather() {
  const channel = new MessageChannel();
  return {
    next: () =>
      new Promise<void>((resolve) => {
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      }),
    close() {
      channel.port1.close();
    },
  };
}
