import { assertNever } from '../assertNever.ts';
import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import type { ChangeOutcome, PlanScene } from './changeOutcome.ts';
import type { CoverageDirection } from './compareCoverage.ts';
import type { DraftState } from './draft.ts';
import { orderSteps } from './orderSteps.ts';
import { pendingPreviews } from './pendingPreviews.ts';
import { planLiveChange } from './planLiveChange.ts';
import { planPreviewChange } from './planPreviewChange.ts';
import { planPromotion } from './planPromotion.ts';
import { planWithdrawal } from './planWithdrawal.ts';
import type { PlannedChange, PushMode, PushPlan, PushStep } from './pushPlan.ts';
import { directionInForce, weakeningsInForce } from './scopesInForce.ts';

export interface PushPlanInput {
  readonly mode: PushMode;
  /** Not looked at when promoting or withdrawing: previews are found in the org's settings. */
  readonly draft: DraftState;
  /** Read from the settings source just now. */
  readonly current: RuleSet;
  /** UUID v4: step keys are sent as Idempotency-Key. */
  readonly newId: () => string;
  /** RFC 3339. */
  readonly now: () => string;
}

/**
 * What a push would write, in which order, and what of it cannot be written. Never writes anything itself.
 *
 * The promise: after any number of these steps an element is covered, for live visitors, at least as well as before
 * the push or at least as well as after it, whichever is less; in `preview` and `withdraw` mode exactly as before.
 */
export function planPush(input: PushPlanInput): PushPlan {
  const whole = outcomesOf(input, false);
  const directed = (step: PushStep) => directionOf(step, input.current);
  const mixed = whole.flatMap(stepsOf).filter((step) => directed(step) === 'mixed');
  // One step that strengthens and weakens at once is safe between all that strengthen and all that weaken. Two are not.
  const outcomes = mixed.length < 2 ? whole : outcomesOf(input, true);
  const planned = outcomes.flatMap((outcome) => ('steps' in outcome ? [plannedChange(outcome, input)] : []));
  return {
    id: input.newId(),
    mode: input.mode,
    readAt: input.now(),
    planned,
    conflicts: outcomes.flatMap((outcome) => ('conflict' in outcome ? [outcome.conflict] : [])),
    order: orderSteps(
      planned.map((one) => one.steps),
      directed,
    ),
  };
}

function outcomesOf(input: PushPlanInput, split: boolean): readonly ChangeOutcome[] {
  const edited = new Set(input.draft.changes.map((change) => change.id));
  const scene: PlanScene = { current: input.current, edited, newId: input.newId, split };
  switch (input.mode) {
    case 'live':
      return input.draft.changes.map((change) => planLiveChange(change, scene));
    case 'preview':
      return input.draft.changes.map((change) => planPreviewChange(change, scene));
    case 'promote':
      return pendingPreviews(input.current).map((preview) => planPromotion(preview, scene));
    case 'withdraw':
      return pendingPreviews(input.current).map((preview) => planWithdrawal(preview, scene));
    default:
      return assertNever(input.mode);
  }
}

function stepsOf(outcome: ChangeOutcome): readonly PushStep[] {
  return 'steps' in outcome ? outcome.steps : [];
}

function plannedChange(
  { change, steps, merged }: Extract<ChangeOutcome, { steps: unknown }>,
  { mode, current }: PushPlanInput,
): PlannedChange {
  const theirs = current.rules.find((rule) => rule.id === change.id) ?? null;
  const touchesLive = steps.length > 0 && (mode === 'live' || mode === 'promote');
  const weakenings = touchesLive ? weakeningsInForce(theirs, change.content ?? null, current) : [];
  const planned = { change, steps, weakenings, ...(merged && { merged }) };
  if (weakenings.length === 0) return planned;
  return { ...planned, confirmName: confirmNameOf(theirs, change.content) };
}

/** The name as the org knows it; the selector where a rule has no name to type. */
function confirmNameOf(before: Rule | null, after?: RuleContent): string {
  const names = [before?.name, after?.name, before?.selector, after?.selector];
  return names.find((name) => name !== undefined && name.trim() !== '') ?? '';
}

function directionOf(step: PushStep, current: RuleSet): CoverageDirection {
  if (step.kind === 'create') return directionInForce(null, step.content, current);
  return directionInForce(step.expected, step.kind === 'update' ? step.content : null, current);
}
