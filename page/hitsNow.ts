import { coveringSelector } from '../core/matching/coveringSelector.ts';
import type { Hit } from '../core/treatment/decision.ts';
import { domAccess } from './domAccess.ts';
import { doubtful, type RulePlan } from './planRules.ts';
import { createCostBudget, type SelectorCosts } from './selectorCosts.ts';

export interface HitsNowOptions {
  /** Filled when the first root is matched. */
  readonly plans: readonly RulePlan[];
  readonly costs: SelectorCosts;
  readonly refuse: (plan: RulePlan, selector: string, why: string) => void;
}

/**
 * What hits one element as it is now. On one element a joined list is 30 times faster than one selector after the
 * other (docs/benchmarks.md), so all that is cheap is joined; a selector that may cost anything is asked by itself,
 * with a clock beside it.
 */
export function createHitsNow({ plans, costs, refuse }: HitsNowOptions) {
  const budget = createCostBudget();
  let joined: string | undefined;
  let costly: readonly RulePlan[] = [];

  function prepare(): string {
    const runnable = plans.filter(({ parts }) => parts.length > 0);
    costly = runnable.filter((plan) => !isCheap(plan));
    return runnable
      .filter(isCheap)
      .map(({ whole }) => whole)
      .join(',');
  }

  function hitsNow(element: Element): readonly Hit[] | undefined {
    joined ??= prepare();
    const anyCheap = joined !== '' && domAccess.matches(element, joined);
    const found: Hit[] = [];
    for (const plan of anyCheap ? plans : costly) {
      const hit = plan.parts.length > 0 ? hitOf(plan, element) : undefined;
      if (hit) found.push(hit);
    }
    return found.length > 0 ? found : undefined;
  }

  function hitOf(plan: RulePlan, element: Element): Hit | undefined {
    const why = plan.parts
      .map(({ selector }) => costs.refusal(selector))
      .find((reason) => reason !== undefined);
    const matched = isCheap(plan)
      ? domAccess.matches(element, plan.whole)
      : timed(plan, element, plan.whole, why);
    if (matched === false) return undefined;
    let isSure = matched === true;
    for (const exception of plan.exceptions) {
      const spared = timed(plan, element, exception, undefined);
      if (spared === true) return undefined;
      isSure &&= spared === false;
    }
    return isSure ? plan.hit : doubtful(plan.index, 'doubt.too-costly');
  }

  /** 'maybe': it is too costly to be asked, and this element may be one of those it is meant for. */
  function timed(
    plan: RulePlan,
    element: Element,
    selector: string,
    refused: string | undefined,
  ): boolean | 'maybe' {
    const why = refused ?? costs.refusal(selector);
    if (why !== undefined) {
      refuse(plan, selector, why);
      return domAccess.matches(element, coveringSelector(selector)) && 'maybe';
    }
    const start = performance.now();
    const isMatch = domAccess.matches(element, selector);
    const over = budget.spend(selector, performance.now() - start);
    if (over !== undefined) costs.refuse(selector, over);
    return isMatch;
  }

  return hitsNow;
}

function isCheap({ parts }: RulePlan): boolean {
  return parts.every((part) => part.isLinear);
}
