import type { Translate } from '../messages/translate.ts';
import type { CheckRun } from './checkRun.ts';
import type { PageReport } from './pageReport.ts';

/** One form of report, one file each in `core/report/writers/`; registered in `core/report/registry.ts`. */
export interface ReportWriter {
  /** What people write on the command line and in the configuration. */
  readonly id: string;
  /** Of a file that holds it, without the dot. */
  readonly extension: string;
  /** The report in pieces. No more than one page is held at a time, whatever the number of pages. */
  write(run: CheckRun, pages: PageSource, words: ReportWords): AsyncIterable<string>;
}

/** Pages in the order of the run. May be asked more than once: they come from disk each time. */
export type PageSource = () => AsyncIterable<PageReport>;

export interface ReportWords {
  readonly t: Translate;
  /** `2026-11-25T10:00:00Z`; absent: the report does not say, so that equal runs make equal files. */
  readonly writtenAt?: string;
  /** Version of Scrim. */
  readonly version: string;
}
