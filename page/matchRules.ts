import type { RuleMatcher } from '../core/matching/matchResult.ts';
import { relaxSelector } from '../core/matching/relaxSelector.ts';
import { type RequiredTokens, requiredTokens } from '../core/matching/requiredTokens.ts';
import type { ActiveRule, RuleProblem } from '../core/rules/activeRule.ts';
import type { Hit } from '../core/treatment/decision.ts';
import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';
import { collectTokens, type PageTokens } from './pageTokens.ts';

/** With fewer rules than this, indexing the page's classes costs more than running every selector. */
const rulesWorthIndexing = 60;

/** `matches` calls between two breaths: about 1 ms of exceptions. */
const exceptionsPerSlice = 256;

/**
 * The browser's own matching, one selector at a time (joined lists are 5-10 times slower on a whole document:
 * docs/benchmarks.md), skipping selectors that need a class or id the root does not have.
 */
export function createNativeMatcher(rules: readonly ActiveRule[]): NativeMatcher {
  const hits = new Map<Node, Hit[]>();
  const matchCounts = rules.map(() => 0);
  const problems: RuleProblem[] = [];
  const plans = rules.map((rule, index) => planRule(rule, index, problems));

  function* matchRoot(root: Node): Generator<void, void> {
    const tokens = rules.length >= rulesWorthIndexing ? yield* collectTokens(root as QueryRoot) : undefined;
    for (const plan of plans) {
      if (plan.selector === undefined || cannotMatch(plan, tokens)) continue;
      yield* matchRule(plan, root as QueryRoot);
      yield;
    }
  }

  function* matchRule(plan: RulePlan, root: QueryRoot): Generator<void, void> {
    if (plan.selector === undefined) return;
    const matched = queryAll(root, plan.selector);
    let tested = 0;
    for (const element of matched) {
      if (plan.exceptions.length > 0) {
        tested += 1;
        if (tested % exceptionsPerSlice === 0) yield;
        if (plan.exceptions.some((exception) => domAccess.matches(element, exception))) continue;
      }
      const known = hits.get(element);
      if (known) known.push(plan.hit);
      else hits.set(element, [plan.hit]);
      matchCounts[plan.index] = (matchCounts[plan.index] ?? 0) + 1;
    }
  }

  const runnable = plans.flatMap((plan) =>
    plan.selector === undefined ? [] : [{ ...plan, selector: plan.selector }],
  );
  // On one element the joined list is 30 times faster than one selector after the other (docs/benchmarks.md).
  const joined = runnable.map((plan) => plan.selector).join(',');

  function hitsNow(element: Element): readonly Hit[] | undefined {
    if (joined === '' || !domAccess.matches(element, joined)) return undefined;
    return runnable
      .filter(({ selector, exceptions }) => {
        if (!domAccess.matches(element, selector)) return false;
        return !exceptions.some((exception) => domAccess.matches(element, exception));
      })
      .map((plan) => plan.hit);
  }

  return { matchRoot, hitsOf: (element) => hits.get(element), hitsNow, matchCounts, problems };
}

export interface NativeMatcher extends RuleMatcher<Node> {
  /** What hits an element as it is now, whatever was found out before. */
  hitsNow(element: Element): readonly Hit[] | undefined;
}

interface RulePlan {
  readonly index: number;
  /** What to run; undefined when nothing of the selector can be. */
  readonly selector: string | undefined;
  readonly exceptions: readonly string[];
  readonly hit: Hit;
  readonly needs: readonly RequiredTokens[] | undefined;
}

function planRule(rule: ActiveRule, index: number, problems: RuleProblem[]): RulePlan {
  const exceptions: string[] = [];
  let exceptionDoubt = false;
  for (const exception of rule.exceptions) {
    const error = syntaxErrorOf(exception);
    if (error === undefined) {
      exceptions.push(exception);
      continue;
    }
    // What the exception was meant to leave out is not known: everything the rule matches is in doubt.
    exceptionDoubt = true;
    problems.push({
      rule: index,
      ruleId: rule.id,
      kind: 'invalid-exception',
      selector: exception,
      detail: error,
    });
  }
  const error = syntaxErrorOf(rule.selector);
  if (error === undefined) {
    const hit: Hit = exceptionDoubt
      ? { rule: index, certain: false, doubt: 'doubt.invalid-exception' }
      : { rule: index, certain: true };
    return { index, selector: rule.selector, exceptions, hit, needs: requiredTokens(rule.selector) };
  }
  const relaxed = relaxSelector(rule.selector, (selector) => syntaxErrorOf(selector) === undefined);
  problems.push({
    rule: index,
    ruleId: rule.id,
    kind: 'invalid-selector',
    selector: rule.selector,
    detail: error,
    ...(relaxed === undefined ? undefined : { relaxed }),
  });
  const hit: Hit = { rule: index, certain: false, doubt: 'doubt.invalid-selector' };
  return { index, selector: relaxed, exceptions, hit, needs: undefined };
}

function cannotMatch(plan: RulePlan, tokens: PageTokens | undefined): boolean {
  return tokens !== undefined && plan.needs?.every((need) => isMissing(need, tokens)) === true;
}

function isMissing(need: RequiredTokens, { classes, ids, classValues }: PageTokens): boolean {
  if (need.classes.some((name) => !classes.has(name)) || need.ids.some((name) => !ids.has(name))) return true;
  if (!classValues) return false;
  return need.classParts.some((part) => !classValues.some((value) => value.includes(part)));
}

/** The browser's word on a selector: undefined when valid, else its own message. */
export function syntaxErrorOf(selector: string): string | undefined {
  try {
    queryAll(probe(), selector);
    return undefined;
  } catch (error) {
    if (error instanceof DOMException) return error.message;
    throw error;
  }
}

let probeElement: Element | undefined;

/** An element of our own that is in no page: asking it costs a microsecond and touches nothing. */
function probe(): Element {
  probeElement ??= document.createElement('div');
  return probeElement;
}
