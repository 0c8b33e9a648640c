import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './usageError.ts';

export interface Target {
  /** As given on the command line; reports name the page by it. */
  readonly given: string;
  readonly url: string;
  /** Path of a local file. */
  readonly file?: string;
}

/** @throws UsageError when it is neither a URL that can be opened nor a file that exists */
export function parseTarget(given: string): Target {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new UsageError(`"${given}" is not a URL`);
    return { given, url: new URL(given).href };
  }
  const file =
    given.startsWith('file:') && URL.canParse(given)
      ? decodeURIComponent(new URL(given).pathname)
      : resolve(given);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UsageError(`"${given}" is neither an http(s) URL nor a file that exists`);
  }
  return { given, url: pathToFileURL(file).href, file };
}
