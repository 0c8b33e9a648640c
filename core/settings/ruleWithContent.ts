import type { Rule, RuleContent } from '../rules/rule.ts';
import { ruleContentOf } from './ruleContentOf.ts';

/** The rule as it is after its content was replaced: identity, group and dates stay, a dropped description goes. */
export function ruleWithContent(rule: Rule, content: RuleContent): Rule {
  const { description: _dropped, ...kept } = rule;
  return { ...kept, ...ruleContentOf(content) };
}
