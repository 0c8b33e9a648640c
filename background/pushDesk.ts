// Where a push is planned, confirmed and started, for the source that is connected. It never writes anything a person
// has not seen in a plan, nor a weakening whose name was not typed.

import type { ConnectionInfo, ExecuteRequest, PushDecision } from '../core/protocol.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { planPush } from '../core/settings/planPush.ts';
import type { PushMode, PushOutcome, PushPlan } from '../core/settings/pushPlan.ts';
import { replayJournal } from '../core/settings/replayJournal.ts';
import { replayPushLog } from '../core/settings/replayPushLog.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import { stillDrafted } from '../core/settings/stillDrafted.ts';
import { confirmedPlan } from './confirmedPlan.ts';
import { guardOrg } from './guardOrg.ts';
import { ProblemError } from './problemError.ts';
import { checkApproval, checkSite, checkWriter, refusalOf } from './pushChecks.ts';
import { createPushEngine, type PushEngine, type Unsettled } from './pushEngine.ts';
import { refreshCache } from './settingsCache.ts';
import { openConnection, readConnection, sourceIdOf, whyClosed } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';
import { settleDraft } from './settleDraft.ts';
import { shownPushes } from './shownPushes.ts';

export interface PlanRequest {
  readonly mode: PushMode;
  readonly pageOrgId?: string;
  readonly site?: string;
}

export interface PushDesk {
  plan(request: PlanRequest): Promise<PushPlan>;
  execute(request: ExecuteRequest): Promise<PushOutcome>;
  settleInFlight(isAskedByPerson: boolean): Promise<void>;
  /** A person's word about a push that waits, or that asks. @throws {ProblemError} */
  decide(request: PushDecision): Promise<void>;
  /** Is a push being written by this worker right now? */
  isPushing(): boolean;
}

/** Browsers hold alarms back to half a minute anyway. */
const settleAfterSeconds = 30;

interface Desk {
  readonly deps: SettingsServiceDeps;
  readonly connection: ConnectionInfo;
  readonly sourceId: string;
  readonly source: SettingsSource;
  readonly engine: PushEngine;
  /** Why the source cannot be asked: there is no key, or it is locked. Absent: it can. */
  readonly closed?: ProblemError;
}

/** @param drafting the turns in which drafts are changed: nothing is undone while a push of it begins */
export function createPushDesk(deps: SettingsServiceDeps, drafting: Turns): PushDesk {
  const inTurn = createTurns();
  let pushing = false;
  const whilePushing = async <T>(work: () => Promise<T>): Promise<T> => {
    pushing = true;
    try {
      return await work();
    } finally {
      pushing = false;
    }
  };
  const settle = (desk: Desk, isAskedByPerson: boolean) =>
    whilePushing(() => settleOpen(desk, isAskedByPerson));
  return {
    isPushing: () => pushing,
    plan: (request) => inTurn(async () => makePlan(await openDesk(deps), request, settle)),
    execute: (request) =>
      inTurn(async () => {
        const desk = await openDesk(deps);
        const before = await outcomeBefore(desk, request.planId);
        if (before) return settledOutcome(desk, before, settle);
        if (desk.closed) throw desk.closed;
        return whilePushing(async () => {
          await checkApproval(desk, await confirmedPlan({ ...deps, ...desk }, request));
          await drafting(async () => desk.engine.begin(await confirmedPlan({ ...deps, ...desk }, request)));
          return push(desk, request.planId);
        });
      }),
    settleInFlight: (isAskedByPerson) =>
      inTurn(async () => {
        const open = await openPushes(deps);
        if (open) await settle(await openDesk(deps), isAskedByPerson);
      }),
    decide: (request) => inTurn(() => whilePushing(async () => decide(await openDesk(deps), request))),
  };
}

type Turns = ReturnType<typeof createTurns>;

async function openDesk(deps: SettingsServiceDeps): Promise<Desk> {
  const connection = await readConnection(deps);
  const opened = await openConnection(deps, connection);
  const closed = opened ? undefined : await whyClosed(deps, connection);
  const source = opened ? guardOrg(opened, connection.orgId) : closedSource(closed);
  const sourceId = sourceIdOf(connection);
  const { storage, now } = deps;
  const engine = createPushEngine({
    source,
    log: {
      append: (pushId, event) => storage.appendPush(sourceId, { at: now().toISOString(), pushId, event }),
      read: () => storage.readPushes(sourceId),
    },
    settle: (keys, landed) => settleDraft({ storage, now, sourceId }, keys, landed),
    refusalOf: (plan) => refusalOf({ deps, connection }, plan),
    now,
    random: deps.random ?? Math.random,
  });
  return { deps, connection, sourceId, source, engine, ...(closed && { closed }) };
}

/** Without a key nothing can be asked; what was never sent can be taken back all the same. */
function closedSource(why: unknown): SettingsSource {
  const refuse = async (): Promise<never> => {
    throw why;
  };
  const all = {
    identify: refuse,
    read: refuse,
    readRule: refuse,
    create: refuse,
    update: refuse,
    remove: refuse,
  };
  return { kind: 'fullstory', ...all };
}

/** Pushes that did not end, when there is a key to settle them with. */
async function openPushes(deps: SettingsServiceDeps): Promise<boolean> {
  const connection = await readConnection(deps);
  const log = await deps.storage.readPushes(sourceIdOf(connection));
  const open = replayPushLog(log).some((run) => !run.finished);
  return open && (await openConnection(deps, connection)) !== undefined;
}

async function settleOpen(
  { deps, engine, source, sourceId }: Desk,
  isAskedByPerson: boolean,
): Promise<Unsettled> {
  const unsettled = await engine.settleInFlight(isAskedByPerson);
  if (unsettled.pushes > 0) schedule(deps, unsettled);
  else await readBackAll({ deps, sourceId, source });
  return unsettled;
}

function schedule({ scheduleSettle }: SettingsServiceDeps, { waitSeconds = 0 }: Unsettled): void {
  scheduleSettle(Math.max(settleAfterSeconds, waitSeconds));
}

async function decide(desk: Desk, { pushId, decision }: PushDecision): Promise<void> {
  const { deps, engine, sourceId } = desk;
  const runs = replayPushLog(await deps.storage.readPushes(sourceId));
  const run = runs.find((one) => one.plan.id === pushId && !one.finished);
  if (!run) throw new ProblemError('push-ended');
  if (decision === 'take-back') {
    if (!(await engine.takeBack(pushId))) throw new ProblemError('push-unsettled');
    return;
  }
  if (run.heldSince !== undefined) {
    const draft = replayJournal(await deps.storage.readDraft(sourceId));
    if (!stillDrafted(run, draft)) throw new ProblemError('draft-changed');
    await engine.resume(pushId);
  }
  await settleOpen(desk, true);
}

async function makePlan(
  desk: Desk,
  { mode, pageOrgId, site }: PlanRequest,
  settle: (desk: Desk, isAskedByPerson: boolean) => Promise<Unsettled>,
): Promise<PushPlan> {
  const { deps, sourceId, source, engine } = desk;
  const open = async () =>
    replayPushLog(await deps.storage.readPushes(sourceId)).filter((run) => !run.finished);
  if ((await open()).length > 0 && (await settle(desk, true)).pushes > 0) {
    throw new ProblemError('push-unsettled');
  }
  // A push that asks is answered by a new plan: what was not written is in the draft, and so in the plan.
  for (const run of await open()) await engine.takeBack(run.plan.id);
  await checkWriter(desk, pageOrgId);
  await checkSite(desk, site);
  const current = await refreshCache(deps, sourceId, source);
  const draft = replayJournal(await deps.storage.readDraft(sourceId));
  const made = planPush({ mode, draft, current, newId: deps.newId, now: () => deps.now().toISOString() });
  const plan = { ...made, ...(site !== undefined && { site }) };
  // Where it can be proposed the plan is what people look at before; it is refused only when it is to be written.
  if (!source.proposals) await checkApproval(desk, plan);
  await deps.storage.writeValue(`plan:${sourceId}`, plan);
  return plan;
}

/** The same push asked for twice (two panels, a double click) is pushed once. */
async function outcomeBefore({ deps, sourceId }: Desk, planId: string): Promise<PushOutcome | undefined> {
  const runs = shownPushes(await deps.storage.readPushes(sourceId), false);
  const record = runs.find((one) => one.id === planId);
  return record && { push: record, confirmed: record.steps.every((one) => one.state === 'confirmed') };
}

/** A worker died over this push: what became of it is looked at before it is told. */
async function settledOutcome(
  desk: Desk,
  before: PushOutcome,
  settle: (desk: Desk, isAskedByPerson: boolean) => Promise<Unsettled>,
): Promise<PushOutcome> {
  if (before.push.finishedAt !== undefined || desk.closed) return before;
  await settle(desk, true);
  return (await outcomeBefore(desk, before.push.id)) ?? before;
}

async function push({ deps, engine, source, sourceId }: Desk, planId: string): Promise<PushOutcome> {
  // Should this worker die now, the next one is woken to look.
  deps.scheduleSettle(settleAfterSeconds);
  const { outcome, unsettled } = await engine.proceed(planId);
  if (unsettled.pushes > 0) schedule(deps, unsettled);
  await readBackAll({ deps, sourceId, source });
  return outcome;
}

/** What the panel shows after a push is what the org now says. Failing to read it is told with the state. */
async function readBackAll({
  deps,
  sourceId,
  source,
}: Pick<Desk, 'deps' | 'sourceId' | 'source'>): Promise<void> {
  try {
    await refreshCache(deps, sourceId, source);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
  }
}
