import type { RuleProblem } from '../rules/activeRule.ts';
import { ruleLimits } from '../settings/ruleLimits.ts';

/** A selector that is too long to be run: everything may be what it is meant for. */
export function overLimitProblem(selector: string): Omit<RuleProblem, 'rule' | 'ruleId'> {
  const detail = `${selector.length} > ${ruleLimits.runSelector}`;
  return { kind: 'over-limit', selector: selector.slice(0, ruleLimits.name), detail, relaxed: '*' };
}
