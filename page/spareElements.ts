import { domAccess } from './domAccess.ts';
import type { CostBudget, SelectorCosts } from './selectorCosts.ts';

/** Time that exceptions take between two breaths. */
const breathMilliseconds = 4;

/**
 * Whether an exception of its rule leaves an element out. One that is too costly is not asked any more: what only it
 * could spare is then not known.
 */
export function createSpared<Rule extends { readonly exceptions: readonly string[] }>(
  costs: SelectorCosts,
  budget: CostBudget,
  onRefused: (plan: Rule, exception: string, why: string) => void,
) {
  let at = 0;
  let breath = 0;

  function* of(plan: Rule, element: Element): Generator<void, boolean | 'unknown'> {
    let isKnown = true;
    for (const exception of plan.exceptions) {
      if (costs.refusal(exception) === undefined) {
        const before = performance.now();
        const isSpared = domAccess.matches(element, exception);
        at = performance.now();
        const over = budget.spend(exception, at - before);
        if (over !== undefined) costs.refuse(exception, over);
        if (isSpared) return true;
      }
      const why = costs.refusal(exception);
      if (why === undefined) continue;
      isKnown = false;
      onRefused(plan, exception, why);
    }
    if (at - breath > breathMilliseconds) {
      yield;
      breath = performance.now();
    }
    return isKnown ? false : 'unknown';
  }

  return { of };
}
