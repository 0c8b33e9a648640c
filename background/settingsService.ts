// The settings as the panel sees them: what the org has, what is drafted, what was pushed. One per worker. Everything
// it knows it reads from storage each time, because the worker may be gone in between. It never hands out the key.

import { localConnection } from '../core/connections/connectionInfo.ts';
import type { LeakSettingsChange } from '../core/leakSettings/changeLeakSettings.ts';
import type { PolicyState } from '../core/policy/orgPolicy.ts';
import { strictestApproval } from '../core/policy/strictestApproval.ts';
import type {
  ConnectionInfo,
  DraftListRequest,
  ExecuteRequest,
  PushDecision,
  SettingsState,
} from '../core/protocol.ts';
import type { RuleContent } from '../core/rules/rule.ts';
import type { MeasuredChange } from '../core/settings/changeMeasurements.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import type { DraftOperation } from '../core/settings/draft.ts';
import type { KeptEdit } from '../core/settings/keptEdit.ts';
import type { PushOutcome, PushPlan } from '../core/settings/pushPlan.ts';
import { replayDrafts } from '../core/settings/replayDrafts.ts';
import { SettingsError } from '../core/settings/settingsSource.ts';
import { type ConnectionDesk, createConnectionDesk } from './connectionDesk.ts';
import { connectionIn, readConnections } from './connectionStore.ts';
import { createDraftDesk, type ImportTarget, readKeptEdits } from './draftDesk.ts';
import { readStoredLeaks, storeLeakChange } from './leakSettingsStore.ts';
import { readStoredMeasured, storeMeasuredChange } from './measuredStore.ts';
import { policyOf } from './policyCheck.ts';
import { ProblemError } from './problemError.ts';
import { createProposalDesk, type ProposalDesk } from './proposalDesk.ts';
import { createPushDesk, type PlanRequest } from './pushDesk.ts';
import { readCache, refreshCache, type SettingsCache } from './settingsCache.ts';
import { openConnection, readConnection, sourceIdOf, whyClosed } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';
import { shownPushes } from './shownPushes.ts';

export interface SettingsService extends ConnectionDesk {
  state(): Promise<SettingsState>;
  /** Reads the source again. A failure is told in the state, not thrown: the rules last read are still of use. */
  refresh(): Promise<SettingsState>;
  /** Resolves only when the edit is in the journal. `draft` absent: the present one. */
  apply(operation: DraftOperation, draft?: string, seen?: RuleContent): Promise<SettingsState>;
  move(type: 'undo' | 'redo' | 'discard', draft?: string): Promise<SettingsState>;
  importEdits(operations: readonly DraftOperation[], into: ImportTarget): Promise<SettingsState>;
  changeDrafts(change: DraftListRequest): Promise<SettingsState>;
  /** Keeps what is typed and not saved, and tells what is kept, not the whole state each time. */
  keepEdit(edit: Omit<KeptEdit, 'at'>): Promise<readonly KeptEdit[]>;
  forgetEdit(id: string): Promise<SettingsState>;
  /** Resolves only when the change is stored. An entry that cannot be used is refused, with the reason. */
  changeLeaks(change: LeakSettingsChange): Promise<SettingsState>;
  /** The same of measurements: an odd entry refuses all of them. */
  changeMeasured(change: MeasuredChange): Promise<SettingsState>;
  plan(request: PlanRequest): Promise<PushPlan>;
  execute(request: ExecuteRequest): Promise<PushOutcome>;
  decide(request: PushDecision): Promise<SettingsState>;
  readonly proposals: ProposalDesk;
  /** Takes up pushes that a dead worker, or a source that could not be reached, left open. */
  settleInFlight(): Promise<void>;
  /** Is a push being written by this worker right now? */
  isPushing(): boolean;
}

/** All functions reject with a `ProblemError` or a `SettingsError`, or because storage fails. */
export function createSettingsService(deps: SettingsServiceDeps): SettingsService {
  const drafting = createTurns();
  const pushes = createPushDesk(deps, drafting);
  const proposals = createProposalDesk(deps);
  const drafts = createDraftDesk(deps, drafting);
  const editing = createTurns();
  const state = () => readState(deps, pushes.isPushing());
  const unlessPushing = () => {
    if (pushes.isPushing()) throw new ProblemError('push-running');
  };
  const refresh = async () => {
    await pushes.settleInFlight(true);
    await readAgain(deps);
    return state();
  };
  const connections = createConnectionDesk({
    ...deps,
    own: { state, refresh },
    told: (id) => deps.serviceOf?.(id) ?? { state, refresh },
    unlessPushing,
  });
  return {
    state,
    refresh,
    ...connections,
    apply: async (operation, draft, seen) => {
      await drafts.apply(operation, { draft, seen });
      return state();
    },
    move: async (type, draft) => {
      unlessPushing();
      await drafts.move(type, draft);
      return state();
    },
    importEdits: async (operations, into) => {
      await drafts.importEdits(operations, into);
      return state();
    },
    changeDrafts: async (change) => {
      unlessPushing();
      await drafts.changeList(change);
      return state();
    },
    keepEdit: drafts.keepEdit,
    forgetEdit: async (id) => {
      await drafts.forgetEdit(id);
      return state();
    },
    changeLeaks: (change) =>
      editing(async () => {
        const sourceId = sourceIdOf(await readConnection(deps));
        await storeLeakChange(deps, sourceId, change);
        return state();
      }),
    changeMeasured: (change) =>
      editing(async () => {
        const sourceId = sourceIdOf(await readConnection(deps));
        await storeMeasuredChange(deps, sourceId, change);
        return state();
      }),
    plan: pushes.plan,
    execute: pushes.execute,
    decide: async (request) => {
      await pushes.decide(request);
      return state();
    },
    proposals,
    settleInFlight: async () => {
      await pushes.settleInFlight(false);
      await proposals.follow();
    },
    isPushing: pushes.isPushing,
  };
}

async function readState(deps: SettingsServiceDeps, isPushing: boolean): Promise<SettingsState> {
  const list = await readConnections(deps.storage);
  const connection = connectionIn(list, deps.connectionId);
  const sourceId = sourceIdOf(connection);
  const [seen, journal, log, leakSettings, keptEdits, measured] = await Promise.all([
    readSeen(deps, connection, sourceId),
    deps.storage.readDraft(sourceId),
    deps.storage.readPushes(sourceId),
    readStoredLeaks(deps, sourceId),
    readKeptEdits(deps, sourceId),
    readStoredMeasured(deps, sourceId),
  ]);
  const shelf = replayDrafts(journal);
  const policy = await policyOf(deps);
  return {
    connection: underPolicy(connection, policy),
    connections: [localConnection, ...list.connections],
    defaultConnection: list.defaultId,
    siteChoices: list.sites,
    policy,
    ...seen,
    draft: shelf.stateOf(shelf.present) ?? { changes: [], canUndo: false, canRedo: false },
    drafts: shelf.drafts,
    keptEdits,
    leakSettings,
    measured,
    pushes: shownPushes(log, isPushing),
  };
}

/** Where a change can be proposed at all, panels send people there for what the organisation wants proposed as well. */
function underPolicy(connection: ConnectionInfo, policy: PolicyState): ConnectionInfo {
  if (connection.kind !== 'scrim' && connection.kind !== 'github') return connection;
  const approval = strictestApproval(policy, connection.approval);
  return approval === 'none' ? connection : { ...connection, approval };
}

/** The local rule set is always at hand; an org's is the one last read. */
async function readSeen(
  deps: SettingsServiceDeps,
  connection: ConnectionInfo,
  sourceId: string,
): Promise<SettingsCache> {
  const source = await openConnection(deps, connection);
  if (connection.kind === 'local' && source) {
    return { ruleSet: await source.read(), readAt: deps.now().toISOString() };
  }
  const cache = await readCache(deps.storage, sourceId);
  return source ? cache : { ...cache, problem: (await whyClosed(deps, connection)).problem };
}

async function readAgain(deps: SettingsServiceDeps): Promise<void> {
  const connection = await readConnection(deps);
  const source = await openConnection(deps, connection);
  if (!source || connection.kind === 'local') return;
  try {
    await refreshCache(deps, sourceIdOf(connection), source);
  } catch (error) {
    // Remembered beside the rules last read, and told with them.
    if (!(error instanceof SettingsError)) throw error;
  }
}
