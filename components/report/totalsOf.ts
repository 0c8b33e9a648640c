import type { CheckTotals } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';

/** What all pages of a session amount to. */
export function totalsOf(reports: readonly PageReport[]): CheckTotals {
  const sum = (of: (report: PageReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    pages: reports.length,
    notLoaded: sum(({ loaded }) => (loaded ? 0 : 1)),
    leaks: sum(({ verdict }) => verdict.leaks),
    possibleLeaks: sum(({ verdict }) => verdict.possibleLeaks),
    uninspected: sum(({ verdict }) => verdict.uninspected),
    suppressed: sum(({ suppressed }) => suppressed.length),
    accepted: sum(({ accepted }) => accepted?.length ?? 0),
    overMasked: sum(({ overMasked }) => overMasked.reduce((total, { count }) => total + count, 0)),
    unpredicted: sum(({ wire }) => wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted).length ?? 0),
  };
}
