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
import type { ProblemCode } from './problemError.ts';

export interface PushEngineDeps {
  readonly source: SettingsSource;
  readonly log: {
    /** Resolves when the entry is stored for good. */
    readonly append: (pushId: string, event: PushEvent) => Promise<void>;
    readonly read: () => Promise<readonly PushLogEntry[]>;
  };
  /** These draft operations are the org's settings now. Called again after a crash: must be harmless then. */
  readonly settle: (keys: readonly string[], landed: readonly LandedRule[]) => Promise<void>;
  readonly now: () => Date;
}

export interface PushEngine {
  execute(plan: PushPlan): Promise<{ readonly outcome: PushOutcome; readonly unsettled: Unsettled }>;
  settleInFlight(): Promise<Unsettled>;
}

/** What is left to settle later. */
export interface Unsettled {
  readonly pushes: number;
  /** The source asked to be left alone for so long. */
  readonly retryAfterSeconds?: number;
}

/**
 * A push that was interrupted goes on by itself only for so long: the person who confirmed it is still there, and the
 * org they looked at is still the same. Later its open step is settled by reading, and the rest stays in the draft.
 */
const continueWithinMs = 10 * 60_000;

/**
 * `execute` runs a plan. `settleInFlight` takes up every push that did not end: a step that was under way is *unknown*,
 * so the source is read first. Found as wanted: confirmed. Found as before: it did not arrive, and is sent again (a
 * create with the same Idempotency-Key, and only when no rule in the whole list says what it would say). Found
 * different: conflict. Both reject only when the log cannot be written or something unforeseen happens; the push
 * is then still unsettled.
 */
export function createPushEngine(deps: PushEngineDeps): PushEngine {
  return {
    execute: async (plan) => {
      await deps.log.append(plan.id, { type: 'begun', plan });
      const unsettled = unsettledOf([await advance(deps, plan.id)]);
      const { record } = await runOf(deps, plan.id);
      const confirmed = record.steps.every((one) => one.state === 'confirmed');
      return { outcome: { push: record, confirmed }, unsettled };
    },
    settleInFlight: async () => {
      const open = replayPushLog(await deps.log.read()).filter((run) => !run.finished);
      const results: AdvanceResult[] = [];
      for (const run of open) results.push(await advance(deps, run.plan.id));
      return unsettledOf(results);
    },
  };
}

interface AdvanceResult {
  readonly finished: boolean;
  readonly retryAfterSeconds?: number;
}

function unsettledOf(results: readonly AdvanceResult[]): Unsettled {
  const open = results.filter((result) => !result.finished);
  const waits = open.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return { pushes: open.length, ...(waits.length > 0 && { retryAfterSeconds: Math.max(...waits) }) };
}

/** Takes one push as far as it goes now. */
async function advance(deps: PushEngineDeps, pushId: string): Promise<AdvanceResult> {
  const run = await runOf(deps, pushId);
  await settleConfirmed(deps, run);
  const age = Math.abs(deps.now().getTime() - Date.parse(run.record.startedAt));
  const step = run.steps.find((one) => one.state !== 'confirmed');
  if (!step) return finish(deps, pushId);
  if (age > continueWithinMs) return endOldPush(deps, run, step);
  const result = await attemptStep(deps.source, step, {
    edited: editedIds(run),
    sending: () => deps.log.append(pushId, { type: 'step', key: step.step.key, state: 'in-flight' }),
  });
  await record(deps, pushId, step, result);
  if (result.next === 'go-on') return advance(deps, pushId);
  return result.next === 'stop' ? finish(deps, pushId, result.problem) : waiting(result);
}

async function endOldPush(deps: PushEngineDeps, run: PushRun, step: StepRun): Promise<AdvanceResult> {
  if (step.attempted) {
    const result = await inspectStep(deps.source, step, editedIds(run));
    // Not there, so it never arrived.
    await record(deps, run.plan.id, step, 'ready' in result ? { state: 'queued', next: 'stop' } : result);
    if (!('ready' in result) && result.next === 'wait') return waiting(result);
    await settleConfirmed(deps, await runOf(deps, run.plan.id));
  }
  const { steps } = await runOf(deps, run.plan.id);
  const done = steps.every((one) => one.state === 'confirmed');
  return finish(deps, run.plan.id, done ? undefined : 'push-too-old');
}

function waiting({ retryAfterSeconds }: StepResult): AdvanceResult {
  return { finished: false, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
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

async function finish(deps: PushEngineDeps, pushId: string, stoppedBy?: ProblemCode): Promise<AdvanceResult> {
  await deps.log.append(pushId, { type: 'finished', ...(stoppedBy !== undefined && { stoppedBy }) });
  return { finished: true };
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
