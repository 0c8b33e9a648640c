/** Work of a change that is done at once, in the turn in which the page made it: half a frame is the page's. */
const atOnceMilliseconds = 8;

/** Done entries that are held before the list is cut. */
const mostTaken = 1024;

export interface WorkQueueOptions {
  readonly signal: AbortSignal;
  /** Called whenever the queue has become empty. */
  readonly onDone: () => void;
  /** One piece of work failed; the others go on. */
  readonly onError: (error: unknown) => void;
}

/** What is done at once, or a longer piece in steps. */
export type Work = () => Generator<number, void> | void;

export interface WorkQueue {
  /** Begins at once if nothing else is under way: the page is then still as the change left it. */
  add(work: Work): void;
  /** Resolves when all that was added before is done: a page that never rests would have no other end. */
  idle(): Promise<void>;
}

/** One thing after the other, in slices: a page that adds 100,000 rows must not wait for us. */
export function createWorkQueue({ signal, onDone, onError }: WorkQueueOptions): WorkQueue {
  let pending: Work[] = [];
  let taken = 0;
  let current: Generator<number, void> | undefined;
  const channel = new MessageChannel();
  let isScheduled = false;
  let isRunning = false;
  channel.port1.onmessage = () => {
    isScheduled = false;
    run();
  };
  signal.addEventListener(
    'abort',
    () => {
      pending = [];
      taken = 0;
      channel.port1.close();
    },
    { once: true },
  );

  function add(work: Work): void {
    if (signal.aborted) return;
    pending.push(work);
    if (!isScheduled && !isRunning) run();
  }

  function run(): void {
    isRunning = true;
    const end = performance.now() + atOnceMilliseconds;
    while (isBusy() && performance.now() < end) {
      try {
        step();
      } catch (error) {
        current = undefined;
        onError(error);
      }
    }
    isRunning = false;
    if (isBusy()) {
      schedule();
      return;
    }
    onDone();
  }

  function step(): void {
    current ??= take()?.() ?? undefined;
    if (current?.next().done) current = undefined;
  }

  /** Not `shift`: with 100,000 entries each of them moves all the others. */
  function take(): Work | undefined {
    const work = pending[taken];
    taken += 1;
    if (taken === pending.length || taken === mostTaken) {
      pending = pending.slice(taken);
      taken = 0;
    }
    return work;
  }

  function isBusy(): boolean {
    return taken < pending.length || current !== undefined;
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    channel.port2.postMessage(null);
  }

  function idle(): Promise<void> {
    if (!isBusy()) return Promise.resolve();
    return new Promise((resolve) => {
      pending.push(() => {
        onDone();
        resolve();
      });
    });
  }

  return { add, idle };
}
