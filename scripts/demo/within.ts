/** A step of the demo did not come to its end. The message says which, and what it was waiting for. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

export interface Step {
  /** What is being done, as a person would say it: "Opening the side panel". */
  readonly name: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Ctrl+C. */
  readonly signal: AbortSignal;
}

/**
 * Runs one step and gives up on it after its time, or when the person does. The work itself is not stopped:
 * whoever started it closes what it holds.
 *
 * @throws StepFailed
 */
export async function within<T>({ name, timeout, signal }: Step, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const gaveUp = new Promise<never>((_, reject) => {
    const late = setTimeout(() => {
      reject(new StepFailed(`${name}: it did not finish within ${Math.round(timeout / 1000)} s.`));
    }, timeout);
    done.signal.addEventListener('abort', () => clearTimeout(late), { once: true });
    const stop = (): void => reject(new StepFailed(`${name}: stopped.`));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([work(), gaveUp]);
  } catch (error) {
    if (error instanceof StepFailed) throw error;
    throw new StepFailed(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    done.abort();
  }
}
