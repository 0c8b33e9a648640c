import type { Uninspected } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { createDetectorBudget } from '../detectors/detectorBudget.ts';
import { coverageOf } from '../findings/coverageOf.ts';
import type { Finding, LeakPlace } from '../findings/finding.ts';
import { findLeaks } from '../findings/findLeaks.ts';
import { findOverMasking } from '../findings/findOverMasking.ts';
import { withSamples } from '../findings/standIns.ts';
import { verdictOf } from '../findings/verdictOf.ts';
import { findHazards } from '../hazards/findHazards.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import { createElementMatcher } from '../leakSettings/createElementMatcher.ts';
import type { Suppression } from '../leakSettings/leakSettings.ts';
import { suppressFindings } from '../leakSettings/suppressFindings.ts';
import type { RuleSet } from '../rules/rule.ts';
import { compareInForce } from '../settings/compareInForce.ts';
import type { RecorderRule } from '../settings/recorderRules.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import { composePageReport } from './composePageReport.ts';
import type { PageReport, ReportedLeak } from './pageReport.ts';

/** What was found out about a page, with what those who attended it have to say. */
export interface LookedAt extends CaptureScan {
  /** What the page's own recorder was told to hide, when it asked for that while the page was open. */
  readonly recorderRules?: readonly RecorderRule[];
  readonly additions?: PageAdditions;
  /** What the synthetic visitor typed. Raw: searched for and not reported. */
  readonly planted?: readonly PlantedValue[];
}

/** What is known of a page beside the simulation. */
export type PageAdditions = Partial<Pick<PageReport, 'visitor' | 'wire' | 'pictures' | 'picturesMissing'>> & {
  /** What could not be looked at in finding that out. */
  readonly uninspected?: readonly Uninspected[];
};

export interface ReportOptions {
  /** Milliseconds of a clock: detectors that take too long are stopped. */
  readonly now: () => number;
  /** A flow's step, a consent state. */
  readonly step?: string;
  /** The rules of the rule file; absent: there is none to compare with. */
  readonly listed?: RuleSet;
  /** Put the raw values in: only when a person asked for them, locally. */
  readonly showValues: boolean;
  readonly custom?: CustomDetectors;
  readonly suppressions?: readonly Suppression[];
  /** `2026-11-25`; suppressions expire. */
  readonly today?: string;
}

/** One page that was scanned, as it is reported. */
export async function makePageReport(
  page: string,
  scan: LookedAt,
  { showValues, custom, suppressions = [], today = '', listed, now, step }: ReportOptions,
): Promise<PageReport> {
  const budget = createDetectorBudget(now);
  const { planted = [] } = scan;
  const found = await findLeaks(scan, { budget, planted, ...(custom === undefined ? {} : { custom }) });
  const elements = createElementMatcher(scan, suppressions);
  const accepted = suppressFindings({ findings: found, suppressions, url: scan.url, today, elements });
  const { uninspected: unseen = [], ...additions } = scan.additions ?? {};
  const detectorsOff = [...budget.uninspected(), ...(custom?.uninspected() ?? [])];
  const uninspected = [...scan.uninspected, ...unseen, ...detectorsOff];
  const report = composePageReport(step === undefined ? { page } : { page, step }, scan, {
    ...{ verdict: verdictOf(accepted.findings, uninspected), uninspected, coverage: coverageOf(scan) },
    ...accepted,
    hazards: findHazards(scan),
    overMasked: findOverMasking(scan, found),
  });
  const withValues = <Leak extends ReportedLeak>(leak: Leak): Leak =>
    showValues ? { ...leak, values: valuesOf(leak, scan) } : leak;
  return {
    ...report,
    leaks: report.leaks.map(withValues),
    suppressed: report.suppressed.map(withValues),
    inForce: listed && scan.recorderRules ? compareInForce(scan.recorderRules, listed) : null,
    ...additions,
  };
}

function valuesOf(finding: Finding, scan: CaptureScan): string[] {
  return [...new Set(finding.places.flatMap((place) => outputsAt(place, scan)))];
}

function outputsAt(place: LeakPlace, scan: CaptureScan): string[] {
  return scan.records.flatMap((record) => {
    const same = record.node === place.node && record.channel === place.channel && record.name === place.name;
    if (!same || record.output === null) return [];
    // Of a saved page the value is gone: its sample is all there is to show.
    return [scan.savedValues ? withSamples(record.output, scan.savedValues) : record.output];
  });
}
