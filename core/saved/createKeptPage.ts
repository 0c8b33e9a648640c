import type { Document, ParentNode } from 'domhandler';
import type { CaptureScan } from '../capture/captureScan.ts';
import { growSnapshotPage } from './growSnapshotPage.ts';
import type { PageSnapshot } from './pageSnapshot.ts';
import { readSavedSelector, type SelectorParts } from './savedSelector.ts';
import type { SavedRules } from './scanSavedPage.ts';
import { scanSnapshot } from './scanSnapshot.ts';
import { createSavedSelect, type Selected } from './selectSaved.ts';

/** On how many elements a selector is right for sure, and on how many nobody can tell. */
export interface MatchCount {
  readonly sure: number;
  readonly maybe: number;
}

/** A saved page that rules are run on again and again. */
export interface KeptPage {
  scan(rules: SavedRules): CaptureScan;
  /** Undefined: the selector is not valid. */
  count(selector: string, exceptions?: readonly string[]): MatchCount | undefined;
}

/** Selectors whose matches are kept: those of an org's rules, and the last ones that were typed. */
const maxSelectors = 300;

/** Grows the tree once, and remembers what each selector matches there: an edit changes one of them. */
export function createKeptPage(snapshot: PageSnapshot): KeptPage {
  const page = growSnapshotPage(snapshot);
  const selectNew = createSavedSelect(page);
  const roots: readonly Document[] = page.snapshot?.roots ?? [];
  const known = new Map<SelectorParts, Map<ParentNode, Selected>>();

  function select(parts: SelectorParts, root: ParentNode): Selected {
    if (known.size > maxSelectors) known.clear();
    const here = known.get(parts) ?? new Map<ParentNode, Selected>();
    known.set(parts, here);
    const selected = here.get(root) ?? selectNew(parts, root);
    here.set(root, selected);
    return selected;
  }

  function count(selector: string, exceptions: readonly string[] = []): MatchCount | undefined {
    const read = readSavedSelector(selector);
    if (read.kind === 'invalid') return undefined;
    let sure = 0;
    let maybe = 0;
    for (const root of roots) {
      const found = select(read.parts, root);
      const { spared, doubted } = exceptionsIn(root, exceptions);
      for (const element of found.sure) {
        if (spared.has(element)) continue;
        if (read.kind === 'exact' && !doubted.has(element)) sure += 1;
        else maybe += 1;
      }
      for (const element of found.maybe) if (!spared.has(element)) maybe += 1;
    }
    return { sure, maybe };
  }

  function exceptionsIn(root: ParentNode, exceptions: readonly string[]) {
    const spared = new Set<unknown>();
    const doubted = new Set<unknown>();
    for (const exception of exceptions) {
      const read = readSavedSelector(exception);
      // One that is invalid puts the whole rule in doubt, as it does in the simulation.
      if (read.kind === 'invalid') for (const element of everyElement(root)) doubted.add(element);
      else {
        const { sure, maybe } = select(read.parts, root);
        for (const element of sure) (read.kind === 'exact' ? spared : doubted).add(element);
        for (const element of maybe) doubted.add(element);
      }
    }
    return { spared, doubted };
  }

  function everyElement(root: ParentNode): readonly unknown[] {
    const all = readSavedSelector('*');
    return all.kind === 'invalid' ? [] : select(all.parts, root).sure;
  }

  return { scan: (rules) => scanSnapshot(snapshot, rules, { page, select }), count };
}
