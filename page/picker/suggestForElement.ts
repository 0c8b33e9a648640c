import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { suggestSelectors } from '../../core/selectors/suggestSelectors.ts';
import type { QueryRoot } from '../domAccess.ts';
import { readAncestorFacts } from './ancestorFacts.ts';
import { readElementFacts } from './elementFacts.ts';
import { createSelectorRuns } from './selectorRuns.ts';

export interface SuggestOptions {
  readonly element: Element;
  /** Everything a rule's selector is tried on: documents of the page and its frames, shadow roots. */
  readonly roots: readonly QueryRoot[];
  readonly idOf: (node: Node) => number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/**
 * Ranked selectors for one element of the page. Selectors never reach out of the element's own tree: a rule
 * for something in a shadow root is made of that root's elements only.
 *
 * @returns narrow to broad; `nodes` are the ids of `idOf`
 */
export function suggestForElement({ element, roots, idOf, now }: SuggestOptions): RankedSelector[] {
  const runs = createSelectorRuns({ examples: [element], roots, now });
  const ranked = suggestSelectors({
    target: readElementFacts(element),
    targetId: runs.numberOf(element),
    ancestors: readAncestorFacts(element),
    evaluate: runs.evaluate,
    wordOnPage: runs.wordOnPage,
  });
  return ranked.map((one) => ({
    ...one,
    nodes: one.nodes.flatMap((number) => runs.elementOf(number) ?? []).map(idOf),
  }));
}
