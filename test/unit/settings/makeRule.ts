import type { Rule, RuleContent, RuleSet } from '../../../core/rules/rule.ts';

export function makeContent(changed: Partial<RuleContent> = {}): RuleContent {
  return {
    name: 'Customer names',
    selector: '.customer-name',
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    ...changed,
  };
}

export function makeRule(changed: Partial<Rule> = {}): Rule {
  return { ...makeContent(), id: 'r1', groupId: '0', editable: 'any', ...changed };
}

export function makeRuleSet(rules: readonly Rule[], changed: Partial<RuleSet> = {}): RuleSet {
  return { rules, groups: [], gaps: [], ...changed };
}
