import type { RuleContent } from '../rules/rule.ts';

/** Only what a person writes of a rule, as a fresh object: what goes into a write. An empty description is none. */
export function ruleContentOf(rule: RuleContent): RuleContent {
  const { name, description, selector, exceptions, action, consent, scope, platforms } = rule;
  const content = { name, selector, exceptions, action, consent, scope, platforms };
  return description === undefined || description === '' ? content : { ...content, description };
}
