export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
  /** Answers that were not 200, and requests without an answer. */
  readonly failed: number;
}

/** Callers that ask again as soon as they are answered. */
const callers = 16;

/** How many requests a server answers within `ms`, and how long each takes. The first fifth only warms up. */
export async function measureLoad(ms: number, ask: (caller: number) => Promise<boolean>): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const warm = began + ms / 5;
  const until = began + ms;
  const call = async (caller: number): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      const isRight = await ask(caller);
      if (start < warm) continue;
      times.push(performance.now() - start);
      if (!isRight) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const seconds = (performance.now() - warm) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), answered: times.length, failed };
}
