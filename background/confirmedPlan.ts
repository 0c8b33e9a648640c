// The last check before a push begins: is it the plan that was shown, and was it confirmed as it has to be?

import type { ExecuteRequest } from '../core/protocol.ts';
import type { PlannedChange, PushPlan } from '../core/settings/pushPlan.ts';
import { replayJournal } from '../core/settings/replayJournal.ts';
import { sameDraft } from '../core/settings/sameDraft.ts';
import type { JournalStorage } from './journalStorage.ts';
import { ProblemError } from './problemError.ts';

/**
 * The plan that may be written now.
 *
 * @throws {ProblemError} `plan-gone`, `nothing-to-push`, `conflicts-first`, `confirmation-missing`, `effect-not-shown`,
 *   `draft-changed`
 */
export async function confirmedPlan(
  { storage, sourceId }: { readonly storage: JournalStorage; readonly sourceId: string },
  { planId, typed, effects }: ExecuteRequest,
): Promise<PushPlan> {
  // Written by the push desk only.
  const plan = (await storage.readValue(`plan:${sourceId}`)) as PushPlan | undefined;
  if (plan?.id !== planId) throw new ProblemError('plan-gone');
  if (plan.planned.length === 0) throw new ProblemError('nothing-to-push');
  const weaker = plan.planned.filter((one) => one.weakenings.length > 0);
  // What could not be written may have been what makes up for it.
  if (weaker.length > 0 && plan.conflicts.length > 0) throw new ProblemError('conflicts-first');
  if (!weaker.every((one) => isTyped(one, typed))) throw new ProblemError('confirmation-missing');
  if (!weaker.every(({ change }) => Object.hasOwn(effects, change.id))) {
    throw new ProblemError('effect-not-shown');
  }
  const draft = replayJournal(await storage.readDraft(sourceId));
  if (!sameDraft(plan, draft)) throw new ProblemError('draft-changed');
  return plan;
}

function isTyped({ change, confirmName }: PlannedChange, typed: ExecuteRequest['typed']): boolean {
  return confirmName !== undefined && Object.hasOwn(typed, change.id) && typed[change.id] === confirmName;
}
