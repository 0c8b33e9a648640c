import type { RuleContent } from '../rules/rule.ts';
import { trimSelector } from './trimSelector.ts';

/** The fields of a rule that a person writes, in the order they are shown. Message keys `field.<name>`. */
export const ruleFields = [
  'name',
  'description',
  'selector',
  'exceptions',
  'action',
  'consent',
  'scope',
  'platforms',
] as const;
export type RuleField = (typeof ruleFields)[number];

/**
 * The canonical text of one field: equal texts mean equal fields. Outer white space (servers trim it; of a selector only what CSS takes for it), the order and
 * repetition of exceptions and platforms, and the difference between no description and an empty one do not count.
 */
export function canonicalField(content: RuleContent, field: RuleField): string {
  const value = content[field];
  if (value === undefined) return '';
  if (typeof value === 'string') return field === 'selector' ? trimSelector(value) : value.trim();
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify([...new Set(value.map(trimSelector))].sort());
}

/** Names of the fields in which two rules differ. Empty: they say the same. */
export function compareRules(a: RuleContent, b: RuleContent): readonly RuleField[] {
  return ruleFields.filter((field) => canonicalField(a, field) !== canonicalField(b, field));
}
