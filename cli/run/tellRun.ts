import type { CheckRun } from '../../core/report/checkRun.ts';
import { baselineLines } from '../../core/report/markdownBaseline.ts';
import type { PageSource } from '../../core/report/reportWriter.ts';
import { judgementWords, runResult } from '../../core/report/runVerdict.ts';
import type { CommandContext } from '../commandContext.ts';
import type { RequestedReport } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { leakSettingsLines } from '../reporters/leakSettings.ts';
import { measuredLines } from '../reporters/measured.ts';
import { fewPages } from './createProgress.ts';
import { reportWriterOf, writeReports } from './writeReports.ts';

export interface ToldRun {
  readonly run: CheckRun;
  readonly pages: PageSource;
  readonly isJson: boolean;
  readonly reports: readonly RequestedReport[];
}

/** The end of a run: its reports are written, and a person is told what came of it and why. */
export async function tellRun(told: ToldRun, context: CommandContext): Promise<number> {
  const { run, pages, isJson, reports } = told;
  const { t, write, warn } = context;
  const words = { t, version: context.version ?? '' };
  if (isJson) for await (const piece of reportWriterOf('json').write(run, pages, words)) write(piece);
  else for (const line of closingLines(told, context)) write(`${line}\n`);
  await writeReports(reports, run, pages, words);
  for (const { id, file } of reports) warn(t('run.written', { form: id, file: printable(file) }));
  // Last, below the names of files: what a build goes by.
  if (!isJson) write(`${runResult(run, t)}\n`);
  return run.judgement.exitCode;
}

function closingLines({ run, reports }: ToldRun, { t }: CommandContext): string[] {
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
    ...baselineSaid(run, t),
    ...judgementWords(run, t).map(printable),
    ...(pages > fewPages && leaks + possibleLeaks > 0 && reports.length === 0 ? [t('run.seeReport')] : []),
  ];
}

/** Changes of more than this many are in the reports. */
const mostChanges = 50;

/** Which rule stopped matching where, not only how many; and that accepted leaks, listed above, do not count. */
function baselineSaid({ baseline, totals }: CheckRun, t: CommandContext['t']): string[] {
  if (!baseline) return [];
  const changes = baselineLines(baseline, t);
  const more = changes.length - mostChanges;
  return [
    ...(totals.accepted > 0 ? [t('run.accepted', { count: totals.accepted })] : []),
    ...(changes.length === 0 ? [] : [`${t('report.baseline')}:`]),
    ...changes.slice(0, mostChanges).map((line) => `  ${printable(line)}`),
    ...(more > 0 ? [`  ${t('list.more', { count: more })}`] : []),
  ];
}
