import { compareSketches } from './compareSketches.ts';
import type { ElementSketch } from './elementSketch.ts';
import type { PageMemory } from './matchMemory.ts';

export interface Lookalike<Element> {
  readonly element: Element;
  /** 0..1 */
  readonly likeness: number;
}

/** Less alike than this, and it is something else. Measured: test/unit/rot/lookalikes.test.ts. */
export const leastLikeness = 0.55;

/** An element that is this much less alike than the best is another kind of thing. */
const widestGap = 0.08;

/** A list may have grown since; one field stays one field. */
const growth = 1.25;
const smallestList = 4;
export const mostLookalikes = 100;

/**
 * Those of the elements that look like what a rule matched once: the best, and all that are about as good.
 *
 * @param candidates elements with their sketches, read one by one
 */
export function* findLookalikes<Element>(
  remembered: Pick<PageMemory, 'count' | 'sketches'>,
  candidates: Iterable<readonly [Element, ElementSketch]>,
): Generator<number, readonly Lookalike<Element>[]> {
  const found: Lookalike<Element>[] = [];
  let looked = 0;
  for (const [element, sketch] of candidates) {
    const likeness = Math.max(0, ...remembered.sketches.map((one) => compareSketches(one, sketch)));
    if (likeness >= leastLikeness) found.push({ element, likeness });
    looked += 1;
    yield looked;
  }
  found.sort((a, b) => b.likeness - a.likeness);
  const best = found[0]?.likeness ?? 0;
  const { count } = remembered;
  const most = Math.min(mostLookalikes, count < smallestList ? count : Math.ceil(count * growth));
  return found.filter(({ likeness }) => likeness >= best - widestGap).slice(0, most);
}
