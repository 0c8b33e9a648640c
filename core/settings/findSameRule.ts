import { isBuiltIn, type Rule, type RuleContent } from '../rules/rule.ts';
import { compareRules } from './compareRules.ts';

/**
 * A rule that does all that a new rule with this content would do, so that creating one adds nothing: a custom one
 * (a group may set the scope of its own), under no condition, and none of those that are about to change.
 */
export function findSameRule(
  rules: readonly Rule[],
  content: RuleContent,
  edited: ReadonlySet<string>,
): Rule | undefined {
  return rules.find(
    (rule) =>
      !isBuiltIn(rule) &&
      rule.uncertain === undefined &&
      !edited.has(rule.id) &&
      compareRules(rule, content).length === 0,
  );
}
