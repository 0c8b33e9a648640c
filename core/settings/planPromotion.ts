import { assertNever } from '../assertNever.ts';
import { type Rule, type RuleContent, RuleScope } from '../rules/rule.ts';
import {
  type ChangeOutcome,
  conflictWith,
  type PlanScene,
  refusedBySource,
  sameRule,
} from './changeOutcome.ts';
import type { DraftChange } from './draft.ts';
import { type PendingPreview, pendingPreviews } from './pendingPreviews.ts';
import { fieldsChangedSince } from './previewMarker.ts';
import type { PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { isUnmask, reachesLive } from './ruleReach.ts';
import { ruleWithContent } from './ruleWithContent.ts';
import { directionInForce } from './scopesInForce.ts';
import { splitUpdate } from './splitUpdate.ts';

type Twin = Extract<PendingPreview, { kind: 'edit' }>;
type NewRule = Extract<PendingPreview, { kind: 'new' }>;
type Deletion = Extract<PendingPreview, { kind: 'delete' }>;

/** Makes one previewed change the live rule. Refused when somebody changed a rule that takes part in it. */
export function planPromotion(preview: PendingPreview, scene: PlanScene): ChangeOutcome {
  switch (preview.kind) {
    case 'edit':
      return promoteEdit(preview, scene);
    case 'new':
      return promoteNew(preview, scene);
    case 'delete':
      return promoteDeletion(preview, scene);
    default:
      return assertNever(preview);
  }
}

function promoteEdit(preview: Twin, scene: PlanScene): ChangeOutcome {
  const { twin, original, marker, content } = preview;
  const base = original && { base: original };
  const change: DraftChange = { id: marker.of, kind: 'update', ...base, content, keys: [] };
  if (!original) return conflictWith(change, 'deleted');
  const refused = twinMoved(change, preview, original, scene) ?? refusedBySource(change, twin, null);
  if (refused) return refused;
  const rest = deleteStep(twin, scene.newId);
  if (sameRule(original, content)) return { change, steps: [rest] };
  return (
    originalMoved(change, preview, original) ??
    refusedBySource(change, original, content) ?? { change, steps: editSteps(preview, original, scene) }
  );
}

function editSteps(preview: Twin, original: Rule, { current, newId, split }: PlanScene): readonly PushStep[] {
  const { twin, content } = preview;
  const write = updateStep(original, content, newId);
  if (!split || directionInForce(original, content, current) !== 'mixed')
    return [write, deleteStep(twin, newId)];
  if (isUnmask(original)) return [...splitUpdate(original, content, newId), deleteStep(twin, newId)];
  // The twin already says what the original will say: live for a moment, it covers what the original gains.
  const bridge = { ...ruleContentOf(twin), scope: content.scope };
  const raise = sameRule(twin, bridge) ? [] : [updateStep(twin, bridge, newId)];
  return [...raise, write, deleteStep(ruleWithContent(twin, bridge), newId)];
}

/** Two twins of one rule contradict each other; a twin that reaches other sessions than we left it in was changed. */
function twinMoved(
  change: DraftChange,
  { twin, marker }: Twin,
  original: Rule,
  { current }: PlanScene,
): ChangeOutcome | undefined {
  const rival = pendingPreviews(current).find(
    (other) => other.kind === 'edit' && other.marker.of === original.id && other.twin.id !== twin.id,
  );
  if (rival?.kind === 'edit') return conflictWith(change, 'changed', rival.twin);
  const expected = !reachesLive(twin.scope) || twin.scope === marker.to;
  return expected ? undefined : conflictWith(change, 'changed', twin, ['scope']);
}

function originalMoved(change: DraftChange, { marker }: Twin, original: Rule): ChangeOutcome | undefined {
  const fields: readonly string[] = [
    ...fieldsChangedSince(marker.print, original),
    ...(original.scope === marker.was || original.scope === RuleScope.live ? [] : ['scope']),
  ];
  return fields.length > 0 ? conflictWith(change, 'changed', original, fields) : undefined;
}

function promoteNew({ rule, marker, content }: NewRule, { newId }: PlanScene): ChangeOutcome {
  const change: DraftChange = { id: rule.id, kind: 'update', base: rule, content, keys: [] };
  const expected = !reachesLive(rule.scope) || rule.scope === marker.to;
  if (!expected) return conflictWith(change, 'changed', rule, ['scope']);
  return refusedBySource(change, rule, content) ?? { change, steps: [updateStep(rule, content, newId)] };
}

function promoteDeletion({ rule, marker }: Deletion, { newId }: PlanScene): ChangeOutcome {
  const change: DraftChange = { id: rule.id, kind: 'delete', base: rule, keys: [] };
  const fields: readonly string[] = [
    ...fieldsChangedSince(marker.print, rule),
    ...(rule.scope === RuleScope.live ? [] : ['scope']),
  ];
  if (fields.length > 0) return conflictWith(change, 'changed', rule, fields);
  return refusedBySource(change, rule, null) ?? { change, steps: [deleteStep(rule, newId)] };
}

function updateStep(theirs: Rule, content: RuleContent, newId: () => string): PushStep {
  return { kind: 'update', key: newId(), ruleId: theirs.id, expected: theirs, content };
}

function deleteStep(theirs: Rule, newId: () => string): PushStep {
  return { kind: 'delete', key: newId(), ruleId: theirs.id, expected: theirs };
}
