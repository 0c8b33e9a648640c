import type { Rule, RuleContent } from '../rules/rule.ts';

/** One rule of a proposal. `before` null: it is created; `after` null: it is deleted. */
export interface ProposedChange {
  /** Rule id, or the draft id of a rule that does not exist yet. */
  readonly changeId: string;
  readonly before: Rule | null;
  readonly after: RuleContent | null;
}

export interface ProposalDraft {
  /** UUID v4, made once and written down before it is sent: a repeated submit finds the first instead. */
  readonly key: string;
  readonly title: string;
  /** For whoever decides, in Markdown: what becomes hidden, what becomes visible. Never a value of a page. */
  readonly description: string;
  readonly changes: readonly ProposedChange[];
}

/**
 * `open`: nothing of it is in force. `merged`: it is in the settings, to be confirmed by reading them.
 * `declined`: somebody closed it, or it was withdrawn.
 */
export type ProposalState = 'open' | 'merged' | 'declined';

/** A change that somebody else decides on: a pull request, or one that waits for a second person on the server. */
export interface Proposal {
  readonly id: string;
  readonly key: string;
  readonly state: ProposalState;
  readonly title: string;
  /** Where people look at it and decide. */
  readonly url?: string;
  readonly openedBy?: string;
  /** RFC 3339. */
  readonly openedAt?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** What keeps it from being merged, in the source's words (checks failed, settings moved meanwhile). */
  readonly blockedBy?: string;
  /** What it would change; absent where the source does not tell. */
  readonly rules?: readonly ProposedRule[];
}

/** One rule of somebody's proposal, for whoever decides on it. */
export interface ProposedRule {
  /** Of the rule that is there; null: it is new. */
  readonly ruleId: string | null;
  /** Null: it is deleted. */
  readonly after: RuleContent | null;
  /** Ways in which more would be recorded. Message keys `weakening.<way>`; empty: in none. */
  readonly reveals: readonly string[];
}

/** All functions reject with a `SettingsError`. */
export interface ProposalSource {
  /** Nothing is in force by this. Asked again with the same key it gives the proposal of the first time. */
  submit(draft: ProposalDraft): Promise<Proposal>;
  /** The proposal that was submitted with this key; null when none arrived. */
  find(key: string): Promise<Proposal | null>;
  read(id: string): Promise<Proposal>;
  /** Those nobody has decided on, newest first. */
  listOpen(): Promise<readonly Proposal[]>;
  withdraw(id: string): Promise<Proposal>;
  /** Absent where it is decided elsewhere (on the pull request's own page). Never one's own proposal. */
  readonly decide?: (id: string, decision: 'approve' | 'decline') => Promise<Proposal>;
}
