import type { RankedSelector } from './rankedSelector.ts';

/** Less likely to hold after the next deploy than this is taken only where nothing else is left. */
const stableEnough = 0.3;
/** An element that is hidden needlessly costs half of what one more wanted element is worth. */
const costOfOther = 0.5;

/**
 * Of the selectors that are suggested for one element the one that does most for a whole list: many of the wanted
 * elements, few others, and likely to last.
 *
 * @param candidates none of them holds anything of the page (`suggestSelectors`)
 * @param wanted ids of the elements that are still to be covered
 */
export function chooseCovering(
  candidates: readonly RankedSelector[],
  wanted: ReadonlySet<number>,
): RankedSelector | undefined {
  const stable = candidates.filter(({ stability }) => stability >= stableEnough);
  const worth = ({ nodes, count }: RankedSelector) => {
    const covered = nodes.filter((node) => wanted.has(node)).length;
    return covered - costOfOther * Math.max(0, count - covered);
  };
  let best: RankedSelector | undefined;
  for (const candidate of stable.length > 0 ? stable : candidates) {
    const gain = best ? worth(candidate) - worth(best) : 1;
    if (gain > 0 || (gain === 0 && best && candidate.stability > best.stability)) best = candidate;
  }
  return best;
}
