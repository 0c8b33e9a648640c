import { isBuiltIn, type Rule, type RuleContent } from '../rules/rule.ts';
import {
  type ChangeOutcome,
  conflictWith,
  movedSince,
  type PlanScene,
  refusedBySource,
  sameRule,
} from './changeOutcome.ts';
import type { DraftChange } from './draft.ts';
import { findSameRule } from './findSameRule.ts';
import { readMarker, writeMarker } from './previewMarker.ts';
import type { PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { directionInForce } from './scopesInForce.ts';
import { splitUpdate } from './splitUpdate.ts';
import { standOnTheirs } from './standOnTheirs.ts';

/** Writes one change of the draft so that it is in force at once, as far as its own scope goes. */
export function planLiveChange(change: DraftChange, scene: PlanScene): ChangeOutcome {
  const theirs = scene.current.rules.find((rule) => rule.id === change.id);
  if (change.kind === 'create') return planCreate(change, scene);
  return change.content
    ? planUpdate(change, change.content, theirs, scene)
    : planDelete(change, theirs, scene);
}

function planCreate(change: DraftChange, { current, edited, newId }: PlanScene): ChangeOutcome {
  const content = change.content;
  const there = !content || findSameRule(current.rules, content, edited);
  return { change, steps: there ? [] : [{ kind: 'create', key: newId(), content: ruleContentOf(content) }] };
}

function planUpdate(
  drafted: DraftChange,
  wanted: RuleContent,
  theirs: Rule | undefined,
  scene: PlanScene,
): ChangeOutcome {
  if (!theirs) return conflictWith(drafted, 'deleted');
  const asDrafted = withMarkerKept(theirs, wanted);
  if (asDrafted && sameRule(theirs, asDrafted)) return { change: drafted, steps: [] };
  const standing = standOnTheirs(drafted, wanted, theirs, scene);
  if ('conflict' in standing) return standing;
  const { change, merged } = standing;
  const content = withMarkerKept(theirs, standing.content);
  if (!content) return conflictWith(drafted, 'not-previewable', theirs, ['description']);
  const refused = refusedBySource(change, theirs, content);
  if (refused) return refused;
  return { change, steps: stepsOfUpdate(theirs, content, scene), merged };
}

function stepsOfUpdate(theirs: Rule, content: RuleContent, scene: PlanScene): readonly PushStep[] {
  const { current, edited, newId, split } = scene;
  if (sameRule(theirs, content)) return [];
  // Another rule says exactly this already (a replacement that was not finished): two of them would be one too many.
  if (!isBuiltIn(theirs) && findSameRule(current.rules, content, edited))
    return [deleteStep(theirs, newId())];
  const mixed = directionInForce(theirs, content, current) === 'mixed';
  return split && mixed ? splitUpdate(theirs, content, newId) : [updateStep(theirs, content, newId())];
}

function planDelete(change: DraftChange, theirs: Rule | undefined, { newId }: PlanScene): ChangeOutcome {
  if (!theirs) return { change, steps: [] };
  const refused = movedSince(change, theirs) ?? refusedBySource(change, theirs, null);
  if (refused) return refused;
  return { change, steps: [deleteStep(theirs, newId())] };
}

/**
 * A rule that takes part in a preview keeps saying so, unless its scope was set by hand: then it is an ordinary rule.
 * Null when the longer description leaves no room.
 */
function withMarkerKept(theirs: Rule, wanted: RuleContent): RuleContent | null {
  const { marker } = readMarker(theirs.description);
  if (!marker) return ruleContentOf(wanted);
  const description = writeMarker(wanted.description, wanted.scope === theirs.scope ? marker : undefined);
  return description === null ? null : ruleContentOf({ ...wanted, description });
}

function deleteStep(theirs: Rule, key: string): PushStep {
  return { kind: 'delete', key, ruleId: theirs.id, expected: theirs };
}

function updateStep(theirs: Rule, content: RuleContent, key: string): PushStep {
  return { kind: 'update', key, ruleId: theirs.id, expected: theirs, content };
}
