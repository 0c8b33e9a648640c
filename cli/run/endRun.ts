import { compareBaseline } from '../../core/check/baseline/compareBaseline.ts';
import { createRunTally } from '../../core/check/createRunTally.ts';
import { judge } from '../../core/check/judgeRun.ts';
import type { RunFacts } from '../../core/check/resultsFile.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageSource } from '../../core/report/reportWriter.ts';
import { UsageError } from '../usageError.ts';
import type { RunBaseline } from './runBaseline.ts';

/** What is to be said of the whole run, page by page from the results: no more than one page is held. */
export async function endRun(facts: RunFacts, pages: PageSource, baseline?: RunBaseline): Promise<CheckRun> {
  const { name, id, evidence } = profileOf(facts);
  const tally = createRunTally();
  const comparison = baseline?.lock && compareBaseline(baseline.lock, baseline.options);
  for await (const page of pages()) tally.add(comparison ? comparison.take(page) : page);
  const done = tally.result();
  const against = comparison?.result();
  const { detectors, settingsProblems, rulesFile, notes, failOn, measured } = facts;
  return {
    profile: { name, id, evidence },
    detectors,
    settingsProblems,
    suppressions: done.suppressions,
    totals: done.totals,
    judgement: judge(done, failOn, against),
    ...(rulesFile === undefined ? {} : { rulesFile }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(measured === undefined ? {} : { measured }),
    ...(against === undefined ? {} : { baseline: against }),
  };
}

/** @throws UsageError for results of a recorder that this version does not know */
export function profileOf({ profile }: Pick<RunFacts, 'profile'>): Profile {
  const known = profileById(profile);
  if (known) return known;
  throw new UsageError('the results are of a recorder that this version of Scrim does not know');
}
