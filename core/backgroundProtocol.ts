/** What the extension's own pages ask the background, by request and reply. Shapes are checked by `backgroundGuards.ts`. */

import type {
  ConfigurationExport,
  ConnectionInfo,
  ConnectionStatus,
  SiteChoice,
} from './connections/connectionInfo.ts';
import type { EraseRequest, KeptData } from './connections/keptData.ts';
import type { LeakSettingsChange } from './leakSettings/changeLeakSettings.ts';
import type { LeakSettings } from './leakSettings/leakSettings.ts';
import type { PolicyState } from './policy/orgPolicy.ts';
import type { MeasuredPolicy } from './profiles/documented/measuredPolicy.ts';
import type { MatchNote, RuleMemory } from './rot/matchMemory.ts';
import type { RuleContent, RuleSet } from './rules/rule.ts';
import type { MeasuredChange } from './settings/changeMeasurements.ts';
import type { DraftOperation, DraftState, DraftSummary } from './settings/draft.ts';
import type { KeptEdit } from './settings/keptEdit.ts';
import type { Proposal } from './settings/proposal.ts';
import type { ProposalRecord } from './settings/proposalLog.ts';
import type { PushMode, PushOutcome, PushPlan, PushRecord } from './settings/pushPlan.ts';
import type { RecordingSettings } from './settings/recordingSettings.ts';
import type { VersionPage } from './settings/ruleHistory.ts';

/** A problem for people: what happened, what it means for the data, what to do. Message keys plus detail. */
export interface Problem {
  /** Message key: `problem.<code>` has `.what`, `.means`, `.do`. */
  readonly code: string;
  /** The server's or browser's own words, without keys or page values. */
  readonly detail?: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export type { ConnectionInfo };

export interface SettingsState {
  /** What all of this is the settings of: the connection that was asked about. */
  readonly connection: ConnectionInfo;
  /** All there are, the local one first. */
  readonly connections: readonly ConnectionInfo[];
  /** Id of the one for pages that nothing says more about. */
  readonly defaultConnection: string;
  readonly siteChoices: readonly SiteChoice[];
  /** What the organisation says that manages this browser. */
  readonly policy: PolicyState;
  /** As last read from the source. */
  readonly ruleSet: RuleSet;
  /** RFC 3339 time of that read; undefined when it never succeeded. */
  readonly readAt?: string;
  /** The present draft: what is shown, tried on the page and pushed. */
  readonly draft: DraftState;
  readonly drafts: readonly DraftSummary[];
  /** Typed and not saved to a draft, newest first. */
  readonly keptEdits: readonly KeptEdit[];
  /** The org's own detectors and its suppressions: kept here, whatever source the rules come from. */
  readonly leakSettings: LeakSettings;
  /** What closed recorders were seen to do, loaded from a file: kept here. A rule file's own are in `ruleSet`. */
  readonly measured: MeasuredPolicy;
  readonly pushes: readonly PushRecord[];
  readonly problem?: Problem;
}

/** What a person asks of the list of drafts. `copyOf` is the draft that a new one begins as. */
export type DraftListRequest =
  | { readonly kind: 'create'; readonly name: string; readonly copyOf?: string }
  | { readonly kind: 'rename'; readonly draft: string; readonly name: string }
  | { readonly kind: 'select' | 'remove' | 'restore'; readonly draft: string };

/** `draft` names the draft that was on the screen; absent: the present one. Refused when it is gone. */
interface OfDraft {
  readonly draft?: string;
}

export type KeyChange = 'remember' | 'forget' | 'lock' | 'unlock' | 'forget-all';

/** What is connected, and with which key. A Scrim server is known by what it says of itself. */
export type ConnectRequest = {
  readonly baseUrl: string;
  readonly key: string;
  /** Keep the key, encrypted, when the browser is closed. */
  readonly remember?: boolean;
} & (
  | { readonly kind?: 'fullstory' | 'scrim' }
  | {
      readonly kind: 'github';
      readonly repository: string;
      readonly branch?: string;
      readonly path: string;
      readonly exports?: readonly ConfigurationExport[];
    }
);

/**
 * Panel or options page -> background. Every reply is a `Reply<...>`. Beside its body a message may name the connection
 * it is about (`connection`); without one it is about the default.
 */
export interface BackgroundRequests {
  'settings/state': { request: Record<string, never>; reply: SettingsState };
  'settings/refresh': { request: Record<string, never>; reply: SettingsState };
  'settings/connect': { request: ConnectRequest; reply: SettingsState };
  'settings/disconnect': { request: Record<string, never>; reply: SettingsState };
  'connections/list': {
    request: Record<string, never>;
    reply: { readonly connections: readonly ConnectionStatus[]; readonly isLocked: boolean };
  };
  /** Asks once more whose the key is and what it may do. */
  'connections/test': { request: Record<string, never>; reply: SettingsState };
  /** For pages that nothing says more about. */
  'connections/default': { request: { readonly id: string }; reply: SettingsState };
  /** Which connection a site uses; null: none of its own any more. Answers with the settings of the one it uses then. */
  'connections/choose': {
    request: { readonly site: string; readonly id: string | null };
    reply: SettingsState;
  };
  /** `lock`, `unlock` and `forget-all` are about all keys, the others about that of the connection. */
  'keys/change': { request: { readonly change: KeyChange }; reply: SettingsState };
  /** What is kept on this computer, in numbers. */
  'data/read': { request: Record<string, never>; reply: KeptData };
  'data/erase': { request: EraseRequest; reply: KeptData };
  /** `seen`: the rule as it stood on the screen when the edit was begun; what another panel saved since is kept. */
  'draft/apply': {
    request: OfDraft & { readonly operation: DraftOperation; readonly seen?: RuleContent };
    reply: SettingsState;
  };
  'draft/undo': { request: OfDraft; reply: SettingsState };
  'draft/redo': { request: OfDraft; reply: SettingsState };
  'draft/discard': { request: OfDraft; reply: SettingsState };
  /** Edits of a patch as one step; with `name` into a new draft. */
  'draft/import': {
    request: OfDraft & { readonly operations: readonly DraftOperation[]; readonly name?: string };
    reply: SettingsState;
  };
  'drafts/change': { request: { readonly change: DraftListRequest }; reply: SettingsState };
  /** What is being typed, kept at every pause: the rules are not sent back with it. */
  'edit/keep': { request: { readonly edit: Omit<KeptEdit, 'at'> }; reply: readonly KeptEdit[] };
  'matches/read': { request: Record<string, never>; reply: readonly RuleMemory[] };
  /** What this look at a page tells of the rules that match there; `page` is its redacted address. */
  'matches/note': {
    request: { readonly page: string; readonly notes: readonly MatchNote[] };
    reply: readonly RuleMemory[];
  };
  'edit/forget': { request: { readonly id: string }; reply: SettingsState };
  /** Detectors and suppressions take effect at once: they change what is found, never what is recorded. */
  /** Measurements of closed recorders, as a rule file has them. */
  'measured/change': { request: { readonly change: MeasuredChange }; reply: SettingsState };
  'leaks/change': { request: { readonly change: LeakSettingsChange }; reply: SettingsState };
  /** `page` is the `next` of the page before. Null: the source keeps no history that can be read. */
  'history/read': { request: { readonly page?: string }; reply: VersionPage | null };
  /** Null: the source does not tell what else decides about recording. */
  'recording/read': { request: Record<string, never>; reply: RecordingSettings | null };
  'push/plan': {
    request: {
      readonly mode: PushMode;
      /** The org the page records to, where the page tells: a plan for another org is refused. */
      readonly pageOrgId?: string;
      /** Origin of the page at hand: an organisation may allow pushes from some sites only. */
      readonly site?: string;
    };
    reply: PushPlan;
  };
  'push/execute': { request: ExecuteRequest; reply: PushOutcome };
  'push/decide': { request: PushDecision; reply: SettingsState };
  /** `fresh`: ask the source now; else what is known. */
  'proposals/list': { request: { readonly fresh: boolean }; reply: ProposalsView };
  /** Of the last live plan: confirmed in the same way as a push. */
  'proposal/submit': { request: ExecuteRequest; reply: ProposalsView };
  /** One of our own, by its key. */
  'proposal/withdraw': { request: { readonly key: string }; reply: ProposalsView };
  'proposal/decide': { request: ProposalDecision; reply: ProposalsView };
}

/** A person's confirmation of a plan. */
export interface ExecuteRequest {
  readonly planId: string;
  /** Per change that reduces masking, the rule's name as it was typed. */
  readonly typed: Readonly<Record<string, string>>;
  /** Per change that reduces masking: was what becomes visible on the screen, or that it is not known? */
  readonly effects: Readonly<Record<string, 'shown' | 'unknown'>>;
}

/** `go-on`: try at once, also what asks. `take-back`: send nothing more of it; what was not written is in the draft. */
export interface PushDecision {
  readonly pushId: string;
  readonly decision: 'go-on' | 'take-back';
}

/** Changes that wait for somebody's decision. */
export interface ProposalsView {
  /** Our own, newest first, also those that are over. */
  readonly own: readonly ProposalRecord[];
  /** Open ones of others, as last read. */
  readonly others: readonly Proposal[];
}

/** About somebody else's proposal. */
export interface ProposalDecision {
  readonly id: string;
  readonly decision: 'approve' | 'decline';
  /** What `namesToType` asks for, as it was typed. */
  readonly typed: Readonly<Record<string, string>>;
}

export type BackgroundRequestName = keyof BackgroundRequests;
