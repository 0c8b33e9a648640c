import { createDraftDesk } from '../../../background/draftDesk.ts';
import type { JournalStorage } from '../../../background/journalStorage.ts';
import { createMatchMemoryStore } from '../../../background/matchMemoryStore.ts';
import { ProblemError } from '../../../background/problemError.ts';
import type { SettingsClient } from '../../../components/client.ts';
import { type KeyState, localConnection, type SiteChoice } from '../../../core/connections/connectionInfo.ts';
import {
  type ConnectionList,
  connectionOf,
  withSiteChoice,
} from '../../../core/connections/connectionList.ts';
import type { KeptData } from '../../../core/connections/keptData.ts';
import { changeLeakSettings } from '../../../core/leakSettings/changeLeakSettings.ts';
import { DefinitionError } from '../../../core/leakSettings/definitionError.ts';
import { type LeakSettingsFile, readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import type { PolicyState } from '../../../core/policy/orgPolicy.ts';
import type { MeasuredPolicy } from '../../../core/profiles/documented/measuredPolicy.ts';
import type {
  BackgroundRequestName,
  BackgroundRequests,
  ConnectionInfo,
  Problem,
  ProposalsView,
  Reply,
  SettingsState,
} from '../../../core/protocol.ts';
import type { RuleMemory } from '../../../core/rot/matchMemory.ts';
import { isBuiltIn, type Rule, type RuleSet } from '../../../core/rules/rule.ts';
import { applyDraft } from '../../../core/settings/applyDraft.ts';
import { changeMeasurements } from '../../../core/settings/changeMeasurements.ts';
import type { JournalEntry } from '../../../core/settings/draft.ts';
import { planPush } from '../../../core/settings/planPush.ts';
import type { PushOutcome, PushPlan, PushRecord, PushStepState } from '../../../core/settings/pushPlan.ts';
import type { RecordingSettings } from '../../../core/settings/recordingSettings.ts';
import { replayDrafts } from '../../../core/settings/replayDrafts.ts';
import type { VersionPage } from '../../../core/settings/ruleHistory.ts';
import { createFakeProposals } from './fakeProposals.ts';
import { orgRules } from './rules.ts';

export interface FakeSettingsOptions {
  /** Nothing was ever written. */
  readonly empty?: boolean;
  readonly connection?: Partial<ConnectionInfo>;
  /** Connected beside it. Their rules are none. */
  readonly others?: readonly ConnectionInfo[];
  readonly siteChoices?: readonly SiteChoice[];
  readonly policy?: PolicyState;
  /** By connection id; absent: for this session. */
  readonly keys?: Readonly<Record<string, KeyState>>;
  readonly kept?: KeptData;
  /** Detectors and suppressions, as a rule file has them. */
  readonly leaks?: LeakSettingsFile;
  /** What closed recorders were seen to do. */
  readonly measured?: MeasuredPolicy;
  /** What is remembered of rules that matched before. */
  readonly remembered?: readonly RuleMemory[];
  /** What the next read of the settings fails with. */
  readonly problem?: Problem;
  /** Rules with selectors that somebody imported, beside the org's own. */
  readonly imported?: Readonly<Record<string, string>>;
  /** What the org's rules were before: all of it in one page. */
  readonly history?: VersionPage;
  /** What else decides about recording. */
  readonly recording?: RecordingSettings;
  /** What somebody else makes of these rules before a push is planned; null: deletes them. */
  readonly changedByOthers?: Readonly<Record<string, Partial<Rule> | null>>;
  /** Proposals that there are already. */
  readonly proposals?: Partial<ProposalsView>;
  /** The push stops after this many steps; the next one is `stopsAs`. */
  readonly stopAfter?: number;
  readonly stopsAs?: PushStepState;
  /** It was confirmed long ago. */
  readonly asks?: boolean;
}

/** A local rule set lists no built-in rules: nobody gave it any. */
function startingRules(kind: ConnectionInfo['kind'], empty: boolean): RuleSet {
  if (empty) return { rules: [], groups: [], gaps: [] };
  const org = orgRules();
  return kind === 'local'
    ? { rules: org.rules.filter((rule) => !isBuiltIn(rule)), groups: [], gaps: [] }
    : org;
}

function withImported(org: RuleSet, imported: Readonly<Record<string, string>> = {}): RuleSet {
  const [like] = org.rules;
  if (!like) return org;
  const made = Object.entries(imported).map(([id, selector]) => ({ ...like, id, name: id, selector }));
  return { ...org, rules: [...made, ...org.rules] };
}

export const admin: ConnectionInfo = {
  id: 'c1',
  kind: 'fullstory',
  baseUrl: 'https://api.fullstory.com',
  orgId: 'o-ACME-na1',
  email: 'robin.example@example.com',
  role: 'ADMIN',
  canWrite: true,
};

/** As the panel's own: suppressions expire. */
const today = new Date().toISOString().slice(0, 10);
const readAt = '2026-11-23T10:42:00Z';

const keptNothing: KeptData = {
  sources: [],
  savedPages: { count: 0, bytes: 0 },
  sites: 0,
  keys: 0,
  confirm: null,
};

/** Settings in memory: the journal, plans and draft are the real ones; only the org is made up. */
export function createFakeSettings(options: FakeSettingsOptions = {}): SettingsClient {
  const connection: ConnectionInfo =
    options.connection?.kind === 'local' ? localConnection : { ...admin, ...options.connection };
  let list: ConnectionList = {
    connections: [...(connection.kind === 'local' ? [] : [connection]), ...(options.others ?? [])],
    defaultId: connection.id,
    sites: options.siteChoices ?? [],
  };
  let org = withImported(startingRules(connection.kind, options.empty === true), options.imported);
  let journal: JournalEntry[] = [];
  const values = new Map<string, unknown>([['matches:local', options.remembered ?? []]]);
  let kept: LeakSettingsFile = options.leaks ?? {};
  let measured = options.measured ?? [];
  let plan: PushPlan | undefined;
  let pushes: PushRecord[] = [];

  const shelf = () => replayDrafts(journal);
  const draft = () => shelf().stateOf(shelf().present) ?? { changes: [], canUndo: false, canRedo: false };
  let about = connection.id;
  const state = (): SettingsState => ({
    connection: connectionOf(list, about) ?? connection,
    connections: [localConnection, ...list.connections],
    defaultConnection: list.defaultId,
    siteChoices: list.sites,
    policy: options.policy ?? { kind: 'none' },
    ruleSet: about === connection.id ? structuredClone(org) : { rules: [], groups: [], gaps: [] },
    readAt,
    draft: draft(),
    drafts: shelf().drafts,
    keptEdits: (values.get('edits:local') as SettingsState['keptEdits'] | undefined) ?? [],
    leakSettings: readLeakSettings(kept, today),
    measured,
    pushes,
    ...(options.problem ? { problem: options.problem } : undefined),
  });
  type NewEntry = JournalEntry extends infer E
    ? E extends JournalEntry
      ? Omit<E, 'seq' | 'at'>
      : never
    : never;
  const note = (entry: NewEntry) => {
    journal = [...journal, { ...entry, seq: journal.length + 1, at: readAt } as JournalEntry];
  };
  let keyCount = 0;
  const storage: JournalStorage = {
    appendDraft: async (_source, entry) => note(entry as NewEntry),
    readDraft: async () => journal,
    appendPush: async () => undefined,
    readPushes: async () => [],
    appendProposal: async () => undefined,
    readProposals: async () => [],
    readValue: async (name) => values.get(name),
    writeValue: async (name, value) => void values.set(name, value),
  };
  const now = () => new Date(readAt);
  const matches = createMatchMemoryStore({ storage, now });
  const desk = createDraftDesk({
    storage,
    now,
    newId: () => {
      keyCount += 1;
      return `id-${keyCount}`;
    },
  });
  const after = async (work: Promise<void>) => {
    await work;
    return state();
  };

  function makePlan(mode: PushPlan['mode']): PushPlan {
    const others = { ...options.changedByOthers };
    const rules = org.rules.flatMap((rule): readonly Rule[] => {
      const theirs = others[rule.id];
      return theirs === null ? [] : [{ ...rule, ...theirs }];
    });
    org = { ...org, rules };
    let keys = 0;
    const newId = () => {
      keys += 1;
      return `key-${keys}`;
    };
    plan = planPush({ mode, draft: draft(), current: org, newId, now: () => readAt });
    return plan;
  }

  function execute(): PushOutcome {
    const planned = plan?.planned ?? [];
    const keys = plan?.order ?? [];
    const steps = keys.flatMap((key) =>
      planned.flatMap((one) => one.steps.filter((step) => step.key === key)),
    );
    const { stopAfter: stop = steps.length, stopsAs = 'unknown' } = options;
    const stateAt = (index: number): PushStepState => {
      if (index < stop) return 'confirmed';
      return index === stop ? stopsAs : 'queued';
    };
    const hasEnded = stopsAs === 'rejected' || stopsAs === 'conflict';
    const push: PushRecord = {
      id: 'push-1',
      mode: plan?.mode ?? 'live',
      startedAt: readAt,
      changes: planned.map(({ change, steps: own, weakenings }) => ({
        id: change.id,
        name: change.content?.name ?? change.base?.name ?? '',
        kind: change.kind,
        steps: own.map((step) => step.key),
        weakens: weakenings.length > 0,
      })),
      steps: steps.map((step, index) => ({ step, state: stateAt(index) })),
      ...(hasEnded
        ? { finishedAt: readAt, stoppedBy: stopsAs === 'rejected' ? 'invalid' : 'rule-changed' }
        : {}),
      ...(stopsAs === 'queued' && options.asks ? { heldSince: readAt } : {}),
      ...(stopsAs === 'queued' && !options.asks ? { waitsUntil: '2026-11-23T10:44:00Z' } : {}),
    };
    pushes = [push];
    const confirmed = stop >= steps.length;
    if (confirmed) {
      org = applyDraft(org, draft());
      note({ type: 'discard' });
    }
    return { push, confirmed };
  }

  function decide(): SettingsState {
    pushes = pushes.map((push) => ({ ...push, finishedAt: readAt, stoppedBy: 'push-taken-back' }));
    return state();
  }

  const answers: {
    [K in BackgroundRequestName]: (
      body: BackgroundRequests[K]['request'],
    ) => BackgroundRequests[K]['reply'] | Promise<BackgroundRequests[K]['reply']>;
  } = {
    'settings/state': state,
    'settings/refresh': state,
    'settings/connect': state,
    'settings/disconnect': state,
    'connections/test': state,
    'connections/default': ({ id }) => {
      list = { ...list, defaultId: id };
      about = id;
      return state();
    },
    'connections/choose': ({ site, id }) => {
      list = withSiteChoice(list, site, id);
      about = id ?? about;
      return state();
    },
    'keys/change': state,
    'connections/list': () => ({
      connections: list.connections.map(({ id }) => ({
        id,
        key: options.keys?.[id] ?? 'session',
        rules: id === connection.id ? org.rules.length : 0,
        readAt,
      })),
      isLocked: Object.values(options.keys ?? {}).includes('locked'),
    }),
    'data/read': () => options.kept ?? { ...keptNothing, keys: connection.kind === 'local' ? 0 : 1 },
    'data/erase': () => keptNothing,
    'draft/apply': ({ operation, draft: id, seen }) => after(desk.apply(operation, { draft: id, seen })),
    'draft/undo': ({ draft: id }) => after(desk.move('undo', id)),
    'draft/redo': ({ draft: id }) => after(desk.move('redo', id)),
    'draft/discard': ({ draft: id }) => after(desk.move('discard', id)),
    'draft/import': ({ operations, ...into }) => after(desk.importEdits(operations, into)),
    'drafts/change': ({ change }) => after(desk.changeList(change)),
    'edit/keep': ({ edit }) => desk.keepEdit(edit),
    'matches/read': () => matches.read(),
    'matches/note': ({ page, notes }) => matches.note(page, notes),
    'edit/forget': ({ id }) => after(desk.forgetEdit(id)),
    'leaks/change': ({ change }) => {
      kept = changeLeakSettings(readLeakSettings(kept, today), change, today);
      return state();
    },
    'measured/change': ({ change }) => {
      measured = changeMeasurements(measured, change);
      return state();
    },
    'history/read': () => options.history ?? null,
    'recording/read': () => options.recording ?? null,
    'push/plan': ({ mode }) => makePlan(mode),
    'push/execute': execute,
    'push/decide': decide,
    ...createFakeProposals(options.proposals, () => plan),
  };

  return {
    async request<K extends BackgroundRequestName>(
      name: K,
      body: BackgroundRequests[K]['request'],
      id = list.defaultId,
    ): Promise<Reply<BackgroundRequests[K]['reply']>> {
      about = id;
      try {
        return { ok: true, value: await answers[name](body) };
      } catch (error) {
        if (error instanceof ProblemError) return { ok: false, problem: error.problem };
        if (error instanceof DefinitionError) return { ok: false, problem: { code: 'definition-refused' } };
        throw error;
      }
    },
    onChanged: () => undefined,
  };
}
