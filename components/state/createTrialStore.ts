import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RuleSet } from '../../core/rules/rule.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import {
  type ChosenMerge,
  chooseMerge,
  type FieldChoice,
  type MergeChoices,
} from '../../core/settings/chooseMerge.ts';
import type { RuleField } from '../../core/settings/compareRules.ts';
import type { DraftState } from '../../core/settings/draft.ts';
import { printOf } from '../../core/settings/previewMarker.ts';
import type { PushConflict } from '../../core/settings/pushPlan.ts';
import { trialOfPlan } from '../../core/settings/trialOfPlan.ts';
import type { PushStore } from './createPushStore.ts';

export interface TrialStore {
  /** The rules that the page is tried with: those of the plan on the screen, else those of the draft. */
  readonly rules: ReadonlySignal<RuleSet | null>;
  /** Null for a conflict that is not about two edits of one rule. */
  mergeOf(conflict: PushConflict): ChosenMerge | null;
  choose(conflict: PushConflict, field: RuleField, choice: FieldChoice): void;
}

export interface TrialDeps {
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly draft: ReadonlySignal<DraftState>;
  readonly push: PushStore;
}

/** What would be, before anybody confirms it: the plan, with what was chosen so far where two edits clash. */
export function createTrialStore({ ruleSet, draft, push }: TrialDeps): TrialStore {
  const chosen = signal<Readonly<Record<string, MergeChoices>>>({});
  const mergeOf = (conflict: PushConflict) => chooseMerge(conflict, chosen.value[nameOf(conflict)] ?? {});

  const rules = computed(() => {
    const org = ruleSet.value;
    const plan = push.plan.value;
    if (!org) return null;
    if (!plan) return draft.value.changes.length === 0 ? null : applyDraft(org, draft.value);
    const merges = plan.conflicts.flatMap((conflict) => {
      const merge = mergeOf(conflict);
      return merge ? [[conflict.change.id, merge.content] as const] : [];
    });
    return trialOfPlan(plan, org, draft.value, new Map(merges));
  });

  return {
    rules,
    mergeOf,
    choose(conflict, field, choice) {
      const name = nameOf(conflict);
      chosen.value = { ...chosen.value, [name]: { ...chosen.value[name], [field]: choice } };
    },
  };
}

/** A choice holds for the two texts it was made between: it is there again after another plan, and not for a third. */
function nameOf({ change, theirs }: PushConflict): string {
  const print = (content: Parameters<typeof printOf>[0] | undefined) =>
    content ? `${printOf(content)} ${content.scope}` : '';
  return `${change.id} ${print(change.content)} ${print(theirs)}`;
}
