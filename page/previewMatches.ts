import { isLinearSelector } from '../core/matching/isLinearSelector.ts';
import type { PageToPanel } from '../core/protocol.ts';
import type { QueryRoot } from './domAccess.ts';
import { syntaxErrorOf } from './planRules.ts';
import { createPieceQuery } from './queryInPieces.ts';
import { type CostBudget, createCostBudget, type SelectorCosts } from './selectorCosts.ts';
import { createSpared } from './spareElements.ts';

export interface PreviewRequest {
  readonly roots: readonly Node[];
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly costs: SelectorCosts;
}

export type PreviewAnswer =
  | {
      readonly matched: readonly Element[];
      /** For each exception, how many elements it leaves out; an element may be left out by several. */
      readonly spared: readonly number[];
      /** What the browser needed for the selector itself, all calls together. */
      readonly milliseconds: number;
    }
  | { readonly problem: NonNullable<PageToPanel['preview/result']['problem']> };

/** What a selector that somebody is writing hits now, in slices: half-written selectors are the costliest. */
export function* previewMatches(request: PreviewRequest): Generator<number, PreviewAnswer> {
  const { roots, selector, exceptions, costs } = request;
  for (const [index, part] of [selector, ...exceptions].entries()) {
    const detail = syntaxErrorOf(part);
    if (detail === undefined) continue;
    if (index === 0) return { problem: { kind: 'invalid-selector', detail } };
    return { problem: { kind: 'invalid-exception', detail, exception: index - 1 } };
  }
  const budget = createCostBudget();
  const query = createPieceQuery(costs, budget);
  const exempt = createExemptions(exceptions, costs, budget);
  const isLinear = isLinearSelector(selector);
  const matched: Element[] = [];
  const clock = { milliseconds: 0 };
  for (const root of roots) {
    const answer = yield* inSlices(timed(query.run(root as QueryRoot, selector, isLinear), clock));
    if ('refused' in answer) return { problem: { kind: 'too-costly', detail: answer.refused } };
    for (let i = 0; i < answer.found.length; i += 1) {
      const element = answer.found[i];
      if (!element) continue;
      const isSpared = yield* inSlices(exempt.spares(element));
      const refused = exempt.refused();
      if (refused) return { problem: { kind: 'too-costly', ...refused } };
      if (!isSpared) matched.push(element);
    }
    yield matched.length;
  }
  return { matched, spared: exempt.spared, milliseconds: clock.milliseconds };
}

/** Each exception is asked about each element, so that one that spares nothing is seen beside another that does. */
function createExemptions(exceptions: readonly string[], costs: SelectorCosts, budget: CostBudget) {
  const spared = exceptions.map(() => 0);
  let refused: { readonly detail: string; readonly exception: number } | undefined;
  const alone = exceptions.map((exception, index) => ({
    exceptions: [exception],
    asked: createSpared(costs, budget, (_rule, _exception, detail) => {
      refused = { detail, exception: index };
    }),
  }));

  function* spares(element: Element): Generator<void, boolean> {
    let isSpared = false;
    for (const [index, { exceptions: own, asked }] of alone.entries()) {
      if ((yield* asked.of({ exceptions: own }, element)) !== true) continue;
      isSpared = true;
      spared[index] = (spared[index] ?? 0) + 1;
    }
    return isSpared;
  }

  return { spares, spared, refused: () => refused };
}

/** Adds up the time that is spent inside, without the breaths in between. */
function* timed<T>(work: Generator<void, T>, clock: { milliseconds: number }): Generator<void, T> {
  for (;;) {
    const start = performance.now();
    const step = work.next();
    clock.milliseconds += performance.now() - start;
    if (step.done) return step.value;
    yield;
  }
}

function* inSlices<T>(work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield 0;
  }
}
