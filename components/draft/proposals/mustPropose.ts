import { mayPropose } from '../../../core/connections/mayPropose.ts';
import type { ConnectionInfo } from '../../../core/protocol.ts';
import type { PushPlan } from '../../../core/settings/pushPlan.ts';

/** Is a plan to be proposed to a second person, as the settings, or what this key may do, want it? */
export function mustPropose(
  { mode, planned }: Pick<PushPlan, 'mode' | 'planned'>,
  connection: ConnectionInfo | undefined,
): boolean {
  if (!connection) return false;
  const { approval, canWrite } = connection;
  if (approval === 'all' || (!canWrite && mayPropose(connection))) return true;
  if (mode === 'preview' || mode === 'withdraw') return false;
  if (approval === 'live') return true;
  return approval === 'reveals' && planned.some(({ weakenings }) => weakenings.length > 0);
}
