import type { PushLogEntry } from '../core/settings/pushLog.ts';
import type { PushRecord } from '../core/settings/pushPlan.ts';
import { replayPushLog } from '../core/settings/replayPushLog.ts';

/** As many as a person looks back over; the log keeps all. */
const maxShown = 20;

/** The latest pushes, newest first. A step left under way by a worker that is gone is unknown until it was looked for. */
export function shownPushes(log: readonly PushLogEntry[], isPushing: boolean): readonly PushRecord[] {
  const runs = replayPushLog(log).slice(-maxShown).reverse();
  return runs.map(({ record, finished }) => (finished || isPushing ? record : withoutInFlight(record)));
}

function withoutInFlight(record: PushRecord): PushRecord {
  const steps = record.steps.map((one) =>
    one.state === 'in-flight' ? { ...one, state: 'unknown' as const } : one,
  );
  return { ...record, steps };
}
