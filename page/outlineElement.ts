import { type OutlinedTag, outlineOf } from '../core/handOver/outlineOf.ts';
import type { QueryRoot } from './domAccess.ts';
import { readAncestorFacts } from './picker/ancestorFacts.ts';
import { readElementFacts } from './picker/elementFacts.ts';
import { createWordLookup } from './picker/pageWords.ts';

/** How the source of one element might look, for whoever is to mark it there. Ends at the root of its own tree. */
export function outlineElement(
  element: Element,
  roots: readonly QueryRoot[],
  now: () => number,
): readonly OutlinedTag[] {
  const chain = [readElementFacts(element), ...readAncestorFacts(element)];
  return outlineOf(chain, createWordLookup({ roots, now }));
}
