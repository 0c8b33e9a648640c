import type { WordOnPage } from '../../core/selectors/holdsPageData.ts';
import { maxNodes, type SelectorMatches } from '../../core/selectors/suggestSelectors.ts';
import { domAccess, type QueryRoot, queryAll } from '../domAccess.ts';
import { createWordLookup } from './pageWords.ts';

export interface SelectorRunsOptions {
  /** What selectors are made for: a selector that matches none of them is not run on the page. */
  readonly examples: readonly Element[];
  /** Everything a rule's selector is tried on: documents of the page and its frames, shadow roots. */
  readonly roots: readonly QueryRoot[];
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** Selectors tried on a page within one budget of time, for one request of suggestions. */
export interface SelectorRuns {
  /** A number for an element, small and dense; those of the examples come first. */
  numberOf(element: Element): number;
  elementOf(number: number): Element | undefined;
  /** Numbers of the examples that a selector matches; null when the time is up. */
  hits(selector: string): ReadonlySet<number> | null;
  /** The examples that are matched come first among the nodes. Null when the time is up. */
  evaluate(selector: string, isLastResort: boolean): SelectorMatches | null;
  readonly wordOnPage: WordOnPage;
}

/** Time for reading the page's words, for trying selectors, and for positions when the rest took it all. */
const wordsMilliseconds = 25;
const searchMilliseconds = 40;
const lastResortMilliseconds = 20;

export function createSelectorRuns({ examples, roots, now }: SelectorRunsOptions): SelectorRuns {
  const wordOnPage = createWordLookup({ roots, now, deadline: now() + wordsMilliseconds });
  const numbers = new Map<Element, number>();
  const elements: Element[] = [];
  let deadline = now() + wordsMilliseconds + searchMilliseconds;
  let isLate = false;

  function numberOf(element: Element): number {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    numbers.set(element, elements.length);
    return elements.push(element) - 1;
  }

  const numbered = examples.map((element) => ({ element, number: numberOf(element) }));
  const hitBy = (selector: string) =>
    numbered.flatMap(({ element, number }) => (domAccess.matches(element, selector) ? [number] : []));

  function evaluate(selector: string, isLastResort: boolean): SelectorMatches | null {
    if (isLastResort && !isLate) {
      isLate = true;
      deadline = Math.max(deadline, now() + lastResortMilliseconds);
    }
    if (now() > deadline) return null;
    const hit = hitBy(selector);
    if (hit.length === 0) return { count: 0, nodes: [] };
    const lists = roots.map((root) => queryAll(root, selector));
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    return { count, nodes: [...hit, ...sampleOf(lists, count).map(numberOf)] };
  }

  return {
    numberOf,
    elementOf: (number) => elements[number],
    // The last resort's time is not counted: a match per example costs microseconds.
    hits: (selector) => (now() > deadline + lastResortMilliseconds ? null : new Set(hitBy(selector))),
    evaluate,
    wordOnPage,
  };
}

/** All of a small set; of a large one the first half of what is kept, then every so many-th. */
function sampleOf(lists: readonly NodeListOf<Element>[], count: number): Element[] {
  if (count <= maxNodes) return lists.flatMap((list) => [...list]);
  const head = maxNodes / 2;
  const stride = Math.ceil((count - head) / head);
  const found: Element[] = [];
  let offset = 0;
  for (const list of lists) {
    for (let index = 0; index < list.length; ) {
      const element = list[index];
      if (element) found.push(element);
      index += offset + index < head ? 1 : stride;
    }
    offset += list.length;
  }
  return found;
}
