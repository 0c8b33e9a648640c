import type { PushPlan } from '../../../core/settings/pushPlan.ts';
import type { ApprovalNeeded } from '../../../core/settings/settingsSource.ts';

/** Is a plan to be proposed to a second person, as the settings say? Absent: nothing is. */
export function mustPropose(
  { mode, planned }: Pick<PushPlan, 'mode' | 'planned'>,
  approval: ApprovalNeeded | undefined,
): boolean {
  if (approval === 'all') return true;
  if (mode === 'preview' || mode === 'withdraw') return false;
  if (approval === 'live') return true;
  return approval === 'reveals' && planned.some(({ weakenings }) => weakenings.length > 0);
}
