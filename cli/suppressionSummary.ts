import type { SuppressionUse } from '../core/leakSettings/suppressFindings.ts';
import type { PageReport } from '../core/report/pageReport.ts';

/**
 * What each suppression did over all pages together: used where it was on one of them, and unused where none of the
 * pages that were looked at has anything it matches.
 */
export function suppressionSummary(reports: readonly PageReport[]): readonly SuppressionUse[] {
  const all = new Map<string, SuppressionUse>();
  for (const use of reports.flatMap(({ suppressions }) => suppressions)) {
    const known = all.get(use.id);
    const matches = (known?.matches ?? 0) + use.matches;
    const isUsed = use.state === 'used' || known?.state === 'used';
    const state = use.state === 'expired' ? 'expired' : isUsed ? 'used' : 'unused';
    all.set(use.id, { ...use, state, matches });
  }
  return [...all.values()];
}
