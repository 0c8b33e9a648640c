import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResultsError } from '../../core/check/readResultsLine.ts';
import type { PlanLine, ResultsHeader } from '../../core/check/resultsFile.ts';
import { fileProblem } from '../fileProblem.ts';
import { printable } from '../printable.ts';
import { createResultsFile, openResultsFile, type ResultsFile } from '../results/resultsFile.ts';
import { UsageError } from '../usageError.ts';
import { lookName } from './lookName.ts';
import type { PreparedRun } from './prepareRun.ts';

/**
 * The results file of a run: the one that is named, or one that is thrown away at the end.
 *
 * @throws UsageError when it is there and the run is not to go on with it, or is of another run
 */
export async function openResults({
  settings,
  mine,
  header,
  leakSettings,
}: PreparedRun): Promise<ResultsFile> {
  const { results, resume } = settings.command;
  const plan = mine.map(
    ({ at, look }): PlanLine => ({
      plan: at,
      page: lookName(look, header.run.showValues),
      ...(look.step === undefined ? {} : { step: look.step }),
    }),
  );
  if (results === undefined) return openPassing(header, plan);
  if (!existsSync(results)) return orUsage(results, () => createResultsFile(results, header, plan));
  if (!resume)
    throw new UsageError(`${results} is there already: go on with it by --resume, or name another file`);
  const file = await orUsage(results, () => openResultsFile(results, 'go-on'));
  const problem =
    differenceOf(file.header, header) ??
    planProblem(file.plan, plan) ??
    expiryProblem(leakSettings.suppressions, file.header, header);
  if (problem === undefined) return file;
  await file.close();
  throw new UsageError(`${results} cannot be gone on with: ${problem}`);
}

/** Results of other rules beside those of today's would be a report of neither. */
function differenceOf(there: ResultsHeader, now: ResultsHeader): string | undefined {
  if (there.binding !== now.binding) return 'it was made with another configuration or other rules';
  if (there.list !== now.list) return 'the list of pages is another one now';
  const same = there.shard?.index === now.shard?.index && there.shard?.of === now.shard?.of;
  return same ? undefined : 'it is of another shard';
}

/** A file that was cut off within its plan would be a run of fewer pages. */
function planProblem(there: readonly PlanLine[], now: readonly PlanLine[]): string | undefined {
  const written = (plan: readonly PlanLine[]) => plan.map((one) => [one.plan, one.page, one.step]);
  const isSame = JSON.stringify(written(there)) === JSON.stringify(written(now));
  return isSame ? undefined : 'its list of pages is not whole';
}

/** What was accepted by it on the day of the file is not accepted any more. */
function expiryProblem(
  suppressions: PreparedRun['leakSettings']['suppressions'],
  there: ResultsHeader,
  now: ResultsHeader,
): string | undefined {
  const expired = suppressions.find(({ expires }) => expires >= there.run.today && expires < now.run.today);
  return expired === undefined ? undefined : `the suppression ${printable(expired.id)} expired since`;
}

async function openPassing(header: ResultsHeader, plan: readonly PlanLine[]): Promise<ResultsFile> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-check-'));
  const file = await createResultsFile(join(folder, 'results.jsonl'), header, plan);
  return {
    ...file,
    close: async () => {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function orUsage<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ResultsError) throw new UsageError(`${name}: ${error.message}`);
    const isOfDisk = error instanceof Error && 'code' in error;
    if (!isOfDisk) throw error;
    throw new UsageError(`${name} cannot be used: ${fileProblem(error)}`);
  }
}
