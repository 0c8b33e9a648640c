import type { Rule, RuleSet } from '../../core/rules/rule.ts';

/** The selectors of all rules that differ between two rule sets, as they were and as they are. */
export function changedSelectors(before: RuleSet, after: RuleSet): readonly string[] {
  const earlier = new Map(before.rules.map((rule) => [rule.id, rule]));
  const later = new Map(after.rules.map((rule) => [rule.id, rule]));
  const selectors = new Set<string>();
  for (const id of new Set([...earlier.keys(), ...later.keys()])) {
    const [old, now] = [earlier.get(id), later.get(id)];
    if (isSame(old, now)) continue;
    for (const rule of [old, now]) if (rule) selectors.add(rule.selector);
  }
  return [...selectors];
}

function isSame(one: Rule | undefined, other: Rule | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
