import type { LateResolver } from '../../core/profiles/profile.ts';

/** Between a change and the first chance to read it, and the last: @datadog/browser-rum@7.16.2, mutationBatch.mjs. */
const leastDelay = 16;
const mostDelay = 100;

export interface Batches {
  add(records: readonly MutationRecord[]): void;
  /** Reads what is still waiting. */
  flush(): void;
}

/** Hands mutations on when the recorder would read them: what is gone again by then, it never sees. */
export function createBatches(
  when: LateResolver['reads'],
  signal: AbortSignal,
  read: (records: readonly MutationRecord[]) => void,
): Batches {
  if (when === 'at-once') return { add: read, flush: () => undefined };
  let waiting: MutationRecord[] = [];

  function flush(): void {
    const records = waiting;
    waiting = [];
    if (records.length > 0 && !signal.aborted) read(records);
  }

  function add(records: readonly MutationRecord[]): void {
    const isFirst = waiting.length === 0;
    waiting.push(...records);
    if (isFirst) setTimeout(() => requestIdleCallback(flush, { timeout: mostDelay }), leastDelay);
  }

  return { add, flush };
}
