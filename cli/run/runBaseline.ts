import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type BaselineOptions, compareBaseline } from '../../core/check/baseline/compareBaseline.ts';
import type { LockFile } from '../../core/check/baseline/lockFile.ts';
import { homeOf } from '../../core/check/baseline/pageKey.ts';
import { readLockFile } from '../../core/check/baseline/readLockFile.ts';
import { updateBaseline } from '../../core/check/baseline/updateBaseline.ts';
import { writeLockFile } from '../../core/check/baseline/writeLockFile.ts';
import type { RunFacts } from '../../core/check/resultsFile.ts';
import { checkTerms } from '../../core/leakSettings/checkAcceptance.ts';
import { DefinitionError } from '../../core/leakSettings/definitionError.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type { PageSource } from '../../core/report/reportWriter.ts';
import { WireError } from '../../core/settings/wireError.ts';
import type { BaselineChange } from '../parseCheck.ts';
import { printable } from '../printable.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';

/** A run's baseline as it stands on the disk. */
export interface RunBaseline {
  readonly file: string;
  /** Absent: it is not there yet. */
  readonly lock?: LockFile;
  readonly options: BaselineOptions;
}

const usualFile = 'scrim.lock.json';

/**
 * Where the baseline of a run is, from the folder at hand.
 *
 * @param configured `false`: there is none
 * @returns undefined: the run is compared with none
 * @throws UsageError when one is named and not there
 */
export function baselineFile(
  given: string | undefined,
  configured: string | false | undefined,
  { folder, isUpdated }: { readonly folder: string; readonly isUpdated: boolean },
): string | undefined {
  if (given === undefined && configured === false) return undefined;
  const named = given ?? (typeof configured === 'string' ? resolve(folder, configured) : undefined);
  const file = named ?? resolve(folder, usualFile);
  if (existsSync(file) || isUpdated) return relative(process.cwd(), file);
  if (named === undefined) return undefined;
  throw new UsageError(`there is no baseline ${printable(named)}: make one with --update`);
}

/** @throws UsageError when it cannot be read, or is of another recorder */
export async function openBaseline(
  { baseline: file, today, isPart = false, profile }: RunFacts,
  pages: Iterable<string>,
): Promise<RunBaseline | undefined> {
  if (file === undefined) return undefined;
  const options = { today, isPart, home: homeOf(pages) };
  if (!existsSync(file)) return { file, options };
  const lock = lockIn(file, await readJsonFile(file));
  if (lock.recorder !== profile)
    throw new UsageError(`${file} is the baseline of ${printable(lock.recorder)}, and ${profile} is played`);
  return { file, lock, options };
}

function lockIn(file: string, json: unknown): LockFile {
  try {
    return readLockFile(json);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new UsageError(`${file}: ${printable(error.message)}`);
  }
}

/** The pages with what the baseline accepts taken out of their leaks; each time anew. */
export function pagesAgainst({ lock, options }: RunBaseline, pages: PageSource): PageSource {
  if (!lock) return pages;
  return async function* () {
    const comparison = compareBaseline(lock, options);
    for await (const page of pages()) yield comparison.take(page);
  };
}

/** @throws UsageError when what is to be accepted has no reason or no day */
export function checkChange({ accept }: BaselineChange, today: string, t: Translate): void {
  if (!accept) return;
  try {
    checkTerms(accept, today);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new UsageError(`--accept: ${printable(t(`leakSettings.${error.code}`, error.params))}`);
  }
}

/** Writes the baseline of a run; the old one is there until the new one is whole. */
export async function writeBaseline(
  { file, lock, options }: RunBaseline,
  { accept }: BaselineChange,
  recorder: string,
  pages: PageSource,
): Promise<void> {
  const update = updateBaseline(lock, { ...options, recorder, ...(accept ? { accept } : {}) });
  for await (const page of pages()) update.take(page);
  await writeFile(`${file}.part`, writeLockFile(update.lock()));
  await rename(`${file}.part`, file);
}
