import type { ElementFacts } from '../../core/selectors/elementFacts.ts';
import type { ExampleElement } from '../../core/selectors/examplePool.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { type ExamplesAnswer, suggestForExamples } from '../../core/selectors/suggestForExamples.ts';
import { domAccess } from '../domAccess.ts';
import { readAncestorFacts } from './ancestorFacts.ts';
import { readElementFacts } from './elementFacts.ts';
import { createSelectorRuns } from './selectorRuns.ts';
import { stepElement } from './stepElement.ts';
import type { SuggestOptions } from './suggestForElement.ts';

export interface SuggestForElementsOptions extends Omit<SuggestOptions, 'element'> {
  readonly included: readonly Element[];
  readonly excluded: readonly Element[];
}

/** Levels that are looked up above an excluded element. */
const mostLevels = 100;

/**
 * Selectors that match every included element and no excluded one, wherever each of them is: in a frame or shadow root
 * a selector is made of what stands in the same tree.
 *
 * @returns ids are those of `idOf`
 */
export function suggestForElements(options: SuggestForElementsOptions): ExamplesAnswer {
  const { included, excluded, roots, idOf, now } = options;
  if (included.length === 0) return { candidates: [] };
  const runs = createSelectorRuns({ examples: [...included, ...excluded], roots, now });
  const example = (element: Element) => lazyExample(element, runs.numberOf(element));
  const { candidates, closest, excepted } = suggestForExamples({
    included: included.map(example),
    excluded: excluded.map(example),
    hits: runs.hits,
    evaluate: runs.evaluate,
    wordOnPage: runs.wordOnPage,
  });
  const idsOf = (numbers: readonly number[]) =>
    numbers.flatMap((number) => runs.elementOf(number) ?? []).map(idOf);
  const told = (one: RankedSelector): RankedSelector => {
    const holds = excluded.some((element) => isInsideMatch(element, one.selector));
    return {
      ...one,
      nodes: idsOf(one.nodes),
      notes: holds ? [...one.notes, 'holds-left-out'] : one.notes,
    };
  };
  return {
    candidates: candidates.map(told),
    ...(excepted && { excepted }),
    ...(closest && {
      closest: { ...closest, missed: idsOf(closest.missed), wrong: idsOf(closest.wrong) },
    }),
  };
}

/** Most examples are only matched: reading what fifty of them are made of would take longer than the search. */
function lazyExample(element: Element, id: number): ExampleElement {
  let facts: ElementFacts | undefined;
  let ancestors: ElementFacts[] | undefined;
  return {
    id,
    get facts() {
      facts ??= readElementFacts(element);
      return facts;
    },
    get ancestors() {
      ancestors ??= readAncestorFacts(element);
      return ancestors;
    },
  };
}

/** Does something above it match? What is done to that is done to it as well. */
function isInsideMatch(element: Element, selector: string): boolean {
  const steps = { openClosedRoot: undefined, isOurs: () => false };
  let above = stepElement(element, 'parent', steps);
  for (let level = 0; above && level < mostLevels; level += 1) {
    if (domAccess.matches(above, selector)) return true;
    above = stepElement(above, 'parent', steps);
  }
  return false;
}
