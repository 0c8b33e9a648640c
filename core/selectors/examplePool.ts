import type { ElementFacts } from './elementFacts.ts';
import type { WordOnPage } from './holdsPageData.ts';
import { type SelectorCandidate, structuralCandidates } from './selectorCandidates.ts';

/** An element that somebody clicked: to be taken by the selector, or to be left out. */
export interface ExampleElement {
  readonly id: number;
  readonly facts: ElementFacts;
  /** Nearest first, up to the root of the element's own tree. */
  readonly ancestors: readonly ElementFacts[];
}

export interface Examples {
  readonly included: readonly ExampleElement[];
  readonly excluded: readonly ExampleElement[];
  /** Ids of the examples that a selector matches, nothing else; null when it was not run. Cheap, asked first. */
  readonly hits: (selector: string) => ReadonlySet<number> | null;
  readonly wordOnPage: WordOnPage;
}

/** A selector and what it does with the examples. */
export interface PooledSelector extends SelectorCandidate {
  readonly hit: ReadonlySet<number>;
  /** Included examples that it does not match, excluded ones that it does. */
  readonly missed: readonly number[];
  readonly wrong: readonly number[];
}

/** Each source gives about a hundred selectors; elements that are alike give the same ones. */
const maxSources = 6;
const maxPooled = 400;

/** Runs a candidate on the examples; undefined when it could not be run or matches none of those to be taken. */
export function poolSelector(examples: Examples, candidate: SelectorCandidate): PooledSelector | undefined {
  const hit = examples.hits(candidate.selector);
  if (!hit) return undefined;
  const missed = examples.included.flatMap(({ id }) => (hit.has(id) ? [] : [id]));
  if (missed.length === examples.included.length) return undefined;
  const wrong = examples.excluded.flatMap(({ id }) => (hit.has(id) ? [id] : []));
  return { ...candidate, hit, missed, wrong };
}

/** What the included examples are made of, without positions: selectors to be combined, most stable first. */
export function examplePool(examples: Examples): PooledSelector[] {
  const seen = new Set<string>();
  const pool: PooledSelector[] = [];
  for (const { facts, ancestors } of sourcesOf(examples.included)) {
    for (const candidate of structuralCandidates({
      target: facts,
      ancestors,
      wordOnPage: examples.wordOnPage,
    })) {
      if (seen.has(candidate.selector) || seen.size >= maxPooled) continue;
      seen.add(candidate.selector);
      const pooled = poolSelector(examples, candidate);
      if (pooled) pool.push(pooled);
    }
  }
  return pool.sort((a, b) => b.stability - a.stability || a.selector.length - b.selector.length);
}

/** The first and the last ones: what was clicked last is what the selector does not take yet. */
export function sourcesOf(elements: readonly ExampleElement[]): ExampleElement[] {
  if (elements.length <= maxSources) return [...elements];
  const half = maxSources / 2;
  return [...elements.slice(0, half), ...elements.slice(-half)];
}
