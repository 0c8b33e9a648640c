// Writes a planned push into a settings source, one step after the other. Called by the settings service only, and
// never twice at a time. It must never send a write before the log says so, and never repeat one without looking first.

import type { LandedRule } from '../core/settings/draft.ts';
import type { PushEvent, PushLogEntry } from '../core/settings/pushLog.ts';
import type { PlannedChange, PushOutcome, PushPlan } from '../core/settings/pushPlan.ts';
import {
  confirmedChanges,
  landedRuleOf,
  type PushRun,
  replayPushLog,
  type StepRun,
} from '../core/settings/replayPushLog.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { attemptStep, inspectStep, type StepResult } from './attemptStep.ts';
import { goesOnByItself, secondsLeft, waitSeconds } from './pushPace.ts';

export interface PushEngineDeps {
  readonly source: SettingsSource;
  readonly log: {
    /** Resolves when the entry is stored for good. */
    readonly append: (pushId: string, event: PushEvent) => Promise<void>;
    readonly read: () => Promise<readonly PushLogEntry[]>;
  };
  /** These draft operations are the org's settings now. Called again after a crash: must be harmless then. */
  readonly settle: (keys: readonly string[], landed: readonly LandedRule[]) => Promise<void>;
  /** Why a confirmed plan may not be written any more (message key `problem.<key>`); undefined: it may. */
  readonly refusalOf: (plan: PushPlan) => Promise<string | undefined>;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface PushEngine {
  /** Writes down that it was confirmed. Nothing is sent yet. */
  begin(plan: PushPlan): Promise<void>;
  /** Takes one push as far as it goes. */
  proceed(pushId: string): Promise<{ readonly outcome: PushOutcome; readonly unsettled: Unsettled }>;
  /** Takes up every push that did not end and whose wait is over; a person who asks does not have to wait for ours. */
  settleInFlight(isAskedByPerson: boolean): Promise<Unsettled>;
  /** A push that asks may go on. */
  resume(pushId: string): Promise<void>;
  /** Nothing more of it is sent. False: a step may be on its way, and what became of it cannot be read now. */
  takeBack(pushId: string): Promise<boolean>;
}

/** What is left to settle later. */
export interface Unsettled {
  /** Pushes that are waiting; those that ask a person are not among them. */
  readonly pushes: number;
  /** After so long the first of them can be tried again. */
  readonly waitSeconds?: number;
}

/**
 * A step that was under way is *unknown*, so the source is read first. Found as wanted: confirmed. Found as before: it did
 * not arrive, and is sent again (a create with the same Idempotency-Key, and only when no rule in the whole list says
 * what it would say). Found different: conflict. All reject only when the log cannot be written or something unforeseen
 * happens; the push is then still unsettled.
 */
export function createPushEngine(deps: PushEngineDeps): PushEngine {
  return {
    begin: (plan) => deps.log.append(plan.id, { type: 'begun', plan }),
    proceed: async (pushId) => {
      const unsettled = unsettledOf([await advance(deps, pushId)]);
      const { record } = await runOf(deps, pushId);
      const confirmed = record.steps.every((one) => one.state === 'confirmed');
      return { outcome: { push: record, confirmed }, unsettled };
    },
    settleInFlight: async (isAskedByPerson) => {
      const open = replayPushLog(await deps.log.read()).filter((run) => !run.finished);
      const results: AdvanceResult[] = [];
      for (const run of open) {
        const left = secondsLeft(run, deps.now(), isAskedByPerson);
        results.push(left > 0 ? { left: 'waits', waitSeconds: left } : await advance(deps, run.plan.id));
      }
      return unsettledOf(results);
    },
    resume: (pushId) => deps.log.append(pushId, { type: 'resumed' }),
    takeBack: async (pushId) => {
      const open = await settleOpenStep(deps, pushId);
      if (open === 'wait') return false;
      await finish(deps, pushId, open === 'done' ? undefined : 'push-taken-back');
      return true;
    },
  };
}

interface AdvanceResult {
  readonly left: 'nothing' | 'waits' | 'asks';
  readonly waitSeconds?: number;
}

function unsettledOf(results: readonly AdvanceResult[]): Unsettled {
  const open = results.filter((result) => result.left === 'waits');
  const waits = open.flatMap((result) => result.waitSeconds ?? []);
  return { pushes: open.length, ...(waits.length > 0 && { waitSeconds: Math.min(...waits) }) };
}

/** Takes one push as far as it goes now. */
async function advance(deps: PushEngineDeps, pushId: string): Promise<AdvanceResult> {
  const run = await runOf(deps, pushId);
  await settleConfirmed(deps, run);
  const step = run.steps.find((one) => one.state !== 'confirmed');
  if (!step) return finish(deps, pushId);
  const refusal = await deps.refusalOf(run.plan);
  if (refusal !== undefined) return endRefused(deps, pushId, refusal);
  if (!goesOnByItself(run, deps.now()) || run.heldSince !== undefined) return hold(deps, pushId);
  const result = await attemptStep(deps.source, step, {
    edited: editedIds(run),
    sending: () => deps.log.append(pushId, { type: 'step', key: step.step.key, state: 'in-flight' }),
  });
  await record(deps, pushId, step, result);
  if (result.next === 'go-on') return advance(deps, pushId);
  return result.next === 'stop' ? finish(deps, pushId, result.problem) : putOff(deps, pushId, result);
}

/** Something forbids it by now: what is open is settled by reading, and nothing more is sent. */
async function endRefused(deps: PushEngineDeps, pushId: string, refusal: string): Promise<AdvanceResult> {
  const open = await settleOpenStep(deps, pushId);
  if (open === 'wait') return putOff(deps, pushId, {});
  return finish(deps, pushId, open === 'done' ? undefined : refusal);
}

/** What is open is settled by reading; then nothing happens until a person answers. */
async function hold(deps: PushEngineDeps, pushId: string): Promise<AdvanceResult> {
  const open = await settleOpenStep(deps, pushId);
  if (open === 'wait') return putOff(deps, pushId, {});
  const run = await runOf(deps, pushId);
  const stopped = run.steps.find((one) => one.state === 'conflict' || one.state === 'rejected');
  if (open === 'done' || stopped) return finish(deps, pushId, stopped?.problem);
  if (run.heldSince === undefined) await deps.log.append(pushId, { type: 'held' });
  return { left: 'asks' };
}

/** Looks what became of the step that may be on its way; sends nothing. */
async function settleOpenStep(deps: PushEngineDeps, pushId: string): Promise<'done' | 'open' | 'wait'> {
  const run = await runOf(deps, pushId);
  await settleConfirmed(deps, run);
  const step = run.steps.find((one) => one.state !== 'confirmed');
  if (!step) return 'done';
  if (!step.attempted) return 'open';
  const result = await inspectStep(deps.source, step, editedIds(run));
  // Not there, so it never arrived.
  await record(deps, pushId, step, 'ready' in result ? { state: 'queued', next: 'stop' } : result);
  if ('ready' in result || result.next === 'stop') return 'open';
  return result.next === 'wait' ? 'wait' : settleOpenStep(deps, pushId);
}

async function putOff(
  deps: PushEngineDeps,
  pushId: string,
  { retryAfterSeconds }: Pick<StepResult, 'retryAfterSeconds'>,
): Promise<AdvanceResult> {
  const seconds = waitSeconds(await runOf(deps, pushId), retryAfterSeconds, deps.random());
  await deps.log.append(pushId, { type: 'waits', seconds, askedToWait: retryAfterSeconds !== undefined });
  return { left: 'waits', waitSeconds: seconds };
}

async function record(
  deps: PushEngineDeps,
  pushId: string,
  { step }: StepRun,
  result: StepResult,
): Promise<void> {
  const { next: _next, retryAfterSeconds: _wait, ...told } = result;
  await deps.log.append(pushId, { type: 'step', key: step.key, ...told });
}

async function finish(deps: PushEngineDeps, pushId: string, stoppedBy?: string): Promise<AdvanceResult> {
  await deps.log.append(pushId, { type: 'finished', ...(stoppedBy !== undefined && { stoppedBy }) });
  return { left: 'nothing' };
}

/** A draft operation leaves the draft only when every step of its change was read back. */
async function settleConfirmed(deps: PushEngineDeps, run: PushRun): Promise<void> {
  const done = confirmedChanges(run).filter((one) => one.change.keys.length > 0);
  if (done.length === 0) return;
  const landed = done.flatMap((one: PlannedChange) => landedRuleOf(run, one) ?? []);
  await deps.settle(
    done.flatMap((one) => one.change.keys),
    landed,
  );
}

async function runOf(deps: PushEngineDeps, pushId: string): Promise<PushRun> {
  const run = replayPushLog(await deps.log.read()).find((one) => one.plan.id === pushId);
  if (!run) throw new Error('The push log does not hold the push that was just written to it.');
  return run;
}

function editedIds(run: PushRun): ReadonlySet<string> {
  return new Set(run.steps.flatMap(({ step }) => (step.kind === 'create' ? [] : [step.ruleId])));
}
