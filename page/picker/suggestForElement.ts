import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { maxNodes, type SelectorMatches, suggestSelectors } from '../../core/selectors/suggestSelectors.ts';
import { domAccess, type QueryRoot, queryAll } from '../domAccess.ts';
import { readElementFacts } from './elementFacts.ts';
import { createWordLookup } from './pageWords.ts';

export interface SuggestOptions {
  readonly element: Element;
  /** Everything a rule's selector is tried on: documents of the page and its frames, shadow roots. */
  readonly roots: readonly QueryRoot[];
  readonly idOf: (node: Node) => number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** Further ancestors cannot make a selector better, only longer. */
const mostAncestors = 40;

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

/**
 * Ranked selectors for one element of the page. Selectors never reach out of the element's own tree: a rule
 * for something in a shadow root is made of that root's elements only.
 *
 * @returns narrow to broad; `nodes` are the ids of `idOf`
 */
export function suggestForElement(options: SuggestOptions): RankedSelector[] {
  const { element, roots, now } = options;
  const begun = now();
  const wordOnPage = createWordLookup({ roots, now, deadline: begun + wordsUntil });
  const ancestors = ancestorsOf(element).map(readElementFacts);
  const numbers = new Map<Element, number>();
  const elements: Element[] = [];
  const numberOf = (found: Element): number => {
    const known = numbers.get(found);
    if (known !== undefined) return known;
    numbers.set(found, elements.length);
    return elements.push(found) - 1;
  };
  const targetId = numberOf(element);
  let slowest = 0;
  const evaluate = (selector: string, isLastResort: boolean, isFinal = false): SelectorMatches | null => {
    const start = now();
    const until = begun + (isLastResort ? positionsUntil : searchUntil);
    if (start + slowest > until && !isFinal) return null;
    if (!domAccess.matches(element, selector)) return { count: 0, nodes: [] };
    const lists = roots.map((root) => queryAll(root, selector));
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    const nodes = [targetId, ...sampleOf(lists, count).map(numberOf)];
    slowest = Math.min(longestStep, Math.max(slowest, now() - start));
    return { count, nodes };
  };
  const target = readElementFacts(element);
  return suggestSelectors({ target, targetId, ancestors, evaluate, wordOnPage }).map((ranked) => ({
    ...ranked,
    nodes: ranked.nodes.flatMap((number) => {
      const found = elements[number];
      return found ? [options.idOf(found)] : [];
    }),
  }));
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

/** Nearest first; ends at the root of the element's own tree. */
function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  let parent = domAccess.parentNode(element);
  while (parent && domAccess.isElement(parent) && found.length < mostAncestors) {
    found.push(parent);
    parent = domAccess.parentNode(parent);
  }
  return found;
}
