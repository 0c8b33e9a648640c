import type { RuleContent } from '../rules/rule.ts';
import type { DraftChange, DraftOperation } from './draft.ts';
import { mergeRule } from './mergeRule.ts';
import { subjectOf } from './subjectOf.ts';

/**
 * An edit as it is to be written down: a field that another panel of the same browser changed since this edit was begun
 * stays as it was saved there. In a field that both changed the later word counts; undo brings the other back.
 */
export function ontoDrafted(
  operation: DraftOperation,
  { seen, changes }: { readonly seen: RuleContent | undefined; readonly changes: readonly DraftChange[] },
): DraftOperation {
  if (!seen || !('content' in operation)) return operation;
  const mine = operation.content;
  const theirs = changes.find(({ id }) => id === subjectOf(operation))?.content;
  if (!theirs) return operation;
  const { content, clashes } = mergeRule({ base: seen, mine, theirs });
  const last = Object.fromEntries(clashes.map((field) => [field, mine[field]]));
  return { ...operation, content: { ...content, ...last } };
}
