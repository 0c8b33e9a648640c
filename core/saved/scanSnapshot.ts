import type { CaptureScan } from '../capture/captureScan.ts';
import { growSnapshotPage } from './growSnapshotPage.ts';
import type { PageSnapshot } from './pageSnapshot.ts';
import type { SavedPage } from './savedPage.ts';
import { type SavedRules, scanParsedPage } from './scanSavedPage.ts';
import type { SelectSaved } from './selectSaved.ts';

/**
 * The same simulation as on a live page, over a page that was kept. Its values are gone and only what detectors found in
 * them is known, so that it always has something uninspected: no verdict on it is ever green.
 *
 * @param grown the page as a tree, where it was made before, and what runs selectors on it
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function scanSnapshot(
  snapshot: PageSnapshot,
  rules: SavedRules,
  grown: { readonly page: SavedPage; readonly select?: SelectSaved } = { page: growSnapshotPage(snapshot) },
): CaptureScan {
  const { page, select } = grown;
  const scan = scanParsedPage(page, rules, select === undefined ? {} : { select });
  return {
    ...scan,
    lang: snapshot.lang,
    savedValues: snapshot.values,
    uninspected: [...scan.uninspected, { kind: 'partial', path: '', reason: 'values-redacted' }],
  };
}
