import type { Rule } from '../rules/rule.ts';
import { trimSelector } from './trimSelector.ts';

/** What a rule is known by where it has no id: its selector and its group (fullstory.md e.2). */
export function ruleIdentity({ selector, groupId }: Pick<Rule, 'selector' | 'groupId'>): string {
  return JSON.stringify([trimSelector(selector), groupId]);
}
