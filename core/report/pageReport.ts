import type { Uninspected } from '../capture/captureRecord.ts';
import type { Coverage } from '../findings/coverageOf.ts';
import type { Finding, Verdict } from '../findings/finding.ts';
import type { OverMasked } from '../findings/overMasked.ts';
import type { HazardFinding } from '../hazards/hazard.ts';
import type { SuppressionUse } from '../leakSettings/suppressFindings.ts';
import type { InForceDifference } from '../settings/compareInForce.ts';
import type { VisitorReport } from '../visitor/visitorReport.ts';
import type { WireReport } from '../wire/wireReport.ts';
import type { PagePictures } from './pagePictures.ts';

/** Which look at which page. */
export type PageLabel = Pick<PageReport, 'page' | 'step'>;

/** What a check says about one page. No raw value is in here, unless it was asked for. */
export interface PageReport {
  /** As given on the command line; of a flow the address, of a QA session the address without what may be personal. */
  readonly page: string;
  /** What tells one look at the same page from another: a flow's step, a consent state. Absent: there is one look. */
  readonly step?: string;
  /** How many looks at it are put together here, the worst of all (`mergePageReports`). Absent: one. */
  readonly looks?: number;
  readonly loaded: boolean;
  readonly verdict: Verdict;
  readonly leaks: readonly ReportedLeak[];
  /** Findings, or those of their places, that somebody looked at and accepts for a time. */
  readonly suppressed: readonly SuppressedLeak[];
  /** Every suppression of the rule file, and what it did on this page. */
  readonly suppressions: readonly SuppressionUse[];
  /** Findings that the baseline (`scrim.lock.json`) accepts. Absent: there is no baseline. */
  readonly accepted?: readonly AcceptedLeak[];
  /** What is hidden though nobody needs it hidden; no part of the verdict. */
  readonly overMasked: readonly ReportedOverMasking[];
  readonly uninspected: readonly Uninspected[];
  readonly problems: readonly ReportedProblem[];
  /** What this recorder does on this page that people do not expect of it. */
  readonly hazards: readonly ReportedHazard[];
  /** The rules that the page's own recorder was given, against those in the rule file; null: not known. */
  readonly inForce: InForceDifference | null;
  /** Records by channel and treatment: what was looked at. */
  readonly coverage: Coverage | null;
  readonly rules: readonly ReportedRule[];
  /** What the synthetic visitor did. Absent: there was none. */
  readonly visitor?: VisitorReport;
  /** What left the browser. Absent: nobody listened. */
  readonly wire?: WireReport;
  /** For the HTML report; in no other. */
  readonly pictures?: PagePictures;
  /** Pictures were asked for and there are none: message key `pictures.missing.<why>`. */
  readonly picturesMissing?: string;
}

export type ReportedLeak = Finding & { readonly values?: readonly string[] };

/** A finding that suppressions accept. */
export type SuppressedLeak = ReportedLeak & { readonly by: readonly string[] };

/** A finding that the baseline accepts, and until when. */
export type AcceptedLeak = ReportedLeak & { readonly reason: string; readonly expires: string };

/** With the place of each of the first elements. */
export interface ReportedOverMasking extends OverMasked {
  readonly paths: readonly string[];
}

/** With the place of each of the first elements. */
export interface ReportedHazard extends HazardFinding {
  readonly paths: readonly string[];
}

export interface ReportedProblem {
  readonly ruleId: string;
  readonly kind: string;
  readonly selector: string;
  readonly detail: string;
}

export interface ReportedRule {
  readonly id: string;
  readonly name: string;
  readonly matches: number;
  /** What kinds of element it hit, by tag and type (`input[type=email]`), sorted, the first 20. Absent: not told. */
  readonly kinds?: readonly string[];
}
