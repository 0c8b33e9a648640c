import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { LeakReport } from '../client.ts';

export interface ReportInput {
  readonly report: LeakReport;
  readonly scan: CaptureScan;
  readonly options: unknown;
  /** The simulated recording that went on meanwhile; null: none did. */
  readonly recording: { readonly since: string; readonly lateRecords: number } | null;
}

/**
 * What QA hands on: findings are redacted already; of the page's address only the origin is kept, because a
 * path or query may itself be personal. No record output ever gets in here.
 */
export function reportOf({
  report,
  scan,
  options,
  recording,
}: ReportInput): Readonly<Record<string, unknown>> {
  return {
    scrim: 1,
    report: 'page',
    origin: originOf(scan.url),
    profile: scan.profile,
    evidence: profileById(scan.profile)?.evidence ?? null,
    options,
    verdict: report.verdict,
    coverage: report.coverage,
    uninspected: report.uninspected,
    recording,
    findings: report.findings,
    suppressed: report.suppressed,
    suppressions: report.suppressions,
    overMasked: report.overMasked,
    hazards: report.hazards,
    rules: scan.rules.map((rule, index) => ({
      id: rule.id,
      name: rule.name,
      selector: rule.selector,
      action: rule.action,
      matches: scan.matchCounts[index] ?? 0,
    })),
    problems: scan.problems.map(({ ruleId, kind, selector }) => ({ ruleId, kind, selector })),
  };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
