import type { JournalEntry } from '../core/settings/draft.ts';
import type { ProposalLogEntry } from '../core/settings/proposalLog.ts';
import type { PushLogEntry } from '../core/settings/pushLog.ts';

/** All that is kept under the name of one settings source. */
export interface KeptOfSource {
  readonly drafts: readonly JournalEntry[];
  readonly pushes: readonly PushLogEntry[];
  readonly proposals: readonly ProposalLogEntry[];
  /** By the first part of their names: `cache`, `edits`, ... */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What of the journal's database is asked about as a whole: how much there is, and to erase it. */
export interface JournalKeeper {
  /** Every source that anything is kept of; the local one always. */
  listSources(): Promise<readonly string[]>;
  readSource(sourceId: string): Promise<KeptOfSource>;
  /** The one way by which entries leave the logs. All of a source, or nothing. */
  eraseSource(sourceId: string): Promise<void>;
}
