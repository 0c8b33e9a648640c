import type { RateLimit } from './appEnv.ts';

/** More names at once than that and the oldest is forgotten: a flood of made-up ones takes no memory. */
const maxNames = 10_000;

/**
 * A token bucket for each name (a key, an address).
 *
 * @returns a function that takes a turn and says how many seconds to wait, 0 for none
 */
export function createTokenBuckets(limit: RateLimit, now: () => Date): (name: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (name) => {
    const at = now().getTime();
    const bucket = buckets.get(name) ?? { tokens: limit.burst, at };
    const gained = (Math.max(0, at - bucket.at) / 1000) * limit.perSecond;
    const tokens = Math.min(limit.burst, bucket.tokens + gained);
    const isTaken = tokens >= 1;
    // Last in the map is last used.
    buckets.delete(name);
    buckets.set(name, { tokens: isTaken ? tokens - 1 : tokens, at });
    if (buckets.size > maxNames) buckets.delete(buckets.keys().next().value ?? '');
    return isTaken ? 0 : Math.max(1, Math.ceil((1 - tokens) / limit.perSecond));
  };
}
