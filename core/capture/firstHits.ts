import type { CaptureScan } from './captureScan.ts';

/**
 * The first elements that each of these rules hit, whether it decided there or not; what only inherits is none.
 *
 * @param rules indexes of active rules
 * @param most so many elements of each rule
 * @returns node ids by rule, in the order of the scan's decisions
 */
export function firstHits(
  { decisions }: Pick<CaptureScan, 'decisions'>,
  rules: ReadonlySet<number>,
  most: number,
): ReadonlyMap<number, readonly number[]> {
  const hits = new Map<number, number[]>();
  for (const { winner, losers, node } of decisions) {
    for (const rule of [winner, ...losers]) {
      if (!rules.has(rule)) continue;
      const known = hits.get(rule) ?? [];
      if (known.length < most && !known.includes(node)) known.push(node);
      hits.set(rule, known);
    }
  }
  return hits;
}
