import type { Rule, RuleContent } from '../rules/rule.ts';
import type { DraftOperation, LandedRule } from './draft.ts';
import { mergeRule } from './mergeRule.ts';

/**
 * An edit made while a push of the same rule was under way is an edit of what that push wrote. When the push wrote more
 * than the draft said (somebody else's change of the rule beside it), the edit does not know of that: it is merged too.
 */
export function rebaseOperation(
  operation: DraftOperation,
  landed: ReadonlyMap<string, LandedRule>,
): DraftOperation {
  if (operation.kind === 'create') return operation;
  if (operation.kind === 'drop') {
    const rule = landed.get(operation.id)?.rule;
    return rule ? { ...operation, id: rule.id } : operation;
  }
  const { rule, merged } = landed.get(operation.ruleId) ?? {};
  if (!rule) return operation;
  if (operation.kind === 'delete' || !merged) return { ...operation, ruleId: rule.id, base: rule };
  return { ...operation, ruleId: rule.id, ...onMerged(operation.content, rule, merged) };
}

/** Where the edit and the other person's change clash, the base stays what the editor saw: the next plan asks. */
function onMerged(
  content: RuleContent,
  rule: Rule,
  { drafted, content: written }: NonNullable<LandedRule['merged']>,
): { readonly base: Rule; readonly content: RuleContent } {
  const merge = mergeRule({ base: drafted, mine: content, theirs: written });
  const clashing = (from: RuleContent) =>
    Object.fromEntries(merge.clashes.map((field) => [field, from[field]]));
  return {
    base: { ...rule, ...clashing(drafted) },
    content: { ...merge.content, ...clashing(content) },
  };
}
