import type { CommandContext } from '../commandContext.ts';
import type { BaselineChange, RequestedReport } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { pagesOfRun } from '../results/pagesOfRun.ts';
import type { ResultsFile } from '../results/resultsFile.ts';
import { endRun } from './endRun.ts';
import { checkChange, openBaseline, pagesAgainst, writeBaseline } from './runBaseline.ts';
import { tellRun } from './tellRun.ts';

export interface ClosedRun {
  /** All shards of one run; what is said of the run is the same in each. */
  readonly files: readonly [ResultsFile, ...ResultsFile[]];
  readonly isJson: boolean;
  readonly reports: readonly RequestedReport[];
  /** The baseline is written anew first. */
  readonly update: BaselineChange | undefined;
  /** In place of the one that the run names. */
  readonly baseline?: string;
}

/** The end of a run, of one machine or of many: compared with its baseline, judged, reported. @returns its exit code */
export async function closeRun(
  { files, isJson, reports, update, baseline: named }: ClosedRun,
  context: CommandContext,
): Promise<number> {
  const { header } = files[0];
  const isPart = header.run.isPart === true || files.length < (header.shard?.of ?? 1);
  // Whatever was accepted until a day is so until that day, and not for as long as results are kept.
  const days = [context.today(), ...files.map((file) => file.header.run.today)];
  const today = days.reduce((latest, day) => (day > latest ? day : latest));
  const facts = { ...header.run, today, isPart, ...(named === undefined ? {} : { baseline: named }) };
  const names = files.flatMap(({ plan }) => plan.map(({ page }) => page));
  const pages = pagesOfRun(files);
  let baseline = await openBaseline(facts, names);
  if (update && baseline) {
    checkChange(update, today, context.t);
    await writeBaseline(baseline, update, facts.profile, pages);
    context.warn(context.t('run.baselineWritten', { file: printable(baseline.file) }));
    baseline = await openBaseline(facts, names);
  }
  const run = await endRun(facts, pages, baseline);
  const told = baseline ? pagesAgainst(baseline, pages) : pages;
  return tellRun({ run, pages: told, isJson, reports }, context);
}
