import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { Finding } from '../core/findings/finding.ts';
import { verdictOf } from '../core/findings/verdictOf.ts';
import type { CustomDetectors } from '../core/leakSettings/createCustomDetectors.ts';
import type { ElementMatcher } from '../core/leakSettings/createElementMatcher.ts';
import { suppressFindings } from '../core/leakSettings/suppressFindings.ts';
import type { DatedLeakSettings, LeakReport } from './client.ts';

export interface LeakReportInput extends Pick<LeakReport, 'coverage' | 'hazards' | 'overMasked'> {
  /** Everything that was found. */
  readonly findings: readonly Finding[];
  /** What the page kept to itself; detectors that did not run are added here. */
  readonly uninspected: readonly Uninspected[];
  readonly url: string;
  readonly leaks: DatedLeakSettings;
  readonly custom: CustomDetectors;
  readonly elements: ElementMatcher;
}

/** What was found, less what the org accepts, and the verdict on the rest. */
export function makeLeakReport(input: LeakReportInput): LeakReport {
  const { leaks, custom, coverage, hazards, overMasked, url, elements } = input;
  const { suppressions, problems } = leaks.settings;
  const accepted = suppressFindings({ ...input, suppressions, url, elements, today: leaks.today });
  const uninspected = [...input.uninspected, ...custom.uninspected()];
  return {
    findings: accepted.findings,
    verdict: verdictOf(accepted.findings, uninspected),
    suppressed: accepted.suppressed,
    suppressions: accepted.suppressions,
    settingsProblems: [...custom.problems, ...problems.filter(({ kind }) => kind === 'suppression')],
    ...{ uninspected, coverage, hazards, overMasked },
  };
}
