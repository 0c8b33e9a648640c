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
  evaluate(selector: string, isLastResort: boolean, isFinal?: boolean): SelectorMatches | null;
  readonly wordOnPage: WordOnPage;
}

/**
 * Milliseconds from the click until the page's words are read, until selectors were tried, and until positions were when
 * the rest took it all. A page waits for it in one piece, and 50 ms are felt; so nothing is begun that would end later
 * if it took as long as the slowest selector so far.
 */
const wordsUntil = 14;
const searchUntil = 30;
const positionsUntil = 37;
/** A pause of the machine is no property of a selector. */
const longestStep = 8;

export function createSelectorRuns({ examples, roots, now }: SelectorRunsOptions): SelectorRuns {
  const begun = now();
  const wordOnPage = createWordLookup({ roots, now, deadline: begun + wordsUntil });
  const numbers = new Map<Element, number>();
  const elements: Element[] = [];
  let slowest = 0;

  function numberOf(element: Element): number {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    numbers.set(element, elements.length);
    return elements.push(element) - 1;
  }

  const numbered = examples.map((element) => ({ element, number: numberOf(element) }));
  const hitBy = (selector: string) =>
    numbered.flatMap(({ element, number }) => (domAccess.matches(element, selector) ? [number] : []));

  function evaluate(selector: string, isLastResort: boolean, isFinal = false): SelectorMatches | null {
    const start = now();
    const until = begun + (isLastResort ? positionsUntil : searchUntil);
    if (start + slowest > until && !isFinal) return null;
    const hit = hitBy(selector);
    if (hit.length === 0) return { count: 0, nodes: [] };
    const lists = roots.map((root) => queryAll(root, selector));
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    const nodes = [...hit, ...sampleOf(lists, count).map(numberOf)];
    slowest = Math.min(longestStep, Math.max(slowest, now() - start));
    return { count, nodes };
  }

  return {
    numberOf,
    elementOf: (number) => elements[number],
    // The last resort's time is not counted: a match per example costs microseconds.
    hits: (selector) => (now() > begun + positionsUntil ? null : new Set(hitBy(selector))),
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
