import { assertNever } from '../assertNever.ts';
import { RuleScope } from '../rules/rule.ts';
import { type ChangeOutcome, type PlanScene, refusedBySource } from './changeOutcome.ts';
import type { DraftChange } from './draft.ts';
import { type PendingPreview, plainContent } from './pendingPreviews.ts';
import type { PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';

type Twin = Extract<PendingPreview, { kind: 'edit' }>;

/** Takes one preview back: preview sessions get again what live visitors have had all along. */
export function planWithdrawal(preview: PendingPreview, scene: PlanScene): ChangeOutcome {
  switch (preview.kind) {
    case 'edit':
      return withdrawEdit(preview, scene);
    case 'new': {
      const change: DraftChange = { id: preview.rule.id, kind: 'delete', base: preview.rule, keys: [] };
      const step: PushStep = {
        kind: 'delete',
        key: scene.newId(),
        ruleId: change.id,
        expected: preview.rule,
      };
      return refusedBySource(change, preview.rule, null) ?? { change, steps: [step] };
    }
    case 'delete': {
      const { rule, marker } = preview;
      const scope = rule.scope === RuleScope.live ? marker.was : rule.scope;
      const content = plainContent(rule, { scope });
      const change: DraftChange = { id: rule.id, kind: 'update', base: rule, content, keys: [] };
      const step: PushStep = { kind: 'update', key: scene.newId(), ruleId: rule.id, expected: rule, content };
      return refusedBySource(change, rule, content) ?? { change, steps: [step] };
    }
    default:
      return assertNever(preview);
  }
}

function withdrawEdit({ twin, original, marker }: Twin, { newId }: PlanScene): ChangeOutcome {
  const change: DraftChange = { id: twin.id, kind: 'delete', base: twin, keys: [] };
  const refused = refusedBySource(change, twin, null);
  if (refused) return refused;
  const remove: PushStep = { kind: 'delete', key: newId(), ruleId: twin.id, expected: twin };
  // Only what previewing changed is changed back: whatever else somebody did to the original since then stays.
  if (original?.scope !== RuleScope.live || marker.was === RuleScope.live) return { change, steps: [remove] };
  const content = { ...ruleContentOf(original), scope: marker.was };
  const restore: PushStep = {
    kind: 'update',
    key: newId(),
    ruleId: original.id,
    expected: original,
    content,
  };
  return { change, steps: [restore, remove] };
}
