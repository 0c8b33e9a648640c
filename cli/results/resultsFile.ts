// The results file of a run on the disk: made, gone on with, and read by offset, so that no more than one page is held.
import { type FileHandle, open } from 'node:fs/promises';
import {
  ResultsError,
  readPlanLine,
  readResultLine,
  readResultsHeader,
} from '../../core/check/readResultsLine.ts';
import type { PlanLine, ResultsHeader } from '../../core/check/resultsFile.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { linesOf } from './linesOf.ts';

export interface ResultsFile {
  readonly header: ResultsHeader;
  readonly plan: readonly PlanLine[];
  /** Whether a look was taken, by its number. */
  isTaken(at: number): boolean;
  /** Adds what was found out in one look. Calls may overlap: lines are written one after the other. */
  add(at: number, reports: readonly PageReport[]): Promise<void>;
  /** @throws ResultsError when the look was not taken, or its line cannot be read */
  read(at: number): Promise<readonly PageReport[]>;
  close(): Promise<void>;
}

/** Where the line of a look stands, in bytes. */
interface Extent {
  readonly start: number;
  readonly length: number;
}

/** The disk is made sure of at most so often: a machine that loses its power loses the pages of one second. */
const syncEvery = 1000;

/** Made anew: header and plan are on the disk when this returns. Only its owner may read it. */
export async function createResultsFile(
  path: string,
  header: ResultsHeader,
  plan: readonly PlanLine[],
): Promise<ResultsFile> {
  const handle = await open(path, 'wx+', 0o600);
  const head = [header, ...plan].map((line) => `${JSON.stringify(line)}\n`).join('');
  await handle.appendFile(head);
  await handle.datasync();
  return resultsFileOf(handle, { header, plan, extents: new Map(), size: Buffer.byteLength(head) });
}

/**
 * One that is there. A last line that was cut off is taken away: its look was not taken.
 *
 * @param mode `go-on`: it will be added to; `read`: it is left as it is
 * @throws ResultsError when it is none
 */
export async function openResultsFile(path: string, mode: 'go-on' | 'read'): Promise<ResultsFile> {
  const handle = await open(path, mode === 'read' ? 'r' : 'r+');
  try {
    const found = await indexOf(handle);
    if (mode === 'go-on') await handle.truncate(found.size);
    return resultsFileOf(handle, found);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface Indexed {
  readonly header: ResultsHeader;
  readonly plan: readonly PlanLine[];
  readonly extents: Map<number, Extent>;
  /** Up to the end of the last whole line. */
  readonly size: number;
}

const isPlan = /^\{"plan":/;
const isResult = /^\{"at":(\d{1,8}),"reports":/;

async function indexOf(handle: FileHandle): Promise<Indexed> {
  let header: ResultsHeader | undefined;
  const plan: PlanLine[] = [];
  const extents = new Map<number, Extent>();
  let size = 0;
  for await (const { start, length, text } of linesOf(handle)) {
    size = start + length + 1;
    if (!header) {
      header = readResultsHeader(text());
      continue;
    }
    const line = text();
    const [, at] = isResult.exec(line) ?? [];
    if (at !== undefined) extents.set(Number(at), { start, length });
    else if (isPlan.test(line)) plan.push(readPlanLine(line));
    else throw new ResultsError(`the line at byte ${start} is none of a results file`);
  }
  if (!header) throw new ResultsError('it has no header');
  const planned = new Set(plan.map((look) => look.plan));
  for (const at of extents.keys())
    if (!planned.has(at)) throw new ResultsError(`there is a result of look ${at}, which nobody planned`);
  return { header, plan, extents, size };
}

function resultsFileOf(handle: FileHandle, { header, plan, extents, size: begun }: Indexed): ResultsFile {
  let size = begun;
  let last = Promise.resolve();
  let synced = performance.now();

  async function append(at: number, reports: readonly PageReport[]): Promise<void> {
    const line = Buffer.from(`${JSON.stringify({ at, reports })}\n`);
    for (let done = 0; done < line.length; ) {
      const { bytesWritten } = await handle.write(line, done, line.length - done, size + done);
      done += bytesWritten;
    }
    extents.set(at, { start: size, length: line.length - 1 });
    size += line.length;
    if (performance.now() - synced < syncEvery) return;
    await handle.datasync();
    synced = performance.now();
  }

  return {
    header,
    plan,
    isTaken: (at) => extents.has(at),
    add(at, reports) {
      const mine = last.then(() => append(at, reports));
      // The next line does not wait for a reason that its own caller is told.
      last = mine.catch(() => undefined);
      return mine;
    },
    async read(at) {
      const extent = extents.get(at);
      if (!extent) throw new ResultsError(`look ${at} is not in it`);
      const bytes = Buffer.alloc(extent.length);
      await handle.read(bytes, 0, extent.length, extent.start);
      const line = readResultLine(bytes.toString('utf8'));
      if (line.at !== at) throw new ResultsError(`look ${at} is not where it was`);
      return line.reports;
    },
    async close() {
      await last;
      await handle.close();
    },
  };
}
