// How often a proposal is asked about: people decide in hours and days, and servers count what they are asked.

import type { ProposalRun } from '../core/settings/replayProposalLog.ts';
import type { JournalStorage } from './journalStorage.ts';

/** RFC 3339 by the key of the proposal. */
export type CheckTimes = Readonly<Record<string, string>>;

/** From the age of a proposal on, in seconds, it is asked about so often. */
const paces: readonly { readonly from: number; readonly every: number }[] = [
  { from: 0, every: 60 },
  { from: 15 * 60, every: 5 * 60 },
  { from: 6 * 3_600, every: 30 * 60 },
  { from: 3 * 24 * 3_600, every: 6 * 3_600 },
];

export interface CheckMoment {
  readonly checkedAt: string | undefined;
  readonly now: Date;
  readonly isAskedByPerson: boolean;
}

/**
 * Seconds until it may be asked about; 0: now. What the source asked for counts also when a person asks. A clock that
 * was set back does not prolong anything.
 */
export function secondsToNextCheck(
  run: ProposalRun,
  { checkedAt, now, isAskedByPerson }: CheckMoment,
): number {
  const asked = run.notBefore === undefined ? 0 : (Date.parse(run.notBefore) - now.getTime()) / 1000;
  const longestAsked = 24 * 3_600;
  if (asked > 0 && asked <= longestAsked) return asked;
  if (isAskedByPerson || checkedAt === undefined) return 0;
  const age = (now.getTime() - Date.parse(run.record.startedAt)) / 1000;
  const { every } = paces.findLast(({ from }) => age >= from) ?? { every: 60 };
  const passed = (now.getTime() - Date.parse(checkedAt)) / 1000;
  return passed < 0 ? 0 : Math.max(0, every - passed);
}

export async function readCheckTimes(storage: JournalStorage, sourceId: string): Promise<CheckTimes> {
  // Written by this file only.
  return ((await storage.readValue(`proposal-checks:${sourceId}`)) as CheckTimes | undefined) ?? {};
}

export async function writeCheckTime(
  storage: JournalStorage,
  sourceId: string,
  { key, at }: { readonly key: string; readonly at: Date },
): Promise<void> {
  const known = await readCheckTimes(storage, sourceId);
  await storage.writeValue(`proposal-checks:${sourceId}`, { ...known, [key]: at.toISOString() });
}
