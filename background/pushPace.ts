// How long a push waits, and how long it goes on by itself (docs/adr/0019).

import type { PushRun } from '../core/settings/replayPushLog.ts';

/** A push goes on by itself whatever it does: the person who confirmed it is still there, and so is what they saw. */
const goesOnWithinMs = 10 * 60_000;
/**
 * One of which nothing was sent yet, and which only hides more, waits for the source as long as an Idempotency-Key
 * is remembered: every step is still compared with what the plan was made of before it is sent.
 */
const waitsWithinMs = 24 * 60 * 60_000;

/** Browsers hold alarms back to half a minute anyway. */
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;
/** What a source may ask for at most. */
const longestAskedSeconds = 24 * 60 * 60;
/** So that several browsers that were put off at the same moment do not come back at once. */
const jitterShare = 0.25;

/**
 * May it be written without asking the person again? Time is the computer's clock, which people set: one that jumped, in
 * either direction, makes a push older than it is. That costs a question and never a write.
 */
export function goesOnByItself(run: PushRun, now: Date): boolean {
  const since = (at: string) => Math.abs(now.getTime() - Date.parse(at));
  if (since(run.confirmedAt) <= goesOnWithinMs) return true;
  if (run.plan.planned.some((one) => one.weakenings.length > 0)) return false;
  // What waited for hours is not left half done once it has begun.
  if (run.writtenAt !== undefined) return since(run.writtenAt) <= goesOnWithinMs;
  return since(run.confirmedAt) <= waitsWithinMs && run.steps.every((one) => !one.attempted);
}

/** How long it is put off now: twice as long each time, and never shorter than the source asked for. */
export function waitSeconds(run: PushRun, askedSeconds: number | undefined, random: number): number {
  const own = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(run.timesPutOff, 10));
  const asked = Math.min(longestAskedSeconds, askedSeconds ?? 0);
  return Math.ceil(Math.max(own, asked) * (1 + random * jitterShare));
}

/** Seconds until it may be tried again; 0: now. A clock that was set back since does not prolong the wait. */
export function secondsLeft(run: PushRun, now: Date, isAskedByPerson: boolean): number {
  const { waits } = run;
  if (!waits || (isAskedByPerson && !waits.askedToWait)) return 0;
  const passed = (now.getTime() - Date.parse(waits.at)) / 1000;
  return passed < 0 ? 0 : Math.max(0, waits.seconds - passed);
}
