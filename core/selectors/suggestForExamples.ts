import { combineSelectors } from './combineSelectors.ts';
import {
  type ExampleElement,
  type Examples,
  examplePool,
  type PooledSelector,
  sourcesOf,
} from './examplePool.ts';
import { keepDistinct } from './keepDistinct.ts';
import {
  type ClosestSelector,
  closestSelector,
  type ExceptedSelector,
  exceptedSelector,
} from './nearMisses.ts';
import type { RankedSelector } from './rankedSelector.ts';
import { maxNodes, type SuggestionRequest, suggestSelectors } from './suggestSelectors.ts';

export interface ExamplesRequest extends Examples {
  /** As for one element; ids of all examples that a selector matches are among its nodes. */
  readonly evaluate: SuggestionRequest['evaluate'];
}

export interface ExamplesAnswer {
  /** Each takes all of the included and none of the excluded; narrow to broad. */
  readonly candidates: readonly RankedSelector[];
  /** Only where there are no candidates. */
  readonly excepted?: ExceptedSelector;
  readonly closest?: ClosestSelector;
}

/** Less likely to last than this: a combination is looked for too. */
const stableEnough = 0.3;

/** Combinations that are counted on the whole page. */
const maxCounted = 16;

/**
 * Selectors that take every included example and no excluded one, from "only these" to "everything like them". What is
 * suggested for one element comes first; combinations (two shared parts, `:not()`, two selectors in one) only when
 * nothing lasting separates them. Where nothing separates them at all, the closest selector with its errors, and one
 * with exceptions where there is one.
 *
 * @param request at least one included example
 */
export function suggestForExamples(request: ExamplesRequest): ExamplesAnswer {
  const found: RankedSelector[] = [];
  for (const source of sourcesOf(request.included)) {
    found.push(...suggestFrom(request, source));
    // What takes all of them is found from any of them; others are asked where this one gave nothing lasting.
    if (found.some(({ stability }) => stability >= stableEnough)) return answer(request, found);
  }
  const pool = examplePool(request);
  const combined = combineSelectors(request, pool).slice(0, maxCounted);
  const all = [...found, ...combined.flatMap((one) => counted(request, one))];
  if (all.length > 0) return answer(request, all);
  const excepted = exceptedSelector(request, pool);
  const closest = closestSelector(pool);
  return { candidates: [], ...(excepted && { excepted }), ...(closest && { closest }) };
}

function suggestFrom(request: ExamplesRequest, source: ExampleElement): RankedSelector[] {
  return suggestSelectors({
    target: source.facts,
    targetId: source.id,
    ancestors: source.ancestors,
    wordOnPage: request.wordOnPage,
    evaluate(selector, isLastResort, isFinal) {
      return isSeparating(request, selector) ? request.evaluate(selector, isLastResort, isFinal) : null;
    },
  });
}

function isSeparating({ hits, included, excluded }: Examples, selector: string): boolean {
  const hit = hits(selector);
  if (!hit) return false;
  return included.every(({ id }) => hit.has(id)) && !excluded.some(({ id }) => hit.has(id));
}

function counted(request: ExamplesRequest, { selector, stability, notes }: PooledSelector): RankedSelector[] {
  const matches = request.evaluate(selector, true);
  if (!matches || !request.included.every(({ id }) => matches.nodes.includes(id))) return [];
  const { count, nodes } = matches;
  return [{ selector, count, nodes, stability: Math.round(stability * 100) / 100, notes }];
}

function answer({ included }: Examples, ranked: readonly RankedSelector[]): ExamplesAnswer {
  const first = included.map(({ id }) => id);
  const candidates = keepDistinct(ranked).map((one) => ({
    ...one,
    nodes: [...new Set([...first, ...one.nodes])].slice(0, maxNodes),
  }));
  return { candidates };
}
