import type { RuleRow } from '../state/ruleRows.ts';

/** Rows in which every word of the filter occurs: in name, selector, action or description. */
export function filterRules(rows: readonly RuleRow[], filter: string): readonly RuleRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ rule }) => {
    const text = [rule.name, rule.selector, rule.action, rule.description ?? ''].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
