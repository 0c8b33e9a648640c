import type { PageSnapshot } from './pageSnapshot.ts';
import { snapshotLimits } from './pageSnapshot.ts';
import { readSnapshot } from './readSnapshot.ts';
import { fieldsOf, listAt, SnapshotError } from './snapshotShape.ts';

/** Ending of a file of saved pages: the command knows it by this. */
export const snapshotEnding = '.scrim-page.json';

/** One page as it is, several as a list: what `readSnapshotFile` reads. */
export function writeSnapshotFile(pages: readonly PageSnapshot[]): string {
  const [first] = pages;
  const content = pages.length === 1 ? first : { format: 'scrim-pages', version: 1, pages };
  return `${JSON.stringify(content)}\n`;
}

/**
 * The pages of a file, whoever wrote it.
 *
 * @throws SnapshotError when it is no JSON, not of the shape, or beyond the limits
 */
export function readSnapshotFile(text: string): readonly PageSnapshot[] {
  if (text.length > snapshotLimits.total) throw new SnapshotError('the file is too large');
  const content = parse(text);
  const given = fieldsOf(content, 'the file');
  if (given.format === 'scrim-page') return [readSnapshot(content)];
  if (given.format !== 'scrim-pages') throw new SnapshotError('not a saved page of Scrim');
  if (given.version !== 1) throw new SnapshotError('made by another version of Scrim');
  return listAt(given.pages, 'pages', snapshotLimits.pages).map(readSnapshot);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new SnapshotError('the file is not JSON');
    throw error;
  }
}
