import type { RuleSet } from '../../../core/rules/rule.ts';
import { compareRules } from '../../../core/settings/compareRules.ts';
import type { PushPlan, PushStep } from '../../../core/settings/pushPlan.ts';
import { ruleWithContent } from '../../../core/settings/ruleWithContent.ts';

/** The org after each prefix of the plan's steps, the empty one first. Fails where a step does not find what it expects. */
export function runSteps(before: RuleSet, plan: PushPlan): readonly RuleSet[] {
  const steps = new Map(plan.planned.flatMap((one) => one.steps).map((step) => [step.key, step]));
  if (steps.size !== plan.order.length) throw new Error('The order does not name every step once');
  const states = [before];
  for (const key of plan.order) {
    const step = steps.get(key);
    if (!step) throw new Error(`No step ${key}`);
    states.push(runStep(states.at(-1) ?? before, step));
  }
  return states;
}

function runStep(set: RuleSet, step: PushStep): RuleSet {
  if (step.kind === 'create') {
    return {
      ...set,
      rules: [...set.rules, { ...step.content, id: `made-${step.key}`, groupId: '0', editable: 'any' }],
    };
  }
  const now = set.rules.find((rule) => rule.id === step.ruleId);
  if (!now || compareRules(now, step.expected).length > 0)
    throw new Error(`Rule ${step.ruleId} is not as expected`);
  const rules = set.rules.flatMap((rule) => {
    if (rule.id !== step.ruleId) return [rule];
    return step.kind === 'delete' ? [] : [ruleWithContent(rule, step.content)];
  });
  return { ...set, rules };
}
