/** A worker as far as it is asked things. */
export interface WorkerLike<Question, Answer> {
  postMessage(question: Question): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<Answer>) => void,
    options: { signal: AbortSignal },
  ): void;
  addEventListener(
    type: 'error',
    listener: (event: ErrorEvent) => void,
    options: { signal: AbortSignal },
  ): void;
  terminate(): void;
}

/** Every question has a number, and may be stopped by it. */
type AnyQuestion = { readonly kind: string; readonly id: number };

/** A sign of life while it works, or the end of one question. */
type AnyAnswer = { readonly kind: string; readonly id: number };

export interface WorkerClientOptions<Question, Answer> {
  /** Called at the first question or before (`warm`), and again after a worker was ended. */
  readonly startWorker: () => WorkerLike<Question | StopQuestion, Answer>;
  /** Undefined: the answer is what was asked for. */
  readonly failureOf: (answer: Answer) => Error | undefined;
  /** The worker hangs or broke down, in words. */
  readonly ended: (detail: string) => Error;
  readonly signal: AbortSignal;
}

export interface StopQuestion {
  readonly kind: 'stop';
  readonly id: number;
}

export interface WorkerClient<Question, Answer> {
  /** Rejects with a failure, or with the signal's reason when aborted: a late answer to it is dropped. */
  ask(question: (id: number) => Question, stop?: AbortSignal): Promise<Answer>;
  /** Starts the worker before anything is asked of it: its code takes a while to load. */
  warm(): void;
}

/** A worker at work says that it is alive several times a second. */
const patience = 30_000;

/**
 * Asks a worker of the panel. One that breaks down, or says nothing for half a minute while it is asked something, is
 * ended: its questions fail, and the next ones go to a new one.
 */
export function createWorkerClient<Question extends AnyQuestion, Answer extends AnyAnswer>(
  options: WorkerClientOptions<Question, Answer>,
): WorkerClient<Question, Answer> {
  const { startWorker, failureOf, ended, signal } = options;
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let worker: WorkerLike<Question | StopQuestion, Answer> | undefined;

  function started(): WorkerLike<Question | StopQuestion, Answer> {
    const fresh = startWorker();
    fresh.addEventListener('message', ({ data }) => hear(data), { signal });
    fresh.addEventListener('error', ({ message }) => giveUp(message), { signal });
    return fresh;
  }

  function hear(data: Answer): void {
    if (data.kind !== 'alive') {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      const failure = failureOf(data);
      if (failure) asked?.reject(failure);
      else asked?.resolve(data);
    }
    listen();
  }

  /** Begins to wait anew, as long as there is something to wait for. */
  function listen(): void {
    clearTimeout(silence);
    if (waiting.size > 0 && !signal.aborted)
      silence = setTimeout(() => giveUp(`it said nothing for ${patience / 1000} s and was ended`), patience);
  }

  function giveUp(detail: string): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(ended(detail));
    waiting.clear();
    clearTimeout(silence);
  }

  return {
    warm() {
      worker ??= started();
    },
    ask(question, stop) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        stop?.throwIfAborted();
        worker ??= started();
        waiting.set(id, { resolve, reject });
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
        worker.postMessage(question(id));
        if (waiting.size === 1) listen();
      });
    },
  };
}
