import type { Rule, RuleGroup } from '../core/rules/rule.ts';
import { parseFullstoryPrivacyV1 } from '../core/settings/fullstoryV1Wire.ts';
import { parseFullstoryRule } from '../core/settings/fullstoryWire.ts';
import { ruleGroupJson, stateJson } from './ruleJson.ts';
import type { RuleGroupRow, RuleState } from './schema.ts';

/** A stored rule as the engine reads it: by the codec that clients use, so that both mean the same by it. */
export function ruleOfState(state: RuleState, id = 'rule'): Rule {
  const rule = parseFullstoryRule({ id, ...stateJson(state) });
  return state.targetDomains.length === 0 || rule.uncertain !== undefined
    ? rule
    : { ...rule, uncertain: 'doubt.targeting' };
}

export function ruleGroupsOf(rows: readonly RuleGroupRow[]): readonly RuleGroup[] {
  const elementRuleGroups = Object.fromEntries(rows.map((row) => [row.id, ruleGroupJson(row)]));
  return parseFullstoryPrivacyV1({ elementRuleGroups }).groups;
}
