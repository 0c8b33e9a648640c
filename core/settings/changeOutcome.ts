import { isBuiltIn, type Rule, RuleAction, type RuleContent, type RuleSet } from '../rules/rule.ts';
import { compareRules } from './compareRules.ts';
import type { DraftChange } from './draft.ts';
import { holdsUnknownWords } from './fullstoryRule.ts';
import type { MergedChange, PushConflict, PushStep } from './pushPlan.ts';
import { restrictedFields } from './restrictedFields.ts';

/** What a change is planned against. `split`: take every step that strengthens and weakens at once in two. */
export interface PlanScene {
  readonly current: RuleSet;
  /** Ids of all rules that the draft edits or deletes. */
  readonly edited: ReadonlySet<string>;
  readonly newId: () => string;
  readonly split: boolean;
}

/** A change is written by these steps (none: the org's settings say so already), or not at all. */
export type ChangeOutcome =
  | {
      readonly change: DraftChange;
      readonly steps: readonly PushStep[];
      readonly merged?: MergedChange | undefined;
    }
  | { readonly change: DraftChange; readonly conflict: PushConflict };

export function conflictWith(
  change: DraftChange,
  kind: PushConflict['kind'],
  theirs?: Rule,
  fields: readonly string[] = [],
): ChangeOutcome {
  const conflict = {
    change,
    kind,
    fields,
    ...(theirs && { theirs }),
    ...(theirs?.updatedBy !== undefined && { changedBy: theirs.updatedBy }),
    ...(theirs?.updatedAt !== undefined && { changedAt: theirs.updatedAt }),
  };
  return { change, conflict };
}

/**
 * Why the org's rule cannot be written like this (null: deleted), if it cannot: fields the source keeps for itself,
 * or something on the rule that Scrim does not know and would lose, because a write replaces the whole rule.
 */
export function refusedBySource(
  change: DraftChange,
  theirs: Rule,
  content: RuleContent | null,
): ChangeOutcome | undefined {
  if (content === null) return isBuiltIn(theirs) ? conflictWith(change, 'read-only', theirs) : undefined;
  const kept = restrictedFields(theirs, content);
  if (kept.length > 0) return conflictWith(change, 'read-only', theirs, kept);
  return isHalfKnown(theirs) || content.action === RuleAction.unspecified
    ? conflictWith(change, 'read-only', theirs)
    : undefined;
}

function isHalfKnown(rule: Rule): boolean {
  return rule.action === RuleAction.unspecified || holdsUnknownWords(rule);
}

/** Says that the rule is not what the edit was based on. */
export function movedSince(change: DraftChange, theirs: Rule | undefined): ChangeOutcome | undefined {
  if (!theirs) return conflictWith(change, 'deleted');
  const fields = change.base ? compareRules(change.base, theirs) : [];
  return fields.length > 0 ? conflictWith(change, 'changed', theirs, fields) : undefined;
}

export function sameRule(a: RuleContent, b: RuleContent): boolean {
  return compareRules(a, b).length === 0;
}
