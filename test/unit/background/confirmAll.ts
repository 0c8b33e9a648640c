import type { ExecuteRequest } from '../../../core/protocol.ts';
import type { PushPlan } from '../../../core/settings/pushPlan.ts';

/** What the panel sends once every name is typed and every effect was on the screen. */
export function confirmAll(plan: PushPlan): ExecuteRequest {
  const each = <T>(value: (one: PushPlan['planned'][number]) => T) =>
    Object.fromEntries(plan.planned.map((one) => [one.change.id, value(one)]));
  return {
    planId: plan.id,
    typed: each(({ confirmName }) => confirmName ?? ''),
    effects: each(() => 'shown' as const),
  };
}
