// Where a push is planned, confirmed and started, for the source that is connected. It never writes anything a person
// has not seen in a plan, nor a weakening whose name was not typed.

import { isOtherOrg } from '../core/connections/isOtherOrg.ts';
import { pushRefusal, siteRefusal } from '../core/policy/checkPolicy.ts';
import type { ConnectionInfo } from '../core/protocol.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { planPush } from '../core/settings/planPush.ts';
import type { PushMode, PushOutcome, PushPlan } from '../core/settings/pushPlan.ts';
import { replayJournal } from '../core/settings/replayJournal.ts';
import { replayPushLog } from '../core/settings/replayPushLog.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import { confirmedPlan } from './confirmedPlan.ts';
import { guardOrg } from './guardOrg.ts';
import { policyOf } from './policyCheck.ts';
import { ProblemError } from './problemError.ts';
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
  execute(request: {
    readonly planId: string;
    readonly typed: Readonly<Record<string, string>>;
  }): Promise<PushOutcome>;
  settleInFlight(): Promise<void>;
  /** Is a push being written by this worker right now? */
  isPushing(): boolean;
}

/** Browsers hold alarms back to half a minute anyway. */
const settleAfterSeconds = 30;
/** So that several browsers that were told to wait do not come back at once. */
const maxJitterSeconds = 10;

interface Desk {
  readonly deps: SettingsServiceDeps;
  readonly connection: ConnectionInfo;
  readonly sourceId: string;
  readonly source: SettingsSource;
  readonly engine: PushEngine;
}

export function createPushDesk(deps: SettingsServiceDeps): PushDesk {
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
  const settle = (desk: Desk) => whilePushing(() => settleOpen(desk));
  return {
    isPushing: () => pushing,
    plan: (request) => inTurn(async () => makePlan(await openDesk(deps), request, settle)),
    execute: (request) =>
      inTurn(async () => {
        const desk = await openDesk(deps);
        const before = await outcomeBefore(desk, request.planId);
        if (before) return before;
        const plan = await confirmedPlan({ ...deps, ...desk }, request);
        await checkApproval(desk, plan);
        return whilePushing(() => push(desk, plan));
      }),
    settleInFlight: () =>
      inTurn(async () => {
        const open = await openPushes(deps);
        if (open) await settle(await openDesk(deps));
      }),
  };
}

async function openDesk(deps: SettingsServiceDeps): Promise<Desk> {
  const connection = await readConnection(deps);
  const opened = await openConnection(deps, connection);
  if (!opened) throw await whyClosed(deps, connection);
  const source = guardOrg(opened, connection.orgId);
  const sourceId = sourceIdOf(connection);
  const { storage, now } = deps;
  const engine = createPushEngine({
    source,
    log: {
      append: (pushId, event) => storage.appendPush(sourceId, { at: now().toISOString(), pushId, event }),
      read: () => storage.readPushes(sourceId),
    },
    settle: (keys, landed) => settleDraft({ storage, now, sourceId }, keys, landed),
    now,
  });
  return { deps, connection, sourceId, source, engine };
}

/** Pushes that did not end, when there is a key to settle them with. */
async function openPushes(deps: SettingsServiceDeps): Promise<boolean> {
  const connection = await readConnection(deps);
  const log = await deps.storage.readPushes(sourceIdOf(connection));
  const open = replayPushLog(log).some((run) => !run.finished);
  return open && (await openConnection(deps, connection)) !== undefined;
}

async function settleOpen({ deps, engine, source, sourceId }: Desk): Promise<Unsettled> {
  const unsettled = await engine.settleInFlight();
  if (unsettled.pushes > 0) schedule(deps, unsettled);
  else await readBackAll({ deps, sourceId, source });
  return unsettled;
}

function schedule({ scheduleSettle }: SettingsServiceDeps, { retryAfterSeconds = 0 }: Unsettled): void {
  scheduleSettle(Math.max(settleAfterSeconds, retryAfterSeconds) + Math.random() * maxJitterSeconds);
}

async function makePlan(
  desk: Desk,
  { mode, pageOrgId, site }: PlanRequest,
  settle: (desk: Desk) => Promise<Unsettled>,
): Promise<PushPlan> {
  const { deps, sourceId, source } = desk;
  const log = await deps.storage.readPushes(sourceId);
  const open = replayPushLog(log).some((run) => !run.finished);
  if (open && (await settle(desk)).pushes > 0) throw new ProblemError('push-unsettled');
  await checkWriter(desk, pageOrgId);
  await checkSite(desk, site);
  const current = await refreshCache(deps, sourceId, source);
  const draft = replayJournal(await deps.storage.readDraft(sourceId));
  const plan = planPush({ mode, draft, current, newId: deps.newId, now: () => deps.now().toISOString() });
  await checkApproval(desk, plan);
  await deps.storage.writeValue(`plan:${sourceId}`, plan);
  return plan;
}

/** Before any plan: is this the org of the page, is it still the key's, and may the key write? */
async function checkWriter({ connection, source }: Desk, pageOrgId: string | undefined): Promise<void> {
  if (connection.kind === 'local') return;
  const { orgId, role, canWrite } = await source.identify();
  if (orgId !== connection.orgId || isOtherOrg(connection, pageOrgId)) {
    throw new ProblemError('org-mismatch', orgId);
  }
  if (!canWrite) throw new ProblemError('role-too-low', role);
}

/** Rules that are kept in this browser are nobody else's business. */
async function checkSite({ deps, connection }: Desk, site: string | undefined): Promise<void> {
  const refusal = connection.kind !== 'local' && siteRefusal(await policyOf(deps), site);
  if (refusal) throw new ProblemError(refusal);
}

/** May it be written without a second person? Asked when it is planned, and again just before it is written. */
async function checkApproval({ deps, connection }: Desk, plan: PushPlan): Promise<void> {
  const refusal = connection.kind !== 'local' && pushRefusal(await policyOf(deps), plan);
  if (refusal) throw new ProblemError(refusal);
}

/** The same push asked for twice (two panels, a double click) is pushed once. */
async function outcomeBefore({ deps, sourceId }: Desk, planId: string): Promise<PushOutcome | undefined> {
  const runs = shownPushes(await deps.storage.readPushes(sourceId), false);
  const record = runs.find((one) => one.id === planId);
  return record && { push: record, confirmed: record.steps.every((one) => one.state === 'confirmed') };
}

async function push({ deps, engine, source, sourceId }: Desk, plan: PushPlan): Promise<PushOutcome> {
  // Should this worker die now, the next one is woken to look.
  deps.scheduleSettle(settleAfterSeconds);
  const { outcome, unsettled } = await engine.execute(plan);
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
