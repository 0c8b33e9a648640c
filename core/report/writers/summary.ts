import { markdownReport } from '../markdownReport.ts';
import type { ReportWriter } from '../reportWriter.ts';
import { utf8Length } from '../utf8Length.ts';

/** GitHub takes 1 MiB in the summary of a step, all that is written into it together. */
const most = 1_000_000;

/** For the summary of a GitHub job: what is written to the file in `GITHUB_STEP_SUMMARY`. */
export const summary: ReportWriter = {
  id: 'summary',
  extension: 'md',
  write: (run, pages, words) => markdownReport(run, pages, words, { most, sizeOf: utf8Length }),
};
