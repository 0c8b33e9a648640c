import type { Rule } from '../core/rules/rule.ts';
import { compareRules } from '../core/settings/compareRules.ts';
import { findSameRule } from '../core/settings/findSameRule.ts';
import type { PushStep, PushStepState } from '../core/settings/pushPlan.ts';
import type { StepRun } from '../core/settings/replayPushLog.ts';
import {
  SettingsError,
  type SettingsErrorCode,
  type SettingsSource,
} from '../core/settings/settingsSource.ts';
import type { ProblemCode } from './problemError.ts';

/** What became of a step, and whether the push goes on, waits and looks again, or is over. */
export interface StepResult {
  readonly state: PushStepState;
  readonly next: 'go-on' | 'wait' | 'stop';
  readonly problem?: ProblemCode;
  readonly detail?: string;
  readonly rule?: Rule | null;
  readonly retryAfterSeconds?: number;
}

export interface AttemptContext {
  /** Rules that other steps of the push change: they do not count as the one that a create made. */
  readonly edited: ReadonlySet<string>;
  /** Writes down that the step is about to be sent. */
  readonly sending: () => Promise<void>;
}

/** Reads, writes when that is still right, reads back. Rejects only for what is not the source's doing. */
export async function attemptStep(
  source: SettingsSource,
  run: StepRun,
  { edited, sending }: AttemptContext,
): Promise<StepResult> {
  const found = await inspectStep(source, run, edited);
  if (!('ready' in found)) return found;
  await sending();
  let id: string;
  try {
    id = await write(source, run.step, found.now);
  } catch (error) {
    return failedWrite(error);
  }
  try {
    return readBackResult(run.step, await source.readRule(id));
  } catch (error) {
    const { code, message } = settingsErrorOf(error);
    return { state: 'unknown', next: 'wait', problem: code, detail: message, ...waitOf(error) };
  }
}

/** It is right to send the step. `now` is the rule as it was just read, for sources that count revisions. */
export interface ReadyStep {
  readonly ready: true;
  readonly now?: Rule;
}

const readyToCreate: ReadyStep = { ready: true };

/**
 * How things stand with a step, from reading alone: done already, ready to be sent, or in conflict. The rule is read
 * immediately before a write; a source without revisions does not notice a change in the moment between that read
 * and the write. A create that was never sent has nothing to be compared with.
 */
export async function inspectStep(
  source: SettingsSource,
  run: StepRun,
  edited: ReadonlySet<string>,
): Promise<StepResult | ReadyStep> {
  try {
    return run.step.kind === 'create'
      ? await inspectCreate(source, run, edited)
      : inspectRule(run.step, await source.readRule(run.step.ruleId));
  } catch (error) {
    return failedRead(error, run);
  }
}

async function inspectCreate(
  source: SettingsSource,
  { step, attempted }: StepRun,
  edited: ReadonlySet<string>,
): Promise<StepResult | ReadyStep> {
  if (step.kind !== 'create' || !attempted) return readyToCreate;
  const { rules } = await source.read();
  const made = findSameRule(rules, step.content, edited);
  return made ? { state: 'confirmed', next: 'go-on', rule: made } : readyToCreate;
}

function inspectRule(step: Exclude<PushStep, { kind: 'create' }>, now: Rule | null): StepResult | ReadyStep {
  if (!now) {
    return step.kind === 'delete'
      ? { state: 'confirmed', next: 'go-on', rule: null }
      : { state: 'conflict', next: 'stop', problem: 'rule-gone' };
  }
  if (step.kind === 'update' && compareRules(now, step.content).length === 0) {
    return { state: 'confirmed', next: 'go-on', rule: now };
  }
  const moved = compareRules(now, step.expected);
  return moved.length === 0
    ? { ready: true, now }
    : { state: 'conflict', next: 'stop', problem: 'rule-changed', detail: moved.join(', ') };
}

/** Returns the id of the rule to read back. */
async function write(source: SettingsSource, step: PushStep, now: Rule | undefined): Promise<string> {
  if (step.kind === 'create') return (await source.create(step.content, step.key)).id;
  if (step.kind === 'update') {
    await source.update(step.ruleId, step.content, now);
    return step.ruleId;
  }
  try {
    await source.remove(step.ruleId, now);
  } catch (error) {
    // Somebody else was quicker: it is gone, as wanted. Reading back says so.
    if (settingsErrorOf(error).code !== 'not-found') throw error;
  }
  return step.ruleId;
}

function readBackResult(step: PushStep, rule: Rule | null): StepResult {
  const wanted = step.kind === 'delete' ? null : step.content;
  const fields = wanted && rule ? compareRules(rule, wanted) : [];
  if ((wanted === null) === (rule === null) && fields.length === 0) {
    return { state: 'confirmed', next: 'go-on', rule };
  }
  return { state: 'conflict', next: 'stop', problem: 'read-back-differs', detail: fields.join(', ') };
}

/** After a failed write: did the source certainly not take it (rejected, queued), or may it have? */
const writeFailures: Readonly<Record<SettingsErrorCode, Pick<StepResult, 'state' | 'next'>>> = {
  unreachable: { state: 'unknown', next: 'wait' },
  timeout: { state: 'unknown', next: 'wait' },
  'server-error': { state: 'unknown', next: 'wait' },
  'not-an-api': { state: 'unknown', next: 'wait' },
  'read-back-differs': { state: 'unknown', next: 'wait' },
  'too-many-requests': { state: 'queued', next: 'wait' },
  'key-refused': { state: 'rejected', next: 'stop' },
  'role-too-low': { state: 'rejected', next: 'stop' },
  'read-only': { state: 'rejected', next: 'stop' },
  'org-mismatch': { state: 'rejected', next: 'stop' },
  'wrong-region': { state: 'rejected', next: 'stop' },
  invalid: { state: 'rejected', next: 'stop' },
  'revision-missing': { state: 'rejected', next: 'stop' },
  'approval-needed': { state: 'rejected', next: 'stop' },
  'not-found': { state: 'conflict', next: 'stop' },
  conflict: { state: 'conflict', next: 'stop' },
};

/** A failed read that may succeed later. The others end a push of which nothing is open. */
const passing: ReadonlySet<SettingsErrorCode> = new Set([
  'unreachable',
  'timeout',
  'server-error',
  'not-an-api',
  'too-many-requests',
]);

function failedWrite(error: unknown): StepResult {
  const { code, message } = settingsErrorOf(error);
  return { ...writeFailures[code], problem: code, detail: message, ...waitOf(error) };
}

function failedRead(error: unknown, run: StepRun): StepResult {
  const { code, message } = settingsErrorOf(error);
  const told = { problem: code, detail: message, ...waitOf(error) };
  // A write may be under way: until somebody can look, it stays unknown.
  if (run.attempted) return { state: 'unknown', next: 'wait', ...told };
  return passing.has(code)
    ? { state: 'queued', next: 'wait', ...told }
    : { state: 'rejected', next: 'stop', ...told };
}

function waitOf(error: unknown): Pick<StepResult, 'retryAfterSeconds'> {
  const seconds = settingsErrorOf(error).retryAfterSeconds;
  return seconds === undefined ? {} : { retryAfterSeconds: seconds };
}

/** @throws what is not a settings error: it is a defect, or the storage, and says nothing about the write */
function settingsErrorOf(error: unknown): SettingsError {
  if (error instanceof SettingsError) return error;
  throw error;
}
