import type { ResultsHeader } from '../../core/check/resultsFile.ts';
import type { CommandContext } from '../commandContext.ts';
import type { MergeCommand } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { openResultsFile, type ResultsFile } from '../results/resultsFile.ts';
import { closeRun } from '../run/closeRun.ts';
import { orUsage } from '../run/openResults.ts';
import { reportWriterOf } from '../run/writeReports.ts';
import { UsageError } from '../usageError.ts';

/**
 * `scrim merge`: the results of all shards as one run, with the reports and the exit code that one run would have had.
 *
 * @throws UsageError when a shard is missing, is there twice, or belongs to another run
 */
export async function merge(command: MergeCommand, context: CommandContext): Promise<number> {
  for (const { id } of command.reports) reportWriterOf(id);
  const files: { readonly name: string; readonly file: ResultsFile }[] = [];
  try {
    for (const name of command.files)
      files.push({ name, file: await orUsage(name, () => openResultsFile(name, 'read')) });
    const [first, ...others] = files;
    if (!first) throw new UsageError('merge takes the results files of all shards');
    refuseMixed(files);
    const all: readonly [ResultsFile, ...ResultsFile[]] = [first.file, ...others.map(({ file }) => file)];
    const { json: isJson, reports, update, baseline } = command;
    const named = baseline === undefined ? {} : { baseline };
    return await closeRun({ files: all, isJson, reports, update, ...named }, context);
  } finally {
    for (const { file } of files) await file.close();
  }
}

interface NamedFile {
  readonly name: string;
  readonly file: ResultsFile;
}

function refuseMixed(files: readonly NamedFile[]): void {
  const [first, ...others] = files;
  if (!first) return;
  const { header } = first.file;
  for (const { name, file } of others) {
    const problem = differenceOf(header, file.header);
    if (problem !== undefined)
      throw new UsageError(`${printable(first.name)} and ${printable(name)} ${problem}`);
  }
  refuseHoles(files, header.shard?.of ?? 1);
  const seen = new Map<number, string>();
  for (const { name, file } of files) {
    for (const { plan } of file.plan) {
      const known = seen.get(plan);
      if (known !== undefined)
        throw new UsageError(`${printable(known)} and ${printable(name)} have the same pages`);
      seen.set(plan, name);
    }
  }
  if (seen.size !== header.looks)
    throw new UsageError(`${header.looks - seen.size} of ${header.looks} pages are in none of the files`);
}

function differenceOf(a: ResultsHeader, b: ResultsHeader): string | undefined {
  if (a.binding !== b.binding) return 'were made with different configurations or rules';
  if (a.list !== b.list || a.looks !== b.looks) return 'are of different lists of pages';
  if (JSON.stringify(a.run.failOn) !== JSON.stringify(b.run.failOn))
    return 'accept different numbers of leaks';
  if ((a.run.baseline === undefined) !== (b.run.baseline === undefined))
    return 'are not both compared with a baseline';
  if (a.shard?.of !== b.shard?.of) return 'are of different numbers of shards';
  return undefined;
}

function refuseHoles(files: readonly NamedFile[], of: number): void {
  const names = new Map<number, string>();
  for (const { name, file } of files) {
    const index = file.header.shard?.index ?? 1;
    const known = names.get(index);
    if (known !== undefined)
      throw new UsageError(`shard ${index}/${of} is there twice: ${printable(known)} and ${printable(name)}`);
    names.set(index, name);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !names.has(index));
  if (missing.length > 0)
    throw new UsageError(`shards are missing: ${missing.map((at) => `${at}/${of}`).join(', ')}`);
}
