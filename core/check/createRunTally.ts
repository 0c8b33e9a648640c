import type { Severity } from '../findings/finding.ts';
import { kindId } from '../findings/kindId.ts';
import type { SuppressionUse } from '../leakSettings/suppressFindings.ts';
import type { CheckTotals } from '../report/checkRun.ts';
import type { PageReport, ReportedLeak } from '../report/pageReport.ts';

/** What all pages of a run come to, added page by page: no page is kept. */
export interface RunTally {
  readonly totals: CheckTotals;
  readonly suppressions: readonly SuppressionUse[];
  /** Findings by detector id or `field:<class>`. */
  readonly found: readonly FoundOfKind[];
}

export interface FoundOfKind {
  readonly kind: string;
  readonly severity: Severity;
  readonly certainty: ReportedLeak['certainty'];
  readonly count: number;
}

export function createRunTally(): { add(page: PageReport): void; result(): RunTally } {
  const totals = {
    pages: 0,
    notLoaded: 0,
    leaks: 0,
    possibleLeaks: 0,
    uninspected: 0,
    suppressed: 0,
    accepted: 0,
    overMasked: 0,
    unpredicted: 0,
  };
  const suppressions = new Map<string, SuppressionUse>();
  const found = new Map<string, FoundOfKind>();

  return {
    add(page) {
      totals.pages += 1;
      totals.notLoaded += page.loaded ? 0 : 1;
      totals.leaks += page.verdict.leaks;
      totals.possibleLeaks += page.verdict.possibleLeaks;
      totals.uninspected += page.verdict.uninspected;
      totals.suppressed += page.suppressed.length;
      totals.accepted += page.accepted?.length ?? 0;
      totals.overMasked += page.overMasked.reduce((sum, { count }) => sum + count, 0);
      totals.unpredicted += page.wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted).length ?? 0;
      for (const use of page.suppressions) suppressions.set(use.id, together(suppressions.get(use.id), use));
      for (const leak of page.leaks) {
        const kind = kindId(leak.kind);
        const key = `${leak.severity} ${leak.certainty} ${kind}`;
        const { severity, certainty } = leak;
        found.set(key, { kind, severity, certainty, count: (found.get(key)?.count ?? 0) + 1 });
      }
    },
    result: () => ({
      totals: { ...totals },
      suppressions: [...suppressions.values()],
      found: [...found.values()],
    }),
  };
}

/** Used where it was on one page, and unused where no page that was looked at has anything it matches. */
function together(known: SuppressionUse | undefined, use: SuppressionUse): SuppressionUse {
  const matches = (known?.matches ?? 0) + use.matches;
  const isUsed = use.state === 'used' || known?.state === 'used';
  const state = use.state === 'expired' ? 'expired' : isUsed ? 'used' : 'unused';
  return { ...use, state, matches };
}
