import type { LeakTag, Severity } from '../findings/finding.ts';
import type { LeakSettingsProblem } from '../leakSettings/leakSettings.ts';
import type { SuppressionUse } from '../leakSettings/suppressFindings.ts';
import type { MeasuredSummary } from '../profiles/documented/measuredSummary.ts';
import type { Profile } from '../profiles/profile.ts';

/** What is said of all pages of one check together; its pages come beside it, one by one. */
export interface CheckRun {
  readonly profile: Pick<Profile, 'id' | 'name' | 'evidence'>;
  /** The org's own detectors that ran. */
  readonly detectors: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly tags?: readonly LeakTag[];
  }[];
  readonly suppressions: readonly SuppressionUse[];
  readonly settingsProblems: readonly LeakSettingsProblem[];
  readonly totals: CheckTotals;
  readonly judgement: Judgement;
  /** What to know of the run that is no finding: pages left out by `most`, given twice. Absent: nothing. */
  readonly notes?: readonly RunNote[];
  /** Where the rules stand in the repository: SARIF and annotations point there. Absent: they are no file. */
  readonly rulesFile?: RulesFile;
  readonly baseline?: BaselineResult;
  /** What was measured of a recorder that nobody outside can run. Absent: nothing. */
  readonly measured?: MeasuredSummary;
}

export interface CheckTotals {
  readonly pages: number;
  readonly notLoaded: number;
  readonly leaks: number;
  readonly possibleLeaks: number;
  readonly uninspected: number;
  readonly suppressed: number;
  readonly accepted: number;
  readonly overMasked: number;
  /** Planted values that the recorder sent though the simulation says it does not. */
  readonly unpredicted: number;
}

/** What the run ends with. `reasons` is empty just when the code is 0. */
export interface Judgement {
  readonly exitCode: 0 | 1 | 3;
  readonly reasons: readonly JudgementReason[];
}

/** Message key `runNote.<what>` and its parameters. */
export interface RunNote {
  readonly what: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Message key `judgement.<why>` and its parameters. */
export interface JudgementReason {
  readonly why: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RulesFile {
  /** Relative to the folder the command was run in, with `/`. */
  readonly path: string;
  /** Line of each rule by its id, from 1. */
  readonly lines: Readonly<Record<string, number>>;
}

/** The run against `scrim.lock.json`. */
export interface BaselineResult {
  /**
   * Rules that matched on a page when the baseline was written and match nothing there now, or nothing of some kinds of
   * element (`kinds`): then with how much they still match.
   */
  readonly stoppedRules: readonly {
    readonly rule: string;
    readonly name: string;
    readonly page: string;
    readonly kinds: readonly string[];
    readonly matches?: number;
  }[];
  /** Leaks that the baseline does not have. */
  readonly newLeaks: number;
  /** Pages and channels that were looked at when it was written and are not any more. */
  readonly lostCoverage: readonly {
    readonly page: string;
    readonly channel: string;
    readonly before: number;
    readonly now: number;
  }[];
  readonly lostPages: readonly string[];
  /** Entries whose date is past: their leaks count again. */
  readonly expired: number;
  /** Entries that no leak needs any more. */
  readonly gone: number;
}
