import type { RuleContent } from '../../core/rules/rule.ts';
import type { RuleField } from '../../core/settings/compareRules.ts';

/** One field of a rule as one text; '' stands for nothing. */
export function fieldText(content: RuleContent, field: RuleField): string {
  const value = content[field];
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
