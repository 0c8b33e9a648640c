import type { Rule, RuleSet } from '../rules/rule.ts';
import type { DraftChange, DraftState } from './draft.ts';
import { ruleWithContent } from './ruleWithContent.ts';

/**
 * The org's settings as they would be with the draft in force: what a page is simulated with.
 * A created rule has its draft id as id. An edit of a rule that is gone from `ruleSet` changes nothing.
 */
export function applyDraft(ruleSet: RuleSet, draft: DraftState): RuleSet {
  const changes = new Map(draft.changes.map((change) => [change.id, change]));
  const kept = ruleSet.rules.flatMap((rule) => {
    const change = changes.get(rule.id);
    if (!change || change.kind === 'create') return [rule];
    return change.content ? [ruleWithContent(rule, change.content)] : [];
  });
  return { ...ruleSet, rules: [...kept, ...draft.changes.flatMap(createdRule)] };
}

function createdRule(change: DraftChange): readonly Rule[] {
  if (change.kind !== 'create' || !change.content) return [];
  return [{ ...change.content, id: change.id, groupId: '0', editable: 'any' }];
}
