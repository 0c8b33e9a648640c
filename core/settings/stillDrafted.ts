import type { DraftState } from './draft.ts';
import type { PushRun } from './replayPushLog.ts';

/** Is everything that a push has not written yet still in the draft? Always, for pushes that are not made of a draft. */
export function stillDrafted({ plan, steps }: PushRun, draft: DraftState): boolean {
  const open = new Set(steps.filter((one) => one.state !== 'confirmed').map((one) => one.step.key));
  const drafted = new Set(draft.changes.flatMap((change) => change.keys));
  return plan.planned
    .filter((one) => one.steps.some((step) => open.has(step.key)))
    .every((one) => one.change.keys.every((key) => drafted.has(key)));
}
