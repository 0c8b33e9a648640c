import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from './usageError.ts';

export interface Target {
  /** As given on the command line; reports name the page by it. */
  readonly given: string;
  readonly url: string;
  /** Path of a local file. */
  readonly file?: string;
}

/**
 * @param browser false: it is to be read without one
 * @throws UsageError when it is neither a URL that can be opened nor a file that exists
 */
export function parseTarget(given: string, browser: boolean): Target {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new UsageError(`"${given}" is not a URL`);
    if (!browser) throw new UsageError('--no-browser takes files: a URL cannot be read without a browser');
    return { given, url: new URL(given).href };
  }
  const { file, rest } = fileOf(given);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UsageError(`"${given}" is neither an http(s) URL nor a file that exists`);
  }
  return { given, url: pathToFileURL(file).href + rest, file };
}

/** Of a `file:` address what follows the path is the page's own business: its scripts may read it. */
function fileOf(given: string): { readonly file: string; readonly rest: string } {
  if (!/^file:/i.test(given) || !URL.canParse(given)) return { file: resolve(given), rest: '' };
  const url = new URL(given);
  try {
    return { file: fileURLToPath(url), rest: url.search + url.hash };
  } catch (error) {
    throw new UsageError(`"${given}": ${error instanceof Error ? error.message : String(error)}`);
  }
}
