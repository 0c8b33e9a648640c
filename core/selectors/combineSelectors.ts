import { type Examples, type PooledSelector, poolSelector, sourcesOf } from './examplePool.ts';
import type { SelectorCandidate } from './selectorCandidates.ts';
import { type SelectorPart, selectorParts } from './selectorParts.ts';

/** A part that must be there and one that must not: either may change. */
const pairFactor = 0.95;
const notFactor = 0.85;
/** Two selectors in one rule: either half may stop matching by itself, unseen. */
const unionFactor = 0.75;

/** Combinations that are looked at per kind; each costs a match per example. */
const maxCombined = 200;
const maxAnchors = 6;
/** Further up, a container says nothing about the element any more. */
const maxLevels = 12;
/** Halves of a union, and selectors that are cut down by `:not()`. */
const maxHalves = 60;
const maxBases = 40;

/**
 * Combinations that take every included example and no excluded one, by kind; the next kind is tried only when the one
 * before it gives nothing: two parts that all of them share, then `:not()` with at most two parts, then two selectors
 * in one.
 *
 * @param pool selectors of the included examples, most stable first
 */
export function combineSelectors(examples: Examples, pool: readonly PooledSelector[]): PooledSelector[] {
  for (const combine of [sharedPairs, withoutExcluded, unions]) {
    const found: PooledSelector[] = [];
    for (const candidate of combine(examples, pool).slice(0, maxCombined)) {
      const tried = poolSelector(examples, candidate);
      if (tried && separates(tried)) found.push(tried);
    }
    if (found.length > 0) return found.sort((a, b) => b.stability - a.stability);
  }
  return [];
}

/** Takes all that is included and nothing that is excluded. */
export function separates({ missed, wrong }: PooledSelector): boolean {
  return missed.length === 0 && wrong.length === 0;
}

/** Two parts of the elements, or two of their containers, that every included example has. */
function sharedPairs({ included, wordOnPage }: Examples): SelectorCandidate[] {
  const sources = sourcesOf(included);
  const own = sharedParts(sources.map(({ facts }) => selectorParts(facts, wordOnPage)));
  const anchors = sharedParts(
    sources.map(({ ancestors }) =>
      ancestors
        .slice(0, maxLevels)
        .flatMap((facts) => selectorParts(facts, wordOnPage).filter((part) => part.named)),
    ),
  ).slice(0, maxAnchors);
  const pairs = own.flatMap((first) =>
    own.filter((second) => joins(first, second)).map((second) => join(first, second, '')),
  );
  const targets = [...own.map(({ text, ...part }) => ({ selector: text, ...part })), ...pairs];
  const below = (anchor: SelectorPart, target: SelectorCandidate) =>
    join(anchor, { ...target, text: target.selector, named: true }, ' ');
  const single = anchors.flatMap((anchor) => pairs.map((pair) => below(anchor, pair)));
  const double = anchors.flatMap((outer) =>
    anchors
      .filter((inner) => inner !== outer)
      .flatMap((inner) =>
        targets.map((target) =>
          below(outer, { ...below(inner, target), stability: Math.min(inner.stability, target.stability) }),
        ),
      ),
  );
  return [...pairs, ...single, ...double];
}

/** Parts that stand in every list, in the order of the first. */
function sharedParts(lists: readonly (readonly SelectorPart[])[]): SelectorPart[] {
  const [first = [], ...others] = lists;
  const texts = others.map((parts) => new Set(parts.map(({ text }) => text)));
  const seen = new Set<string>();
  return first.filter(({ text }) => {
    if (seen.has(text) || text === 'html' || text === 'body') return false;
    seen.add(text);
    return texts.every((known) => known.has(text));
  });
}

/** May the second be written right after the first? Once for each two of them. */
function joins(first: SelectorPart, second: SelectorPart): boolean {
  if (!/^[.#[]/.test(second.text)) return false;
  return !/^[.#[]/.test(first.text) || first.text < second.text;
}

function join(first: SelectorPart, second: SelectorPart, between: '' | ' '): SelectorCandidate {
  return {
    selector: `${first.text}${between}${second.text}`,
    stability: Math.min(first.stability, second.stability) * pairFactor,
    notes: [...new Set([...first.notes, ...second.notes])],
  };
}

/** What takes all of the included and too much beside them, without one or two parts of what is too much. */
function withoutExcluded(
  { excluded, hits, included, wordOnPage }: Examples,
  pool: readonly PooledSelector[],
): SelectorCandidate[] {
  const isApart = ({ text }: SelectorPart) => {
    const hit = hits(text);
    return hit !== null && !included.some(({ id }) => hit.has(id));
  };
  const partsById = new Map(
    sourcesOf(excluded).map(({ id, facts }) => [id, selectorParts(facts, wordOnPage).filter(isApart)]),
  );
  const found: SelectorCandidate[] = [];
  for (const base of pool.filter(({ missed }) => missed.length === 0).slice(0, maxBases)) {
    const [first] = base.wrong;
    for (const part of first === undefined ? [] : (partsById.get(first) ?? [])) {
      const hit = hits(part.text);
      const left = base.wrong.find((id) => !hit?.has(id));
      if (left === undefined) found.push(without(base, [part]));
      else for (const second of partsById.get(left) ?? []) found.push(without(base, [part, second]));
    }
  }
  return found.sort((a, b) => b.stability - a.stability);
}

function without(base: PooledSelector, parts: readonly SelectorPart[]): SelectorCandidate {
  return {
    selector: `${base.selector}${parts.map(({ text }) => `:not(${text})`).join('')}`,
    stability: Math.min(base.stability, ...parts.map((part) => part.stability)) * notFactor ** parts.length,
    notes: [...new Set([...base.notes, ...parts.flatMap((part) => part.notes), 'not'])],
  };
}

/** Two selectors that take nothing excluded and together all of the included. */
function unions(_examples: Examples, pool: readonly PooledSelector[]): SelectorCandidate[] {
  const halves = pool.filter(({ wrong }) => wrong.length === 0).slice(0, maxHalves);
  const found: SelectorCandidate[] = [];
  for (const [index, first] of halves.entries()) {
    for (const second of halves.slice(index + 1)) {
      if (!first.missed.every((id) => second.hit.has(id))) continue;
      found.push({
        selector: `${first.selector}, ${second.selector}`,
        stability: Math.min(first.stability, second.stability) * unionFactor,
        notes: [...new Set([...first.notes, ...second.notes, 'union'])],
      });
    }
  }
  return found.sort((a, b) => b.stability - a.stability || a.selector.length - b.selector.length);
}
