import type { RankedSelector } from './rankedSelector.ts';

/** As many as the slider can tell apart by eye. */
const maxKept = 8;

/**
 * Of selectors from several searches at most one for each set of elements that they match, the most stable, then the
 * shortest; narrow to broad.
 */
export function keepDistinct(ranked: readonly RankedSelector[]): RankedSelector[] {
  const bySet = new Map<string, RankedSelector>();
  for (const one of ranked) {
    const key = `${one.count}:${[...one.nodes].sort((a, b) => a - b).join()}`;
    const known = bySet.get(key);
    if (!known || isBetter(one, known)) bySet.set(key, one);
  }
  const best = [...bySet.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1)).slice(0, maxKept);
  return best.sort((a, b) => a.count - b.count || (isBetter(a, b) ? -1 : 1));
}

function isBetter(a: RankedSelector, b: RankedSelector): boolean {
  return a.stability > b.stability || (a.stability === b.stability && a.selector.length < b.selector.length);
}
