import { isBuiltIn, type RuleSet } from './rule.ts';

/**
 * An org's rules on top of what the recorder brings along. A source that lists built-in rules itself knows
 * better than the offline list and replaces it.
 */
export function withBuiltIns(given: RuleSet, offline: RuleSet): RuleSet {
  if (given.rules.some(isBuiltIn)) return given;
  return {
    ...given,
    rules: [...offline.rules, ...given.rules],
    groups: [...offline.groups, ...given.groups],
  };
}
