import type { Profile } from '../../core/profiles/profile.ts';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { DatedLeakSettings } from '../client.ts';
import { totalsOf } from './totalsOf.ts';

/** What is said of all pages of a report together, as `scrim check` says it of its own. */
export function runOf(
  reports: readonly PageReport[],
  profile: Profile,
  leaks: DatedLeakSettings | null,
): CheckRun {
  const totals = totalsOf(reports);
  const { id, name, evidence } = profile;
  const isLeaking = totals.leaks + totals.possibleLeaks > 0;
  return {
    profile: { id, name, evidence },
    detectors: (leaks?.settings.detectors ?? []).map(({ name: own, severity, tags }) => ({
      id: `custom:${own}`,
      severity,
      tags,
    })),
    suppressions: [],
    settingsProblems: leaks?.settings.problems ?? [],
    totals,
    judgement: { exitCode: isLeaking ? 1 : totals.uninspected > 0 ? 3 : 0, reasons: [] },
  };
}
