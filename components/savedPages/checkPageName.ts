import { createTextScanner } from '../../core/findings/createTextScanner.ts';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import { SavedPagesError } from '../../core/saved/savedPageStorage.ts';

/**
 * A person's name for a page: it is stored and exported, so that nothing may be in it that a detector finds.
 *
 * @returns the name without white space around it
 * @throws SavedPagesError when it is empty, too long, or holds something sensitive
 */
export function checkPageName(written: string): string {
  const name = written.trim().replace(/\s+/g, ' ');
  if (name === '' || name.length > snapshotLimits.name) throw new SavedPagesError('name');
  if (createTextScanner()(name, { inPage: true }).length > 0) throw new SavedPagesError('name');
  return name;
}
