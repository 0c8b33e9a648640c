import { type Rule, type RuleContent, RulePlatform } from '../rules/rule.ts';
import { ruleContentOf } from './ruleContentOf.ts';

/**
 * What a rule is to be again: as it was in an earlier version. Versions do not tell platforms apart unless they were
 * limited, and have no name where nobody gave one: then those of today stay.
 *
 * @param now the rule of today; undefined: it was deleted
 */
export function restoredContent(before: Rule, now?: RuleContent): RuleContent {
  const content = ruleContentOf(before);
  if (!now) return content;
  const isUnlimited = before.platforms.length === Object.keys(RulePlatform).length;
  const isUnnamed = before.selector.startsWith(before.name);
  return {
    ...content,
    ...(isUnlimited ? { platforms: now.platforms } : {}),
    ...(isUnnamed ? { name: now.name } : {}),
  };
}
