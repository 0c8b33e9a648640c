import { type LeakSettings, noLeakSettings } from '../leakSettings/leakSettings.ts';
import { serializeLeakSettings } from '../leakSettings/serializeLeakSettings.ts';
import type { Rule, RuleGroup, RuleSet } from '../rules/rule.ts';
import { wireOfAction, wireOfEditable, wireOfPlatform, wireOfScope } from './fullstoryEnums.ts';
import { ruleFileVersion } from './parseRuleFile.ts';

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
    rules: ruleSet.rules.map(ruleEntry),
    ...(ruleSet.groups.length === 0 ? {} : { groups: ruleSet.groups.map(groupEntry) }),
    ...(ruleSet.privateByDefault === undefined ? {} : { privateByDefault: ruleSet.privateByDefault }),
    ...(ruleSet.gaps.length === 0 ? {} : { gaps: [...ruleSet.gaps] }),
    ...serializeLeakSettings(leakSettings),
  };
}

function ruleEntry(rule: Rule): Record<string, unknown> {
  const optional = {
    description: rule.description,
    created_at: rule.createdAt,
    last_updated: rule.updatedAt,
    last_updated_by: rule.updatedBy,
    uncertain: rule.uncertain,
  };
  return {
    id: rule.id,
    name: rule.name,
    source: { selector: rule.selector, exception_selectors: [...rule.exceptions] },
    operation: {
      action: wireOfAction[rule.action],
      consent: rule.consent,
      scope: wireOfScope[rule.scope],
    },
    platforms: rule.platforms.map((platform) => wireOfPlatform[platform]),
    editable: wireOfEditable[rule.editable],
    group_id: rule.groupId,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function groupEntry(group: RuleGroup): Record<string, unknown> {
  return {
    group_id: group.id,
    template_id: group.template === 'form-privacy' ? 'FORM_PRIVACY' : 'NONE',
    ...(group.scopeOverride === undefined ? {} : { overrides: { scope: wireOfScope[group.scopeOverride] } }),
  };
}
