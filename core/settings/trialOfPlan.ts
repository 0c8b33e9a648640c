import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import { applyDraft } from './applyDraft.ts';
import type { DraftState } from './draft.ts';
import type { PushPlan, PushStep } from './pushPlan.ts';
import { ruleWithContent } from './ruleWithContent.ts';

/**
 * The rules a plan leads to: what a page is tried with before somebody confirms it.
 *
 * @param merges what becomes of changes in conflict, by change id; those without one count as the draft has them
 */
export function trialOfPlan(
  plan: PushPlan,
  ruleSet: RuleSet,
  draft: DraftState,
  merges: ReadonlyMap<string, RuleContent>,
): RuleSet {
  if (plan.mode === 'promote' || plan.mode === 'withdraw') {
    return { ...ruleSet, rules: plan.planned.flatMap((one) => one.steps).reduce(afterStep, ruleSet.rules) };
  }
  const planned = new Map(plan.planned.map((one) => [one.change.id, one.change]));
  const changes = draft.changes.map((change) => {
    const content = merges.get(change.id);
    return planned.get(change.id) ?? (content ? { ...change, content } : change);
  });
  return applyDraft(ruleSet, { ...draft, changes });
}

function afterStep(rules: readonly Rule[], step: PushStep): readonly Rule[] {
  if (step.kind === 'create') {
    return [...rules, { ...step.content, id: step.key, groupId: '0', editable: 'any' }];
  }
  return rules.flatMap((rule) => {
    if (rule.id !== step.ruleId) return [rule];
    return step.kind === 'delete' ? [] : [ruleWithContent(rule, step.content)];
  });
}
