import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedLook } from '../../core/check/plannedLook.ts';

export interface NumberedLook {
  /** Its place in the list of all looks. */
  readonly at: number;
  readonly look: PlannedLook;
}

export interface LookQueueOptions {
  readonly looks: readonly NumberedLook[];
  readonly hostOf: (look: PlannedLook) => string | undefined;
  readonly delayOf: (host: string) => number;
  /** When the next page of a host may be opened, on the clock of `performance.now()`. It outlives the queue: those who look once more keep the same pace. */
  readonly ready: Map<string, number>;
  readonly signal: AbortSignal;
}

interface HostQueue {
  readonly host: string;
  readonly looks: NumberedLook[];
  next: number;
  readonly delay: number;
}

/**
 * Looks one after the other, in the order of the list as far as hosts may be asked already: while one host is left
 * alone, others have their turn.
 */
export function createLookQueue({ looks, hostOf, delayOf, ready, signal }: LookQueueOptions): {
  /** @returns undefined when there are none left, or the run was stopped */
  next(): Promise<NumberedLook | undefined>;
} {
  const hosts = new Map<string, HostQueue>();
  for (const one of looks) {
    const host = hostOf(one.look) ?? '';
    const queue = hosts.get(host) ?? { host, looks: [], next: 0, delay: host === '' ? 0 : delayOf(host) };
    queue.looks.push(one);
    hosts.set(host, queue);
  }

  function taken(): NumberedLook | number | undefined {
    const now = performance.now();
    let first: HostQueue | undefined;
    let soonest = Number.POSITIVE_INFINITY;
    for (const queue of hosts.values()) {
      const head = queue.looks[queue.next];
      if (!head) continue;
      const free = ready.get(queue.host) ?? 0;
      soonest = Math.min(soonest, free);
      if (free <= now && head.at < (first?.looks[first.next]?.at ?? Number.POSITIVE_INFINITY)) first = queue;
    }
    if (!first) return Number.isFinite(soonest) ? soonest - now : undefined;
    const one = first.looks[first.next];
    first.next += 1;
    ready.set(first.host, now + first.delay);
    return one;
  }

  return {
    async next() {
      while (!signal.aborted) {
        const answer = taken();
        if (typeof answer !== 'number') return answer;
        // Being stopped ends the waiting; the loop sees it.
        await pause(answer, undefined, { signal }).catch(() => undefined);
      }
      return undefined;
    },
  };
}
