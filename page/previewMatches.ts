import { isLinearSelector } from '../core/matching/isLinearSelector.ts';
import type { PageToPanel } from '../core/protocol.ts';
import type { QueryRoot } from './domAccess.ts';
import { syntaxErrorOf } from './planRules.ts';
import { createPieceQuery } from './queryInPieces.ts';
import { createCostBudget, type SelectorCosts } from './selectorCosts.ts';
import { createSpared } from './spareElements.ts';

export interface PreviewRequest {
  readonly roots: readonly Node[];
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly costs: SelectorCosts;
}

export type PreviewAnswer =
  | { readonly matched: readonly Element[] }
  | { readonly problem: NonNullable<PageToPanel['preview/result']['problem']> };

/** What a selector that somebody is writing hits now, in slices: half-written selectors are the costliest. */
export function* previewMatches(request: PreviewRequest): Generator<number, PreviewAnswer> {
  const { roots, selector, exceptions, costs } = request;
  for (const part of [selector, ...exceptions]) {
    const detail = syntaxErrorOf(part);
    const kind = part === selector ? 'invalid-selector' : 'invalid-exception';
    if (detail !== undefined) return { problem: { kind, detail } };
  }
  const budget = createCostBudget();
  const query = createPieceQuery(costs, budget);
  let refused: string | undefined;
  const spares = createSpared(costs, budget, (_rule, _exception, why) => {
    refused = why;
  });
  const isLinear = isLinearSelector(selector);
  const matched: Element[] = [];
  for (const root of roots) {
    const answer = yield* inSlices(query.run(root as QueryRoot, selector, isLinear));
    if ('refused' in answer) return { problem: { kind: 'too-costly', detail: answer.refused } };
    for (let i = 0; i < answer.found.length; i += 1) {
      const element = answer.found[i];
      if (!element) continue;
      const isSpared = exceptions.length > 0 && (yield* inSlices(spares.of({ exceptions }, element)));
      if (refused !== undefined) return { problem: { kind: 'too-costly', detail: refused } };
      if (!isSpared) matched.push(element);
    }
    yield matched.length;
  }
  return { matched };
}

function* inSlices<T>(work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield 0;
  }
}
