import { notLoadedReport } from '../../core/report/notLoadedReport.ts';
import type { PageSource } from '../../core/report/reportWriter.ts';
import type { ResultsFile } from './resultsFile.ts';

/** Why a look that was planned is not among the results. */
export const notTaken = 'the run ended before it was looked at';

/**
 * Every page of a run, in the order of its list, whatever order they were looked at in and however many files they are
 * in. A look that was planned and not taken is a page that was not loaded.
 */
export function pagesOfRun(files: readonly ResultsFile[]): PageSource {
  return async function* () {
    const planned = files
      .flatMap((file) => file.plan.map((look) => ({ file, look })))
      .toSorted((a, b) => a.look.plan - b.look.plan);
    for (const { file, look } of planned) {
      if (file.isTaken(look.plan)) yield* await file.read(look.plan);
      else yield notLoadedReport(look.page, notTaken, look.step);
    }
  };
}
