import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import type { ProposalSource } from './proposal.ts';
import type { RecordingSource } from './recordingSettings.ts';
import type { RuleHistory } from './ruleHistory.ts';

/** Where an org's rules live. One implementation per file in `connectors/`; `fetch` and the key are passed in. */
export interface SettingsSource {
  readonly kind: SettingsSourceKind;
  /** Who the key belongs to. The connection test, and the check before any write. */
  identify(): Promise<SourceIdentity>;
  /** All rules, all pages of the list, plus the default mode and groups where the source tells them. */
  read(): Promise<RuleSet>;
  /** One rule as it is now; null when it does not exist. */
  readRule(id: string): Promise<Rule | null>;
  /** `key` makes a repeated create harmless for 24 hours (Idempotency-Key, UUID v4). */
  create(content: RuleContent, key: string): Promise<Rule>;
  /**
   * Replaces the whole rule. `expected` is the rule as it was read for this write: a source with revisions refuses
   * the write (`conflict`) when the rule is at another one by now.
   */
  update(id: string, content: RuleContent, expected?: Rule): Promise<Rule>;
  remove(id: string, expected?: Rule): Promise<void>;
  /** What the settings were before. Absent: the source keeps no history that can be read. */
  readonly history?: RuleHistory;
  /** What decides beside the rules whether a session is recorded. Absent: the source does not tell. */
  readonly recording?: RecordingSource;
  /** Changes that a second person lets through. Absent: every write takes effect at once. */
  readonly proposals?: ProposalSource;
}

/** `fullstory`: its API, and whatever speaks it. `scrim`: Scrim's own server. `github`: a rule file in a repository. */
export type SettingsSourceKind = 'local' | 'fullstory' | 'scrim' | 'github';

export interface SourceIdentity {
  readonly orgId: string;
  /** What people call the org, where the source tells. */
  readonly orgName?: string;
  readonly email: string;
  readonly role: string;
  readonly canWrite: boolean;
  /** Which writes have to be proposed instead. Absent: none. */
  readonly approval?: ApprovalNeeded;
  /** A server that says it is Scrim's own: it takes more than FullStory's API does. */
  readonly api?: 'scrim';
  /** What to know about the key itself: what it lacks, or holds beyond what is needed. Absent: nothing. */
  readonly keyNotes?: readonly KeyNote[];
}

/** Message keys `keyNote.<note>`. */
export type KeyNote =
  | 'archived'
  | 'no-push'
  | 'no-contents-write'
  | 'no-pulls-write'
  | 'token-classic'
  | 'token-too-broad';

/** `reveals`: whatever makes the recorder capture more. `live`: whatever live visitors notice. `all`: everything. */
export type ApprovalNeeded = 'none' | 'reveals' | 'live' | 'all';

/** Every way a settings source can fail, in one shape. `detail` holds the server's words, never the key. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code: SettingsErrorCode;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: SettingsErrorCode,
    detail: string,
    extra: { status?: number; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.code = code;
    this.status = extra.status;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}

/** Message keys: `problem.<code>`. */
export type SettingsErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'key-refused'
  | 'role-too-low'
  | 'read-only'
  /** The key is not one of the org that was meant. */
  | 'org-mismatch'
  /** The key or the org belongs to another of the vendor's data centres; `detail` names it. Nothing was sent there. */
  | 'wrong-region'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  /** The write was refused because the source wants to know the revision it is based on (428). */
  | 'revision-missing'
  /** The write was refused because a second person has to let it through: propose it. */
  | 'approval-needed'
  | 'too-many-requests'
  | 'server-error'
  | 'not-an-api'
  | 'read-back-differs';
