import type { CaptureChannel, IndexedRecord } from '../capture/captureRecord.ts';
import type { Severity } from '../findings/finding.ts';
import type { HazardPage } from './hazardPage.ts';

/** What a hazard's count is a count of. */
export type HazardUnit = 'elements' | 'addresses' | 'selectors' | 'messages';

/**
 * Something a recorder does that people who configure it do not expect. One file each, registered in `registry.ts`,
 * described in docs/hazards.md; its words are `hazard.<id>.what`, `.means` and `.do` in the locale files.
 *
 * A hazard reads what would be sent (records, decisions, rules, problems), so it is found with every recorder that
 * behaves so, also with one that is added later. It never gives a value back: only where, and how many.
 */
export interface Hazard {
  readonly id: string;
  readonly severity: Severity;
  /** Profiles whose own code it is about; absent: every recorder whose records show it. */
  readonly recorders?: readonly string[];
  /** Absent: elements. */
  readonly unit?: HazardUnit;
  /** Said where problems of rules are listed: there it is shown, and nowhere else. */
  readonly isRuleProblem?: true;
  /** Starts with one page. What it notes is its finding; nothing noted, no finding. */
  begin(page: HazardPage, note: NoteHazard): HazardReader;
}

export interface HazardReader {
  /** Channels whose records it is given. */
  readonly channels: readonly CaptureChannel[];
  /** Called with each record of these channels, in the order in which they would be sent. */
  read?(record: IndexedRecord): void;
  /** Called once after the last record. */
  finish?(): void;
}

/** Counts one element, or one `key` where several things of one element count. */
export type NoteHazard = (node: number, more?: { readonly rule?: number; readonly key?: string }) => void;

/** One hazard on one page. No value of the page is in it. */
export interface HazardFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly count: number;
  readonly unit: HazardUnit;
  /** The first elements it is about, in the order of the page; at most `maxNodes`. */
  readonly nodes: readonly number[];
  /** Ids of the rules or names of the options that people may trust here. */
  readonly rules: readonly string[];
  readonly isRuleProblem?: true;
}
