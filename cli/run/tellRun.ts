import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageSource } from '../../core/report/reportWriter.ts';
import { judgementWords, runResult } from '../../core/report/runVerdict.ts';
import type { CommandContext } from '../commandContext.ts';
import type { RequestedReport } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { leakSettingsLines } from '../reporters/leakSettings.ts';
import { measuredLines } from '../reporters/measured.ts';
import { reportWriterOf, writeReports } from './writeReports.ts';

export interface ToldRun {
  readonly run: CheckRun;
  readonly pages: PageSource;
  readonly isJson: boolean;
  readonly reports: readonly RequestedReport[];
}

/** The end of a run: its reports are written, and a person is told what came of it and why. */
export async function tellRun(
  { run, pages, isJson, reports }: ToldRun,
  context: CommandContext,
): Promise<number> {
  const { t, write, warn } = context;
  const words = { t, version: context.version ?? '' };
  if (isJson) for await (const piece of reportWriterOf('json').write(run, pages, words)) write(piece);
  else for (const line of closingLines(run, context)) write(`${line}\n`);
  await writeReports(reports, run, pages, words);
  for (const { id, file } of reports) warn(t('run.written', { form: id, file: printable(file) }));
  // Last, below the names of files: what a build goes by.
  if (!isJson) write(`${runResult(run, t)}\n`);
  return run.judgement.exitCode;
}

function closingLines(run: CheckRun, { t }: CommandContext): string[] {
  const { totals, notes = [] } = run;
  const { pages, notLoaded, leaks, possibleLeaks, uninspected } = totals;
  const counted = [
    t('run.pages', { count: pages }),
    t('run.leaks', { count: leaks }),
    t('run.possibleLeaks', { count: possibleLeaks }),
    // A page that did not load is one thing not looked at, and is named by itself.
    t('run.notInspected', { count: uninspected - notLoaded }),
    ...(notLoaded > 0 ? [t('run.notLoadedPages', { count: notLoaded })] : []),
  ];
  return [
    ...measuredLines(run.measured, run.profile.name, t),
    ...leakSettingsLines(run, t),
    ...notes.map(({ what, params }) => printable(t(`runNote.${what}`, params))),
    ...(pages === 1 ? [] : [counted.join(', ')]),
    ...judgementWords(run, t).map(printable),
  ];
}
