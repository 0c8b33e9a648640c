import { type Rule, type RuleContent, RuleScope } from '../rules/rule.ts';
import {
  type ChangeOutcome,
  conflictWith,
  movedSince,
  type PlanScene,
  refusedBySource,
  sameRule,
} from './changeOutcome.ts';
import { compareRules } from './compareRules.ts';
import type { DraftChange } from './draft.ts';
import { findSameRule } from './findSameRule.ts';
import { mergeRule } from './mergeRule.ts';
import { type PendingPreview, pendingPreviews, twinNameSuffix } from './pendingPreviews.ts';
import { type PreviewMarker, printOf, readMarker, writeMarker } from './previewMarker.ts';
import type { MergedChange, PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { ruleLimits } from './ruleLimits.ts';
import { reachesLive, reachesPreview } from './ruleReach.ts';
import { mayBeRuledByGroup } from './scopesInForce.ts';
import { standOnTheirs } from './standOnTheirs.ts';

type Twin = Extract<PendingPreview, { kind: 'edit' }>;

/**
 * Writes one change of the draft so that preview sessions have it while live visitors keep exactly what they have:
 * no step touches anything that reaches live sessions, other than taking preview sessions away from it.
 */
export function planPreviewChange(change: DraftChange, scene: PlanScene): ChangeOutcome {
  if (change.kind === 'create') return previewCreate(change, scene);
  const theirs = scene.current.rules.find((rule) => rule.id === change.id);
  if (!theirs) return change.kind === 'delete' ? { change, steps: [] } : conflictWith(change, 'deleted');
  if (change.content && sameRule(theirs, change.content)) return { change, steps: [] };
  if (!change.content) {
    const refused = movedSince(change, theirs) ?? refusedBySource(change, theirs, null);
    return refused ?? previewDelete(change, theirs, scene);
  }
  const standing = standOnTheirs(change, change.content, theirs, scene);
  if ('conflict' in standing) return standing;
  const refused = refusedBySource(standing.change, theirs, standing.content);
  const outcome = refused ?? previewUpdate(standing.change, theirs, standing.content, scene);
  return 'steps' in outcome ? { ...outcome, merged: standing.merged ?? outcome.merged } : outcome;
}

function previewCreate(change: DraftChange, { current, edited, newId }: PlanScene): ChangeOutcome {
  if (!change.content) return { change, steps: [] };
  const to = change.content.scope;
  const content = reachesLive(to)
    ? marked(change.content, RuleScope.preview, { kind: 'new', to })
    : ruleContentOf(change.content);
  if (!content) return conflictWith(change, 'not-previewable', undefined, ['description']);
  const there = findSameRule(current.rules, content, edited);
  return { change, steps: there ? [] : [{ kind: 'create', key: newId(), content }] };
}

function previewDelete(change: DraftChange, theirs: Rule, { current, newId }: PlanScene): ChangeOutcome {
  if (!reachesLive(theirs.scope)) {
    return { change, steps: [{ kind: 'delete', key: newId(), ruleId: theirs.id, expected: theirs }] };
  }
  if (takesPartInPreview(theirs) || twinsOf(theirs, current.rules).length > 0) {
    return conflictWith(change, 'not-previewable', theirs);
  }
  const marker: PreviewMarker = { kind: 'delete', was: theirs.scope, print: printOf(theirs) };
  const content = marked(theirs, RuleScope.live, marker);
  if (!content) return conflictWith(change, 'not-previewable', theirs, ['description']);
  return { change, steps: updateUnlessSame(theirs, content, newId) };
}

function previewUpdate(
  change: DraftChange,
  theirs: Rule,
  wanted: RuleContent,
  scene: PlanScene,
): ChangeOutcome {
  const onlyWords = changesOnlyWords(theirs, wanted);
  if (!onlyWords && mayBeRuledByGroup(theirs, scene.current))
    return conflictWith(change, 'not-previewable', theirs);
  if (onlyWords || !reachesLive(theirs.scope)) {
    const content = keptFromLive(theirs, wanted);
    if (!content) return conflictWith(change, 'not-previewable', theirs, ['description']);
    return { change, steps: updateUnlessSame(theirs, content, scene.newId) };
  }
  const twins = twinsOf(theirs, scene.current.rules);
  const twin = twins[0];
  // A twin cannot carry a condition of which Scrim only knows that it is there.
  if (twins.length > 1 || takesPartInPreview(theirs) || theirs.uncertain !== undefined) {
    return conflictWith(change, 'not-previewable', theirs);
  }
  if (twin && reachesLive(twin.twin.scope)) return conflictWith(change, 'changed', twin.twin, ['scope']);
  const added = twin && addedToPreview(theirs, wanted, twin);
  const content = twinContent(theirs, added?.content ?? wanted, twin);
  if (!content) return conflictWith(change, 'not-previewable', theirs, ['description']);
  const first: readonly PushStep[] = twin
    ? updateUnlessSame(twin.twin, content, scene.newId)
    : [{ kind: 'create', key: scene.newId(), content, twinOf: theirs.id }];
  const withoutPreview = { ...ruleContentOf(theirs), scope: RuleScope.live };
  const steps = [...first, ...updateUnlessSame(theirs, withoutPreview, scene.newId)];
  if (!added) return { change, steps };
  return { change: { ...change, content: added.content }, steps, merged: added.merged };
}

/** The copy may carry somebody's edit already: it stays, but for the fields that this edit is about. */
function addedToPreview(theirs: Rule, wanted: RuleContent, { twin, content: previewed }: Twin) {
  const merge = mergeRule({ base: theirs, mine: wanted, theirs: previewed });
  const mine = Object.fromEntries(merge.clashes.map((field) => [field, wanted[field]]));
  const merged: MergedChange = {
    base: theirs,
    drafted: wanted,
    taken: merge.taken.filter((field) => field !== 'scope'),
    joined: merge.joined,
    replaced: merge.clashes,
    overMine: [],
    ...(twin.updatedBy !== undefined && { changedBy: twin.updatedBy }),
    ...(twin.updatedAt !== undefined && { changedAt: twin.updatedAt }),
  };
  const isSilent = merged.taken.length + merged.joined.length + merge.clashes.length === 0;
  return { content: ruleContentOf({ ...merge.content, ...mine }), merged: isSilent ? undefined : merged };
}

/** An edit of a rule that live visitors do not get, or of its words only: written in place, and never beyond preview. */
function keptFromLive(theirs: Rule, wanted: RuleContent): RuleContent | null {
  const { marker } = readMarker(theirs.description);
  if (reachesLive(theirs.scope) || !reachesLive(wanted.scope)) return marked(wanted, wanted.scope, marker);
  const to = wanted.scope;
  return marked(wanted, RuleScope.preview, marker?.kind === 'twin' ? { ...marker, to } : { kind: 'new', to });
}

function twinContent(theirs: Rule, wanted: RuleContent, earlier: Twin | undefined): RuleContent | null {
  const was = earlier?.marker.was ?? theirs.scope;
  const to = earlier && wanted.scope === theirs.scope ? earlier.marker.to : wanted.scope;
  const named = `${wanted.name}${twinNameSuffix}`;
  const nameKept = named.length > ruleLimits.name;
  const marker: PreviewMarker = { kind: 'twin', of: theirs.id, was, to, nameKept, print: printOf(theirs) };
  // An edit that takes the rule out of preview sessions is previewed by its absence there.
  const absent = to === RuleScope.none || (reachesPreview(was) && !reachesPreview(to));
  return marked(
    nameKept ? wanted : { ...wanted, name: named },
    absent ? RuleScope.none : RuleScope.preview,
    marker,
  );
}

function marked(
  content: RuleContent,
  scope: RuleScope,
  marker: PreviewMarker | undefined,
): RuleContent | null {
  const description = writeMarker(content.description, marker);
  return description === null ? null : ruleContentOf({ ...content, scope, description });
}

function updateUnlessSame(theirs: Rule, content: RuleContent, newId: () => string): readonly PushStep[] {
  if (sameRule(theirs, content)) return [];
  return [{ kind: 'update', key: newId(), ruleId: theirs.id, expected: theirs, content }];
}

function twinsOf(rule: Rule, rules: readonly Rule[]): readonly Twin[] {
  const previews = pendingPreviews({ rules, groups: [], gaps: [] });
  return previews.filter((one): one is Twin => one.kind === 'edit' && one.marker.of === rule.id);
}

/** One preview at a time. (A `new` mark on a rule that is live is only a leftover.) */
function takesPartInPreview(rule: Rule): boolean {
  const { marker } = readMarker(rule.description);
  return marker?.kind === 'twin' || marker?.kind === 'delete';
}

function changesOnlyWords(theirs: Rule, wanted: RuleContent): boolean {
  return compareRules(theirs, wanted).every((field) => field === 'name' || field === 'description');
}
