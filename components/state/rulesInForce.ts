import type { Profile } from '../../core/profiles/profile.ts';
import type { SettingsState } from '../../core/protocol.ts';
import { isBuiltIn, type RuleSet } from '../../core/rules/rule.ts';

/**
 * The rules a scan is made with. A source that lists no built-in rules (the local rule set) gets the
 * recorder's published ones, because the recorder would apply them.
 *
 * @returns null while the settings were not read yet
 */
export function rulesInForce(state: SettingsState | null, profile: Profile): RuleSet | null {
  if (!state) return null;
  const { ruleSet } = state;
  if (ruleSet.rules.some(isBuiltIn)) return ruleSet;
  const offline = profile.offlineRules();
  return {
    ...ruleSet,
    rules: [...ruleSet.rules, ...offline.rules],
    groups: [...ruleSet.groups, ...offline.groups],
  };
}
