import { markdownReport } from '../markdownReport.ts';
import type { ReportWriter } from '../reportWriter.ts';

/** GitHub takes 65,536 characters in a comment; of characters outside the first plane it may count two. */
const most = 65_000;

/** For a comment on a pull request. */
export const markdown: ReportWriter = {
  id: 'markdown',
  extension: 'md',
  write: (run, pages, words) => markdownReport(run, pages, words, { most, sizeOf: ({ length }) => length }),
};
