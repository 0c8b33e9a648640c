import { readFile, stat } from 'node:fs/promises';
import { type PageSnapshot, snapshotLimits } from '../core/saved/pageSnapshot.ts';
import { readSnapshotFile, snapshotEnding } from '../core/saved/snapshotFile.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import type { Target } from './target.ts';

/** By its name, as the panel gives it: any other file is opened or parsed as a page. */
export function isSnapshotTarget({ file }: Target): boolean {
  return file?.toLowerCase().endsWith(snapshotEnding) === true;
}

/**
 * The saved page in a file that the panel exported.
 *
 * @throws PageNotLoaded when it is none, too large, or holds several pages
 */
export async function readSnapshotTarget({ file, given }: Target): Promise<PageSnapshot> {
  const path = file ?? given;
  if ((await stat(path)).size > snapshotLimits.total) throw new PageNotLoaded('the file is too large');
  const [page, ...others] = readSnapshotFile(await readFile(path, 'utf8'));
  if (!page) throw new PageNotLoaded('there is no page in the file');
  if (others.length > 0)
    throw new PageNotLoaded(
      `the file holds ${others.length + 1} pages: a command reads one; export them one by one`,
    );
  return page;
}
