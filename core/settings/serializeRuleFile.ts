import { type LeakSettings, noLeakSettings } from '../leakSettings/leakSettings.ts';
import { serializeLeakSettings } from '../leakSettings/serializeLeakSettings.ts';
import type { RuleGroup, RuleSet } from '../rules/rule.ts';
import { wireOfScope } from './fullstoryEnums.ts';
import { ruleFileVersion } from './parseRuleFile.ts';
import { serializeMeasured } from './serializeMeasured.ts';
import { serializeRule } from './serializeRule.ts';

/**
 * Scrim's own rule file, as plain JSON data: `parseRuleFile(serializeRuleFile(set))` gives the set again.
 *
 * @param leakSettings the org's own detectors and its suppressions, which stand in the same file
 */
export function serializeRuleFile(
  ruleSet: RuleSet,
  leakSettings: LeakSettings = noLeakSettings,
): Record<string, unknown> {
  return {
    scrim: ruleFileVersion,
    rules: ruleSet.rules.map(serializeRule),
    ...(ruleSet.groups.length === 0 ? {} : { groups: ruleSet.groups.map(groupEntry) }),
    ...(ruleSet.privateByDefault === undefined ? {} : { privateByDefault: ruleSet.privateByDefault }),
    ...(ruleSet.gaps.length === 0 ? {} : { gaps: [...ruleSet.gaps] }),
    ...(ruleSet.measured === undefined ? {} : { measured: serializeMeasured(ruleSet.measured) }),
    ...serializeLeakSettings(leakSettings),
  };
}

function groupEntry(group: RuleGroup): Record<string, unknown> {
  return {
    group_id: group.id,
    template_id: group.template === 'form-privacy' ? 'FORM_PRIVACY' : 'NONE',
    ...(group.scopeOverride === undefined ? {} : { overrides: { scope: wireOfScope[group.scopeOverride] } }),
  };
}
