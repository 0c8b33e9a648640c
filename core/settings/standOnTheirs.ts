import type { Rule, RuleContent } from '../rules/rule.ts';
import { type ChangeOutcome, movedSince, type PlanScene } from './changeOutcome.ts';
import type { DraftChange } from './draft.ts';
import { mergeRule } from './mergeRule.ts';
import { pendingPreviews } from './pendingPreviews.ts';
import { readMarker } from './previewMarker.ts';
import type { MergedChange } from './pushPlan.ts';
import { capturesMoreThanEither, weakeningsOfMerge } from './weakeningsOfMerge.ts';

/** An edit as it is to be written on the rule as it is now. */
export interface StandingChange {
  readonly change: DraftChange;
  readonly content: RuleContent;
  readonly merged?: MergedChange;
}

/**
 * Puts an edit on the rule as it is now. Where somebody else changed other fields, both are merged; a conflict remains
 * where both changed one field, where together they would capture more than either, and where the rule is being previewed
 * (its twin carries an edit that this one knows nothing of).
 */
export function standOnTheirs(
  change: DraftChange,
  mine: RuleContent,
  theirs: Rule,
  scene: PlanScene,
): StandingChange | Extract<ChangeOutcome, { conflict: unknown }> {
  const moved = movedSince(change, theirs);
  if (!moved || !('conflict' in moved) || !change.base) return { change, content: mine };
  const { content, clashes, taken, joined } = mergeRule({ base: change.base, mine, theirs });
  const weaker = weakeningsOfMerge(content, { mine, theirs, current: scene.current });
  if (clashes.length > 0 || capturesMoreThanEither(weaker) || isPreviewed(theirs, scene)) return moved;
  return {
    change: { ...change, base: theirs, content },
    content,
    merged: {
      base: change.base,
      drafted: mine,
      taken,
      joined,
      overMine: weaker.overMine,
      ...(theirs.updatedBy !== undefined && { changedBy: theirs.updatedBy }),
      ...(theirs.updatedAt !== undefined && { changedAt: theirs.updatedAt }),
    },
  };
}

function isPreviewed(rule: Rule, { current }: PlanScene): boolean {
  if (readMarker(rule.description).marker) return true;
  return pendingPreviews(current).some((one) => one.kind === 'edit' && one.marker.of === rule.id);
}
