// Where changes are proposed that somebody else decides on, and followed until they are in the rules. It never proposes
// what a person has not seen in a plan, nor a weakening whose name was not typed.

import { createTranslator } from '../core/messages/translate.ts';
import type { ConnectionInfo, ExecuteRequest, ProposalDecision, ProposalsView } from '../core/protocol.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { describeProposal } from '../core/settings/describeProposal.ts';
import type { DraftChange } from '../core/settings/draft.ts';
import { namesToType } from '../core/settings/namesToType.ts';
import type { Proposal, ProposalSource } from '../core/settings/proposal.ts';
import type { ProposalEvent } from '../core/settings/proposalLog.ts';
import { proposedChanges, proposedPart } from '../core/settings/proposedChanges.ts';
import { type ProposalRun, replayProposalLog } from '../core/settings/replayProposalLog.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import { confirmedPlan } from './confirmedPlan.ts';
import { guardOrg } from './guardOrg.ts';
import { ProblemError } from './problemError.ts';
import { advanceProposal, noteProposal } from './proposalEngine.ts';
import { readCheckTimes, secondsToNextCheck, writeCheckTime } from './proposalPace.ts';
import { readCache, refreshCache } from './settingsCache.ts';
import { openConnection, readConnection, sourceIdOf, whyClosed } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';
import { settleDraft } from './settleDraft.ts';
import { whileConnected } from './whileConnected.ts';

/** All reject with a `ProblemError` or a `SettingsError`, or because storage fails. */
export interface ProposalDesk {
  /** @param fresh ask the source now, unless it asked to be left alone */
  list(fresh: boolean): Promise<ProposalsView>;
  submit(request: ExecuteRequest): Promise<ProposalsView>;
  /** One of our own, by its key: also one that was not sent yet. */
  withdraw(key: string): Promise<ProposalsView>;
  /** One of somebody else. */
  decide(request: ProposalDecision): Promise<ProposalsView>;
  /** Looks after all that are open and due; asks to be woken for the next. */
  follow(): Promise<void>;
}

interface Desk {
  readonly deps: SettingsServiceDeps;
  readonly connection: ConnectionInfo;
  readonly sourceId: string;
  readonly source: SettingsSource;
  readonly proposals: ProposalSource;
}

export function createProposalDesk(deps: SettingsServiceDeps): ProposalDesk {
  const inTurn = createTurns();
  return {
    list: (fresh) =>
      inTurn(async () => {
        if (!fresh) return view(deps);
        const desk = await openDesk(deps);
        await advanceAll(desk, true);
        await readOthers(desk);
        return view(deps);
      }),
    submit: (request) =>
      inTurn(async () => {
        await submit(await neededDesk(deps), request);
        return view(deps);
      }),
    withdraw: (key) =>
      inTurn(async () => {
        await withdraw(await neededDesk(deps), key);
        return view(deps);
      }),
    decide: (request) =>
      inTurn(async () => {
        await decide(await neededDesk(deps), request);
        return view(deps);
      }),
    follow: () => inTurn(async () => advanceAll(await openDesk(deps), false)),
  };
}

/** Undefined: there is no key, or the source takes no proposals. */
async function openDesk(deps: SettingsServiceDeps): Promise<Desk | undefined> {
  const connection = await readConnection(deps);
  const opened = await openConnection(deps, connection);
  const source = opened && guardOrg(opened, connection.orgId);
  const proposals = source?.proposals;
  return source && proposals && { deps, connection, source, proposals, sourceId: sourceIdOf(connection) };
}

async function neededDesk(deps: SettingsServiceDeps): Promise<Desk> {
  const desk = await openDesk(deps);
  if (desk) return desk;
  const connection = await readConnection(deps);
  if ((await openConnection(deps, connection)) === undefined) throw await whyClosed(deps, connection);
  throw new ProblemError('no-proposals');
}

async function readRuns({ storage }: SettingsServiceDeps, sourceId: string): Promise<readonly ProposalRun[]> {
  return replayProposalLog(await storage.readProposals(sourceId));
}

function appendTo({ deps, sourceId }: Desk): (key: string, event: ProposalEvent) => Promise<void> {
  return (key, event) =>
    write({ deps, sourceId }, () =>
      deps.storage.appendProposal(sourceId, { at: deps.now().toISOString(), key, event }),
    );
}

/** @throws {ProblemError} `connection-gone` when it was erased or disconnected while the source was asked */
async function write({ deps, sourceId }: Pick<Desk, 'deps' | 'sourceId'>, work: () => Promise<void>) {
  if (!(await whileConnected(deps, sourceId, work))) throw new ProblemError('connection-gone');
}

async function view(deps: SettingsServiceDeps): Promise<ProposalsView> {
  const sourceId = sourceIdOf(await readConnection(deps));
  const runs = await readRuns(deps, sourceId);
  const own = new Set(runs.map(({ draft }) => draft.key));
  const others = await keptOthers(deps, sourceId);
  return {
    own: runs.map(({ record }) => record).reverse(),
    others: others.filter(({ key }) => !own.has(key)),
  };
}

async function keptOthers({ storage }: SettingsServiceDeps, sourceId: string): Promise<readonly Proposal[]> {
  // Written by this desk only.
  return ((await storage.readValue(`proposals:${sourceId}`)) as readonly Proposal[] | undefined) ?? [];
}

async function readOthers(desk: Desk | undefined): Promise<void> {
  if (!desk) return;
  const { deps, sourceId, proposals } = desk;
  const open = await proposals.listOpen();
  await write(desk, () => deps.storage.writeValue(`proposals:${sourceId}`, open));
}

/** What was proposed already, and is not decided, is not proposed again. */
async function submit(desk: Desk, request: ExecuteRequest): Promise<void> {
  const { deps, sourceId } = desk;
  const { storage } = deps;
  const runs = await readRuns(deps, sourceId);
  // The same plan sent twice (two panels, a double click, an answer that was lost) is one proposal.
  if (!runs.some(({ draft }) => draft.key === request.planId)) {
    const plan = await confirmedPlan({ storage, sourceId }, request);
    const { ruleSet } = await readCache(storage, sourceId);
    const proposed = new Set(runs.filter(({ finished }) => !finished).flatMap(keysOf));
    const all = plan.planned
      .filter(({ change, steps }) => steps.length > 0 && !isProposed(change, proposed))
      .map((planned) => ({ part: proposedPart(planned, ruleSet), changes: proposedChanges(planned) }));
    if (all.length === 0) throw new ProblemError('already-proposed');
    const draft = {
      key: request.planId,
      ...describeProposal(all, deps.words ?? createTranslator({}, 'en')),
      changes: all.flatMap(({ changes }) => changes),
    };
    await appendTo(desk)(draft.key, { type: 'begun', draft, parts: all.map(({ part }) => part) });
  }
  await advanceAll(desk, true);
}

/** A promotion is no edit of the draft: it has no keys. */
function isProposed({ keys }: DraftChange, proposed: ReadonlySet<string>): boolean {
  return keys.length > 0 && keys.every((key) => proposed.has(key));
}

function keysOf({ record }: ProposalRun): readonly string[] {
  return record.parts.flatMap(({ keys }) => keys);
}

async function advanceAll(desk: Desk | undefined, isAskedByPerson: boolean): Promise<void> {
  if (!desk) return;
  const { deps, sourceId, source, proposals } = desk;
  const { storage, now } = deps;
  const checked = await readCheckTimes(storage, sourceId);
  const waits: number[] = [];
  for (const run of await readRuns(deps, sourceId)) {
    if (run.finished) continue;
    const wait = secondsToNextCheck(run, { checkedAt: checked[run.draft.key], now: now(), isAskedByPerson });
    if (wait > 0) {
      waits.push(wait);
      continue;
    }
    // Should this worker die now, the next one is woken to look.
    deps.scheduleSettle(leastWaitSeconds);
    await advanceProposal(
      {
        proposals,
        readRules: () => refreshCache(deps, sourceId, source),
        append: appendTo(desk),
        settle: (keys, landed) => settleDraft({ storage, now, sourceId }, keys, landed),
      },
      run,
    );
    await write(desk, () => writeCheckTime(storage, sourceId, { key: run.draft.key, at: now() }));
  }
  const after = await readCheckTimes(storage, sourceId);
  for (const run of await readRuns(deps, sourceId)) {
    const key = run.draft.key;
    if (!run.finished)
      waits.push(secondsToNextCheck(run, { checkedAt: after[key], now: now(), isAskedByPerson: false }));
  }
  if (waits.length > 0) deps.scheduleSettle(Math.max(leastWaitSeconds, Math.min(...waits)));
}

/** Browsers hold alarms back to half a minute anyway. */
const leastWaitSeconds = 30;

async function withdraw(desk: Desk, key: string): Promise<void> {
  const run = (await readRuns(desk.deps, desk.sourceId)).find(({ draft }) => draft.key === key);
  if (!run || run.finished) throw new ProblemError('proposal-ended');
  const known = run.record.proposal ?? (run.sent ? await desk.proposals.find(key) : null);
  if (known) {
    // Somebody was quicker: then it is told as what it became.
    await noteProposal({ append: appendTo(desk) }, run, await desk.proposals.withdraw(known.id));
    return advanceAll(desk, true);
  }
  await appendTo(desk)(key, { type: 'ended', as: 'refused', problem: 'proposal-withdrawn' });
}

async function decide(desk: Desk, { id, decision, typed }: ProposalDecision): Promise<void> {
  const { deps, sourceId, proposals, source } = desk;
  if (!proposals.decide) throw new ProblemError('no-proposals');
  const proposal = await proposals.read(id);
  const own = (await readRuns(deps, sourceId)).some(({ draft }) => draft.key === proposal.key);
  if (own) throw new ProblemError('own-proposal');
  if (proposal.state !== 'open') throw new ProblemError('proposal-ended');
  if (decision === 'approve') {
    const { rules } = await refreshCache(deps, sourceId, source);
    const names = namesToType(proposal, rules);
    const confirmed = names.every(({ key, name }) => Object.hasOwn(typed, key) && typed[key] === name);
    if (!confirmed) throw new ProblemError('confirmation-missing');
  }
  await proposals.decide(id, decision);
  await readOthers(desk);
  await readBack(desk);
}

/** Failing to read what the rules are now is told with the state. */
async function readBack({ deps, sourceId, source }: Desk): Promise<void> {
  try {
    await refreshCache(deps, sourceId, source);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
  }
}
