import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
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
  if (profile.id !== defaultProfileId) return rulesForOthers(state);
  if (ruleSet.rules.some(isBuiltIn)) return ruleSet;
  const offline = profile.offlineRules();
  return {
    ...ruleSet,
    rules: [...ruleSet.rules, ...offline.rules],
    groups: [...ruleSet.groups, ...offline.groups],
  };
}

/**
 * A connected org's rules are FullStory's own; only rules that are kept here may be meant for any recorder. What was
 * measured names its recorder.
 */
function rulesForOthers({ ruleSet, connection }: SettingsState): RuleSet {
  const kept = connection.kind === 'local' ? ruleSet.rules.filter((rule) => !isBuiltIn(rule)) : [];
  return { rules: kept, groups: [], gaps: [], ...measuredIn(ruleSet) };
}

function measuredIn({ measured }: RuleSet): Pick<RuleSet, 'measured'> {
  return measured === undefined ? {} : { measured };
}
