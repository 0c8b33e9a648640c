import type { JournalEntry } from '../core/settings/draft.ts';
import type { ProposalLogEntry } from '../core/settings/proposalLog.ts';
import type { PushLogEntry } from '../core/settings/pushLog.ts';

type WithoutSeq<Entry> = Entry extends unknown ? Omit<Entry, 'seq'> : never;
export type NewJournalEntry = WithoutSeq<JournalEntry>;
export type NewPushLogEntry = WithoutSeq<PushLogEntry>;
export type NewProposalLogEntry = WithoutSeq<ProposalLogEntry>;

/** What is kept beside the logs; each write replaces the value. Keys are never among them. */
export type StoredValueName =
  | 'connection'
  | 'connections'
  | 'local-rules'
  | `cache:${string}`
  | `plan:${string}`
  | `leaks:${string}`
  | `measured:${string}`
  | `edits:${string}`
  /** Proposals of others as last read, and when our own were last asked about. */
  | `proposals:${string}`
  | `proposal-checks:${string}`
  | `matches:${string}`;

/**
 * What must survive the worker. The logs are append-only and kept apart by settings source (an org's draft is never
 * replayed over another org's rules). Every promise resolves only when the data is stored for good.
 */
export interface JournalStorage {
  appendDraft(sourceId: string, entry: NewJournalEntry): Promise<void>;
  readDraft(sourceId: string): Promise<readonly JournalEntry[]>;
  appendPush(sourceId: string, entry: NewPushLogEntry): Promise<void>;
  readPushes(sourceId: string): Promise<readonly PushLogEntry[]>;
  appendProposal(sourceId: string, entry: NewProposalLogEntry): Promise<void>;
  readProposals(sourceId: string): Promise<readonly ProposalLogEntry[]>;
  readValue(name: StoredValueName): Promise<unknown>;
  writeValue(name: StoredValueName, value: unknown): Promise<void>;
}
