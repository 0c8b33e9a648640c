import { type OutlinedTag, outlineOf } from '../core/handOver/outlineOf.ts';
import { domAccess, type QueryRoot } from './domAccess.ts';
import { readElementFacts } from './picker/elementFacts.ts';
import { createWordLookup } from './picker/pageWords.ts';

/** Further out nothing tells the place any more. */
const mostAncestors = 12;

/** Time for reading the page's words; what could not be read in it is left out of the outline. */
const wordsMilliseconds = 25;

/** How the source of one element might look, for whoever is to mark it there. Ends at the root of its own tree. */
export function outlineElement(
  element: Element,
  roots: readonly QueryRoot[],
  now: () => number,
): readonly OutlinedTag[] {
  const chain = [element];
  let parent = domAccess.parentNode(element);
  while (parent && domAccess.isElement(parent) && chain.length <= mostAncestors) {
    chain.push(parent);
    parent = domAccess.parentNode(parent);
  }
  const wordOnPage = createWordLookup({ roots, now, deadline: now() + wordsMilliseconds });
  return outlineOf(chain.map(readElementFacts), wordOnPage);
}
