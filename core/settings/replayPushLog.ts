import type { Rule } from '../rules/rule.ts';
import type { LandedRule } from './draft.ts';
import type { PushEvent, PushLogEntry } from './pushLog.ts';
import type {
  PlannedChange,
  PushedChange,
  PushPlan,
  PushRecord,
  PushStep,
  PushStepState,
} from './pushPlan.ts';

/** One push as far as it is known to have come. */
export interface PushRun {
  readonly plan: PushPlan;
  /** In the order in which they are written. */
  readonly steps: readonly StepRun[];
  readonly record: PushRecord;
  readonly finished: boolean;
  /** RFC 3339. When a person last said that it shall be written. */
  readonly confirmedAt: string;
  /** RFC 3339. When a step of it was last read back as written; absent: none was. */
  readonly writtenAt?: string;
  /** RFC 3339. Since when it asks a person whether to go on. */
  readonly heldSince?: string;
  /** The last time it was put off, while nothing happened since. */
  readonly waits?: PushWait;
  /** How often it was put off in a row. */
  readonly timesPutOff: number;
}

export interface PushWait {
  /** RFC 3339. */
  readonly at: string;
  readonly seconds: number;
  /** By the source, not by us. */
  readonly askedToWait: boolean;
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
  const pace = paceOf(entries);
  const run = { plan, steps, finished: end !== undefined, ...pace };
  return [{ ...run, record: recordOf(run, begun.at, end) }];
}

function recordOf(
  run: Omit<PushRun, 'record'>,
  startedAt: string,
  end: PushLogEntry | undefined,
): PushRecord {
  const { plan, steps, waits, heldSince } = run;
  const stoppedBy = end?.event.type === 'finished' ? end.event.stoppedBy : undefined;
  const until = waits && new Date(Date.parse(waits.at) + waits.seconds * 1000).toISOString();
  return {
    id: plan.id,
    mode: plan.mode,
    startedAt,
    changes: plan.planned.map(pushedChange),
    steps: steps.map(({ attempted: _attempted, rule: _rule, ...shown }) => shown),
    ...(end && { finishedAt: end.at }),
    ...(stoppedBy !== undefined && { stoppedBy }),
    ...(!end && until !== undefined && { waitsUntil: until }),
    ...(!end && heldSince !== undefined && { heldSince }),
  };
}

function pushedChange({ change, steps, weakenings }: PlannedChange): PushedChange {
  return {
    id: change.id,
    name: change.content?.name ?? change.base?.name ?? '',
    kind: change.kind,
    steps: steps.map((step) => step.key),
    weakens: weakenings.length > 0,
  };
}

/** How a push stands with time: whatever happens after a wait ends the wait, but only success ends the row of them. */
function paceOf(entries: readonly PushLogEntry[]) {
  let confirmedAt = entries[0]?.at ?? '';
  let heldSince: string | undefined;
  let writtenAt: string | undefined;
  let waits: PushWait | undefined;
  let timesPutOff = 0;
  for (const { at, event } of entries) {
    waits =
      event.type === 'waits' ? { at, seconds: event.seconds, askedToWait: event.askedToWait } : undefined;
    if (event.type === 'waits') timesPutOff += 1;
    if (event.type === 'held') heldSince = at;
    if (event.type === 'resumed') [confirmedAt, heldSince, timesPutOff] = [at, undefined, 0];
    if (event.type === 'step' && event.state === 'confirmed') [writtenAt, timesPutOff] = [at, 0];
  }
  return {
    confirmedAt,
    timesPutOff,
    ...(writtenAt !== undefined && { writtenAt }),
    ...(heldSince !== undefined && { heldSince }),
    ...(waits && { waits }),
  };
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
