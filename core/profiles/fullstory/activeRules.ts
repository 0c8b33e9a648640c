import type { ActiveRule } from '../../rules/activeRule.ts';
import {
  isBuiltIn,
  type Rule,
  RuleAction,
  type RuleGroup,
  RuleScope,
  type RuleSet,
} from '../../rules/rule.ts';
import type { FullstoryOptions } from './options.ts';

/** Which rules of a set take part in this session: fullstory.md (b), rules 1-3. */
export function fullstoryActiveRules(ruleSet: RuleSet, options: FullstoryOptions): readonly ActiveRule[] {
  const groups = new Map(ruleSet.groups.map((group) => [group.id, group]));
  return ruleSet.rules.filter((rule) => takesPart(rule, groups.get(rule.groupId), options)).map(toActive);
}

function takesPart(rule: Rule, group: RuleGroup | undefined, options: FullstoryOptions): boolean {
  if (!rule.platforms.includes('web')) return false;
  const scope = group?.scopeOverride ?? rule.scope;
  if (scope !== RuleScope.all && scope !== options.session) return false;
  // What consent does to an action nobody here knows is not known either: it stays, in doubt.
  if (!rule.consent || rule.action === RuleAction.unspecified) return true;
  // Unmask with consent: only once the visitor consented, by the meaning of `.fs-unmask-with-consent`.
  return rule.action === RuleAction.unmask ? options.consent : !options.consent;
}

function toActive(rule: Rule): ActiveRule {
  return {
    id: rule.id,
    name: rule.name,
    selector: rule.selector,
    exceptions: rule.exceptions,
    action: rule.action,
    origin: isBuiltIn(rule) ? 'built-in' : 'custom',
    certain: rule.uncertain === undefined && rule.action !== RuleAction.unspecified,
    ...(rule.uncertain !== undefined ? { doubt: rule.uncertain } : {}),
    ...(rule.action === RuleAction.unspecified ? { doubt: 'doubt.unknown-action' } : {}),
  };
}
