import { createRunTally, type RunTally } from '../../core/check/createRunTally.ts';
import { judge } from '../../core/check/judgeRun.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { DatedLeakSettings } from '../client.ts';

/** What is said of all pages of a report together, as `scrim check` says it of its own. */
export function runOf(
  reports: readonly PageReport[],
  profile: Profile,
  leaks: DatedLeakSettings | null,
): CheckRun {
  const tally = tallyOf(reports);
  const { id, name, evidence } = profile;
  return {
    profile: { id, name, evidence },
    detectors: (leaks?.settings.detectors ?? []).map(({ name: own, severity, tags }) => ({
      id: `custom:${own}`,
      severity,
      tags,
    })),
    suppressions: tally.suppressions,
    settingsProblems: leaks?.settings.problems ?? [],
    totals: tally.totals,
    judgement: judge(tally, {}),
  };
}

/** What all pages come to. */
export function tallyOf(reports: readonly PageReport[]): RunTally {
  const tally = createRunTally();
  for (const report of reports) tally.add(report);
  return tally.result();
}
