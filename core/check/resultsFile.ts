import type { LeakSettingsProblem } from '../leakSettings/leakSettings.ts';
import type { CheckRun, RunNote } from '../report/checkRun.ts';
import type { PageReport } from '../report/pageReport.ts';
import type { FailOn } from './checkConfig.ts';
import type { Shard } from './shardOf.ts';

// The results file of a run: JSON lines, only ever added to. The header first, then one line for each look that is
// planned, then one for each that was taken, in the order in which they ended. What is written down twice counts as
// written last. Raw values are in it only when the run was told to show them.

export const resultsVersion = 1;

export interface ResultsHeader {
  readonly scrim: typeof resultsVersion;
  readonly file: 'check-results';
  /** Hash of everything that decides what is found: configuration, rules, version. */
  readonly binding: string;
  /** Hash of the whole list of looks, and how many there are, over all shards. */
  readonly list: string;
  readonly looks: number;
  readonly shard?: Shard;
  readonly run: RunFacts;
}

/** What a report says of the run beside its pages, and what it is judged by. */
export interface RunFacts extends Pick<CheckRun, 'detectors' | 'rulesFile' | 'measured'> {
  /** Id of the recorder. */
  readonly profile: string;
  readonly settingsProblems: readonly LeakSettingsProblem[];
  readonly notes: readonly RunNote[];
  readonly failOn: FailOn;
  /** Path of the baseline, from the folder the run was made in. Absent: it is compared with none. */
  readonly baseline?: string;
  /** The run is some of the pages of its configuration: those that are missing are not lost. */
  readonly isPart?: boolean;
  readonly showValues: boolean;
  /** `2026-11-25`: suppressions expire by it, on resuming too. */
  readonly today: string;
}

/** A look that this file's run is to take. */
export interface PlanLine {
  readonly plan: number;
  readonly page: string;
  readonly step?: string;
}

/** What was found out in one look; a flow says it of several steps. */
export interface ResultLine {
  readonly at: number;
  readonly reports: readonly PageReport[];
}
