import { type Rule, type RuleContent, RuleEditable } from '../rules/rule.ts';
import { compareRules, type RuleField, ruleFields } from './compareRules.ts';

/** What may be changed of a rule, by the source's word for it (fullstory.md e.1). */
const writableFields: Readonly<Record<RuleEditable, readonly RuleField[]>> = {
  [RuleEditable.any]: ruleFields,
  [RuleEditable.descriptionScopeExceptions]: ['description', 'scope', 'exceptions'],
  [RuleEditable.descriptionOnly]: ['description'],
};

/** Fields that this content changes and that the source keeps for itself. Empty: it may be written. */
export function restrictedFields(rule: Rule, content: RuleContent): readonly RuleField[] {
  return compareRules(rule, content).filter((field) => !writableFields[rule.editable].includes(field));
}
