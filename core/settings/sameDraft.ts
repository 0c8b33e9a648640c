import type { DraftChange, DraftState } from './draft.ts';
import type { PushPlan } from './pushPlan.ts';

/** Is the draft still the one the plan was made of? Always, for plans that are not made of a draft. */
export function sameDraft(plan: PushPlan, draft: DraftState): boolean {
  if (plan.mode === 'promote' || plan.mode === 'withdraw') return true;
  const planned = [...plan.planned, ...plan.conflicts].map((one) => keysOf(one.change));
  const drafted = draft.changes.map(keysOf);
  return planned.length === drafted.length && planned.every((keys) => drafted.includes(keys));
}

function keysOf(change: DraftChange): string {
  return [change.id, ...change.keys].join(' ');
}
