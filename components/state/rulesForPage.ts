import type { RuleSet } from '../../core/rules/rule.ts';

/**
 * The rules as the page side gets them. It runs in a renderer that the page may have taken over: who changed a rule,
 * when, and what people wrote about it stays in the panel.
 */
export function rulesForPage(ruleSet: RuleSet): RuleSet {
  const rules = ruleSet.rules.map(
    ({ description: _words, createdAt: _made, updatedAt: _changed, updatedBy: _who, ...needed }) => needed,
  );
  return { ...ruleSet, rules };
}
