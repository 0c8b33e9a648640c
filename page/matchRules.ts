import { coveringSelector } from '../core/matching/coveringSelector.ts';
import type { RuleMatcher } from '../core/matching/matchResult.ts';
import type { RequiredTokens } from '../core/matching/requiredTokens.ts';
import type { ActiveRule, RuleProblem } from '../core/rules/activeRule.ts';
import { ruleLimits } from '../core/settings/ruleLimits.ts';
import type { Hit } from '../core/treatment/decision.ts';
import { type QueryRoot, queryAll } from './domAccess.ts';
import { createHitsNow } from './hitsNow.ts';
import { collectTokens, type PageTokens } from './pageTokens.ts';
import { doubtful, planRule, type RulePlan } from './planRules.ts';
import { createPieceQuery } from './queryInPieces.ts';
import { createCostBudget, createSelectorCosts, type SelectorCosts } from './selectorCosts.ts';
import { createSpared } from './spareElements.ts';

/** With fewer rules than this, indexing the page's classes costs more than running every selector. */
const rulesWorthIndexing = 60;

/** Rules that are read between two breaths: about 1 ms. */
const rulesPerSlice = 100;
/** Hits that are written down between two breaths: about 1 ms. */
const hitsPerSlice = 4096;

/**
 * The browser's own matching, one selector at a time (joined lists are 5-10 times slower on a whole document:
 * docs/benchmarks.md), skipping selectors that need a class or id the root does not have.
 *
 * @param costs what selectors have cost on this page before
 */
export function createNativeMatcher(
  rules: readonly ActiveRule[],
  costs: SelectorCosts = createSelectorCosts(),
): NativeMatcher {
  const hits = new Map<Node, Hit[]>();
  const matchCounts = rules.map(() => 0);
  const problems: RuleProblem[] = [];
  const plans: RulePlan[] = [];
  const refused = new Set<number>();
  const budget = createCostBudget();
  const query = createPieceQuery(costs, budget);
  const spares = createSpared(costs, budget, refuseException);

  function* planRules(): Generator<void, void> {
    while (plans.length < rules.length) {
      const rule = rules[plans.length];
      if (rule) plans.push(yield* planRule(rule, plans.length, problems));
      if (plans.length % rulesPerSlice === 0) yield;
    }
  }

  function* matchRoot(root: Node): Generator<void, void> {
    yield* planRules();
    const tokens = rules.length >= rulesWorthIndexing ? yield* collectTokens(root as QueryRoot) : undefined;
    for (const plan of plans) {
      if (plan.parts.every((part) => cannotMatch(part.needs, tokens))) continue;
      yield* matchRule(plan, root as QueryRoot, tokens);
      yield;
    }
  }

  function* matchRule(
    plan: RulePlan,
    root: QueryRoot,
    tokens: PageTokens | undefined,
  ): Generator<void, void> {
    const seen = plan.parts.length > 1 ? new Set<Element>() : undefined;
    const found: ArrayLike<Element>[] = [];
    for (const part of plan.parts) {
      if (cannotMatch(part.needs, tokens)) continue;
      const answer = yield* query.run(root, part.selector, part.isLinear);
      if ('refused' in answer) {
        refuse(plan, part.selector, answer.refused);
        const cover = queryAll(root, coveringSelector(plan.rule.selector));
        yield* writeDown(plan, cover, doubtful(plan.index, 'doubt.too-costly'), undefined);
        return;
      }
      found.push(answer.found);
      if (seen) yield;
    }
    for (const elements of found) yield* writeDown(plan, elements, plan.hit, seen);
  }

  function* writeDown(
    plan: RulePlan,
    elements: ArrayLike<Element>,
    sure: Hit,
    seen: Set<Element> | undefined,
  ): Generator<void, void> {
    for (let i = 0; i < elements.length; i += 1) {
      if (i % hitsPerSlice === hitsPerSlice - 1) yield;
      const element = elements[i];
      if (!element || seen?.has(element)) continue;
      seen?.add(element);
      const spared = plan.exceptions.length > 0 ? yield* spares.of(plan, element) : false;
      if (spared === true) continue;
      const hit = spared === 'unknown' ? doubtful(plan.index, 'doubt.too-costly') : sure;
      const known = hits.get(element);
      if (known) known.push(hit);
      else hits.set(element, [hit]);
      matchCounts[plan.index] = (matchCounts[plan.index] ?? 0) + 1;
    }
  }

  /** Told once for each rule, whichever of its parts it is. */
  function refuse({ index, rule }: RulePlan, selector: string, detail: string): void {
    if (refused.has(index)) return;
    refused.add(index);
    const shown = selector.slice(0, ruleLimits.selector);
    const relaxed = coveringSelector(rule.selector);
    problems.push({ rule: index, ruleId: rule.id, kind: 'too-costly', selector: shown, detail, relaxed });
  }

  function refuseException(plan: RulePlan, exception: string, detail: string): void {
    refuse(plan, exception, detail);
  }

  const hitsNow = createHitsNow({ plans, costs, refuse });
  return { matchRoot, hitsOf: (element) => hits.get(element), hitsNow, matchCounts, problems };
}

export interface NativeMatcher extends RuleMatcher<Node> {
  /** What hits an element as it is now, whatever was found out before. Asked after the first root was matched. */
  hitsNow(element: Element): readonly Hit[] | undefined;
}

function cannotMatch(needs: readonly RequiredTokens[] | undefined, tokens: PageTokens | undefined): boolean {
  return tokens !== undefined && needs?.every((need) => isMissing(need, tokens)) === true;
}

function isMissing(need: RequiredTokens, { classes, ids, classValues }: PageTokens): boolean {
  if (need.classes.some((name) => !classes.has(name)) || need.ids.some((name) => !ids.has(name))) return true;
  if (!classValues) return false;
  return need.classParts.some((part) => !classValues.some((value) => value.includes(part)));
}
