import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CheckRun } from '../../core/report/checkRun.ts';
import { reportWriterById, reportWriters } from '../../core/report/registry.ts';
import type { PageSource, ReportWords, ReportWriter } from '../../core/report/reportWriter.ts';
import type { RequestedReport } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { UsageError } from '../usageError.ts';

/** @throws UsageError for a form that is not known, before anything is looked at */
export function reportWriterOf(id: string): ReportWriter {
  const writer = reportWriterById(id);
  if (writer) return writer;
  const known = reportWriters.map((one) => one.id).join(', ');
  throw new UsageError(`there is no form of report "${printable(id)}"; there are: ${known}`);
}

/** Every report that is asked for, piece by piece: a file is there in whole or not at all. */
export async function writeReports(
  reports: readonly RequestedReport[],
  run: CheckRun,
  pages: PageSource,
  words: ReportWords,
): Promise<void> {
  for (const { id, file } of reports) {
    const writer = reportWriterOf(id);
    await mkdir(dirname(file), { recursive: true });
    const unfinished = `${file}.part`;
    const handle = await open(unfinished, 'w');
    try {
      for await (const piece of writer.write(run, pages, words)) await handle.appendFile(piece);
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  }
}
