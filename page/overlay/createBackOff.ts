export interface BackOffOptions {
  /** Attempts within the time; after that it is given up. */
  readonly most: number;
  readonly milliseconds: number;
  /** So many are made at once: a framework that renders anew means nothing by it. */
  readonly atOnce: number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** The first attempt that waits, waits so long; each further one twice as long. */
const firstWait = 20;

/** How long to wait before the next attempt, in milliseconds; undefined when there were too many: give up. */
export function createBackOff({ most, milliseconds, atOnce, now }: BackOffOptions): () => number | undefined {
  let attempts: number[] = [];
  return () => {
    const time = now();
    attempts = attempts.filter((attempt) => time - attempt < milliseconds);
    if (attempts.length >= most) return undefined;
    attempts.push(time);
    const late = attempts.length - atOnce;
    return late <= 0 ? 0 : firstWait * 2 ** (late - 1);
  };
}
