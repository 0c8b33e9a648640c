import type { RankedSelector } from './rankedSelector.ts';

/** Less likely to hold after the next deploy than this is taken only where nothing else is left. */
const stableEnough = 0.3;
/** A tag without a name (`p`, `td`) is on every page of the site: as a rule it would hide far more than is seen here. */
const bareTag = /^[a-z][a-z0-9]*$/i;
/** An element that is hidden needlessly costs half of what one more wanted element is worth. */
const costOfOther = 0.5;

/**
 * Of the selectors that are suggested for one element the one that does most for a whole list: many of the wanted
 * elements, few others, and likely to last. Undefined when only bare tags are left: whoever knows the site names it.
 *
 * @param candidates none of them holds anything of the page (`suggestSelectors`)
 * @param wanted ids of the elements that are still to be covered
 */
export function chooseCovering(
  candidates: readonly RankedSelector[],
  wanted: ReadonlySet<number>,
): RankedSelector | undefined {
  const named = candidates.filter(({ selector }) => !bareTag.test(selector));
  const stable = named.filter(({ stability }) => stability >= stableEnough);
  const worth = ({ nodes, count }: RankedSelector) => {
    const covered = nodes.filter((node) => wanted.has(node)).length;
    return covered - costOfOther * Math.max(0, count - covered);
  };
  let best: RankedSelector | undefined;
  for (const candidate of stable.length > 0 ? stable : named) {
    const gain = best ? worth(candidate) - worth(best) : 1;
    if (gain > 0 || (gain === 0 && best && candidate.stability > best.stability)) best = candidate;
  }
  return best;
}
