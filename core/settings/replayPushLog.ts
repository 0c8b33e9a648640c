import type { Rule } from '../rules/rule.ts';
import type { LandedRule } from './draft.ts';
import type { PushEvent, PushLogEntry } from './pushLog.ts';
import type { PlannedChange, PushPlan, PushRecord, PushStep, PushStepState } from './pushPlan.ts';

/** One push as far as it is known to have come. */
export interface PushRun {
  readonly plan: PushPlan;
  /** In the order in which they are written. */
  readonly steps: readonly StepRun[];
  readonly record: PushRecord;
  readonly finished: boolean;
}

export interface StepRun {
  readonly step: PushStep;
  readonly state: PushStepState;
  /** A write was sent, or may have been: its effect has to be looked for before it is sent again. */
  readonly attempted: boolean;
  readonly problem?: string;
  readonly detail?: string;
  /** As read back, when confirmed. */
  readonly rule?: Rule | null;
}

/** All pushes of a log, oldest first. Order is `seq`. */
export function replayPushLog(entries: readonly PushLogEntry[]): readonly PushRun[] {
  const pushes = new Map<string, PushLogEntry[]>();
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const known = pushes.get(entry.pushId);
    if (known) known.push(entry);
    else pushes.set(entry.pushId, [entry]);
  }
  return [...pushes.values()].flatMap(replayOne);
}

/** How the rule of a wholly written change was read back; undefined when the change wrote nothing to that rule. */
export function landedRuleOf(run: PushRun, { change, steps, merged }: PlannedChange): LandedRule | undefined {
  const own = steps.filter((step) =>
    step.kind === 'create' ? step.twinOf === undefined : step.ruleId === change.id,
  );
  // A rule that is replaced lives on as the one that was created.
  const last = own.findLast((step) => step.kind === 'create') ?? own.at(-1);
  const done = run.steps.find((one) => one.step.key === last?.key);
  if (done?.rule === undefined) return undefined;
  const { content } = change;
  const wrote = merged && content && { merged: { drafted: merged.drafted, content } };
  return { id: change.id, rule: done.rule, ...wrote };
}

/** Changes of which every step is confirmed. */
export function confirmedChanges(run: PushRun): readonly PlannedChange[] {
  const confirmed = new Set(run.steps.filter((one) => one.state === 'confirmed').map((one) => one.step.key));
  return run.plan.planned.filter((one) => one.steps.every((step) => confirmed.has(step.key)));
}

function replayOne(entries: readonly PushLogEntry[]): readonly PushRun[] {
  const [begun] = entries;
  if (begun?.event.type !== 'begun') return [];
  const { plan } = begun.event;
  const steps = replaySteps(
    plan,
    entries.map((entry) => entry.event),
  );
  const end = entries.find((entry) => entry.event.type === 'finished');
  const stoppedBy = end?.event.type === 'finished' ? end.event.stoppedBy : undefined;
  const record: PushRecord = {
    id: plan.id,
    mode: plan.mode,
    startedAt: begun.at,
    steps: steps.map(({ attempted: _attempted, rule: _rule, ...shown }) => shown),
    ...(end && { finishedAt: end.at }),
    ...(stoppedBy !== undefined && { stoppedBy }),
  };
  return [{ plan, steps, record, finished: end !== undefined }];
}

function replaySteps(plan: PushPlan, events: readonly PushEvent[]): readonly StepRun[] {
  const planned = new Map(plan.planned.flatMap((one) => one.steps).map((step) => [step.key, step]));
  const runs = new Map(
    plan.order.flatMap((key): readonly [string, StepRun][] => {
      const step = planned.get(key);
      return step ? [[key, { step, state: 'queued', attempted: false }]] : [];
    }),
  );
  for (const event of events) {
    const run = event.type === 'step' ? runs.get(event.key) : undefined;
    if (run && event.type === 'step') runs.set(event.key, after(run, event));
  }
  return [...runs.values()];
}

function after(
  run: StepRun,
  { type: _type, key: _key, ...told }: Extract<PushEvent, { type: 'step' }>,
): StepRun {
  // `queued` again: the source said that it did not take the write.
  const attempted = told.state !== 'queued' && (run.attempted || told.state === 'in-flight');
  return { step: run.step, attempted, ...told };
}
