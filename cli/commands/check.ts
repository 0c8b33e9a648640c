import { notLoadedReport } from '../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { BrowserHost } from '../browserHost.ts';
import type { CommandContext } from '../commandContext.ts';
import type { CheckCommand } from '../parseCheck.ts';
import { notTaken } from '../results/pagesOfRun.ts';
import type { ResultsFile } from '../results/resultsFile.ts';
import { closeRun } from '../run/closeRun.ts';
import { createPlaces } from '../run/createPlaces.ts';
import { createProgress, type Progress } from '../run/createProgress.ts';
import { hostOf } from '../run/hostOf.ts';
import { loadCheckConfig } from '../run/loadCheckConfig.ts';
import { lookName } from '../run/lookName.ts';
import { openResults } from '../run/openResults.ts';
import { type PreparedRun, prepareRun } from '../run/prepareRun.ts';
import { checkChange } from '../run/runBaseline.ts';
import { runLooks } from '../run/runLooks.ts';
import { runSettings } from '../run/runSettings.ts';
import { takeFlow } from '../run/takeFlow.ts';
import { takeLook } from '../run/takeLook.ts';
import { reportWriterOf } from '../run/writeReports.ts';

const usualWorkers = 2;
const usualRetries = 1;

/**
 * `scrim check`: the personal data that would be recorded of each page, and what could not be looked at. Values
 * are redacted unless `--show-values` is given.
 *
 * @returns 1 a reason to fail, else 3 something was not inspected, else 0
 */
export async function check(command: CheckCommand, context: CommandContext): Promise<number> {
  const folder = context.folder ?? process.cwd();
  const settings = runSettings(command, await loadCheckConfig(command.config, folder));
  for (const { id } of settings.reports) reportWriterOf(id);
  if (command.update) checkChange(command.update, context.today(), context.t);
  const run = await prepareRun(settings, context);
  const results = await openResults(run);
  try {
    await takeAll(run, results, context);
    const { json: isJson, update } = command;
    // Of a file that is gone on with the pages count; what is accepted, and until when, is this run's.
    const files = [{ ...results, header: run.header }] as const;
    return await closeRun({ files, isJson, reports: settings.reports, update }, context);
  } finally {
    await results.close();
  }
}

async function takeAll(run: PreparedRun, results: ResultsFile, context: CommandContext): Promise<void> {
  const { settings, mine } = run;
  const { showValues } = run.header.run;
  const { browser: endpoint, workers = usualWorkers, retries = usualRetries, delay = 0 } = settings.run;
  const browser = browserOf(endpoint, context);
  const places = createPlaces(settings.config, settings.folder);
  const looks = [];
  for (const one of mine) if (!(await isDone(results, one.at))) looks.push(one);
  const already = mine.length - looks.length;
  const { profile } = run;
  const isQuiet = settings.command.json;
  const progress = createProgress(
    { profile, measured: run.header.run.measured, looks: mine.length, already, isQuiet },
    context,
  );
  const follow = inOrderOf(run, results, progress);
  await follow();
  await runLooks({
    looks,
    workers,
    retries,
    hostOf,
    nameOf: (look) => lookName(look, showValues),
    delayOf: (host) => Math.max(delay, run.robots?.delayOf(host) ?? 0),
    signal: context.interrupted ?? new AbortController().signal,
    take: (look) => (look.flow === undefined ? takeLook : takeFlow)(look, run, browser, places),
    taken: async (at, reports) => {
      await results.add(at, reports);
      progress.ended(reports);
      await follow();
    },
  });
  await follow(true);
  progress.close();
}

function browserOf(endpoint: string | undefined, context: CommandContext): BrowserHost {
  return endpoint === undefined ? context.browser : context.browserAt(endpoint);
}

/** What an earlier run found; pages that did not load then are looked at again. */
async function isDone(results: ResultsFile, at: number): Promise<boolean> {
  return results.isTaken(at) && (await results.read(at)).every(({ loaded }) => loaded);
}

/** Tells of pages as soon as all before them are there. Calls may overlap. */
function inOrderOf({ mine, header }: PreparedRun, results: ResultsFile, progress: Progress) {
  let next = 0;
  let last = Promise.resolve();

  async function tell(isOver: boolean): Promise<void> {
    for (; next < mine.length; next += 1) {
      const one = mine[next];
      if (!one) return;
      if (results.isTaken(one.at)) progress.inOrder(await results.read(one.at));
      else if (isOver) progress.inOrder([untaken(one.look, header.run.showValues)]);
      else return;
    }
  }

  return (isOver = false): Promise<void> => {
    last = last.then(() => tell(isOver));
    return last;
  };
}

function untaken(look: PreparedRun['mine'][number]['look'], showValues: boolean): PageReport {
  return notLoadedReport(lookName(look, showValues), notTaken, look.step);
}
