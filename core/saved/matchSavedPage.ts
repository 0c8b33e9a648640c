import { SelectorType } from 'css-what';
import type { AnyNode, Element, ParentNode } from 'domhandler';
import type { RuleMatcher } from '../matching/matchResult.ts';
import { overLimitProblem } from '../matching/overLimitProblem.ts';
import { relaxSelector } from '../matching/relaxSelector.ts';
import type { ActiveRule, RuleProblem } from '../rules/activeRule.ts';
import { ruleLimits } from '../settings/ruleLimits.ts';
import type { Hit } from '../treatment/decision.ts';
import type { SavedPage } from './savedPage.ts';
import { readSavedSelector, type SelectorParts } from './savedSelector.ts';
import { createSavedSelect, type SelectSaved } from './selectSaved.ts';

/**
 * Matches rules on a saved page with css-select. Where a selector tests state that the page does not hold
 * (`:hover`, a live `:checked`), what the rest of it matches is hit without certainty, so it comes out `unknown`.
 * The same where it tests something that a snapshot does not hold.
 *
 * @param select runs selectors on this page; absent: a new one
 */
export function createSavedMatcher(
  rules: readonly ActiveRule[],
  page: SavedPage,
  select: SelectSaved = createSavedSelect(page),
): RuleMatcher<AnyNode> {
  const hits = new Map<AnyNode, Hit[]>();
  const matchCounts = rules.map(() => 0);
  const problems: RuleProblem[] = [];
  const plans = rules.map((rule, index) => planRule(rule, index, problems));

  function* matchRoot(root: AnyNode): Generator<void, void> {
    for (const plan of plans) {
      if (plan.parts !== undefined) matchRule(plan, plan.parts, root as ParentNode);
      yield;
    }
  }

  function matchRule(plan: RulePlan, parts: SelectorParts, root: ParentNode): void {
    const spared = new Set<Element>();
    const doubted = new Map<Element, string>();
    for (const exception of plan.exceptions) {
      const { sure, maybe } = select(exception, root);
      for (const element of sure) spared.add(element);
      for (const element of maybe) doubted.set(element, 'doubt.redacted-on-saved-page');
    }
    for (const exception of plan.doubtfulExceptions) {
      const { sure, maybe } = select(exception, root);
      for (const element of [...sure, ...maybe]) doubted.set(element, 'doubt.state-not-saved');
    }
    const { sure, maybe } = select(parts, root);
    const hit = (element: Element, doubt: string | undefined) => {
      if (spared.has(element)) return;
      const why = doubted.get(element) ?? doubt;
      add(element, why === undefined || !plan.hit.certain ? plan.hit : doubtfulHit(plan.index, why));
    };
    for (const element of sure) hit(element, undefined);
    for (const element of maybe) hit(element, 'doubt.redacted-on-saved-page');
  }

  function add(element: Element, hit: Hit): void {
    const known = hits.get(element);
    if (known) known.push(hit);
    else hits.set(element, [hit]);
    matchCounts[hit.rule] = (matchCounts[hit.rule] ?? 0) + 1;
  }

  return { matchRoot, hitsOf: (element) => hits.get(element), matchCounts, problems };
}

interface RulePlan {
  readonly index: number;
  /** Absent: nothing can be looked for. */
  readonly parts: SelectorParts | undefined;
  readonly exceptions: readonly SelectorParts[];
  /** Exceptions that test state: what they match may or may not be spared. */
  readonly doubtfulExceptions: readonly SelectorParts[];
  readonly hit: Hit;
}

function planRule(rule: ActiveRule, index: number, problems: RuleProblem[]): RulePlan {
  const report = (problem: Omit<RuleProblem, 'rule' | 'ruleId'>) =>
    problems.push({ rule: index, ruleId: rule.id, ...problem });
  const exceptions: SelectorParts[] = [];
  const doubtfulExceptions: SelectorParts[] = [];
  let doubt: string | undefined;
  for (const exception of rule.exceptions) {
    const read = readSavedSelector(exception);
    if (read.kind === 'exact') exceptions.push(read.parts);
    else if (read.kind === 'stateful') doubtfulExceptions.push(read.parts);
    else {
      doubt = 'doubt.invalid-exception';
      report({ kind: 'invalid-exception', selector: exception, detail: read.detail });
    }
  }
  if (rule.selector.length > ruleLimits.runSelector) {
    report(overLimitProblem(rule.selector));
    const hit: Hit = { rule: index, certain: false, doubt: 'doubt.over-limit' };
    return { index, parts: everyElement, exceptions, doubtfulExceptions, hit };
  }
  const read = readSavedSelector(rule.selector);
  let parts: SelectorParts | undefined;
  if (read.kind === 'invalid') {
    const relaxed = relaxSelector(
      rule.selector,
      (candidate) => readSavedSelector(candidate).kind === 'exact',
    );
    parts = relaxed === undefined ? undefined : partsOf(relaxed);
    doubt = 'doubt.invalid-selector';
    report({
      kind: 'invalid-selector',
      selector: rule.selector,
      detail: read.detail,
      ...(relaxed === undefined ? undefined : { relaxed }),
    });
  } else {
    ({ parts } = read);
    if (read.kind === 'stateful') {
      doubt = 'doubt.state-not-saved';
      report({
        kind: 'state-not-saved',
        selector: rule.selector,
        detail: read.pseudo,
        relaxed: read.selector,
      });
    }
  }
  const hit: Hit =
    doubt === undefined ? { rule: index, certain: true } : { rule: index, certain: false, doubt };
  return { index, parts, exceptions, doubtfulExceptions, hit };
}

function doubtfulHit(rule: number, doubt: string): Hit {
  return { rule, certain: false, doubt };
}

const everyElement: SelectorParts = [[{ type: SelectorType.Universal, namespace: null }]];

function partsOf(selector: string): SelectorParts | undefined {
  const read = readSavedSelector(selector);
  return read.kind === 'invalid' ? undefined : read.parts;
}
