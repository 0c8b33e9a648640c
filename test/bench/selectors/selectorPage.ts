// In the page: every generator makes its selector for one element, and all are tried again after each redeploy.
import { createNodeIds } from '../../../page/nodeIds.ts';
import { suggestForElement } from '../../../page/picker/suggestForElement.ts';
import { suggestForElements } from '../../../page/picker/suggestForElements.ts';
import { type BuiltPage, buildPage } from './buildPage.ts';
import { devtoolsPath } from './devtoolsPath.ts';
import { redeploy } from './redeploy.ts';
import type { SelectorTarget } from './selectorTargets.ts';

export interface MadeSelector {
  readonly by: string;
  /** '' when it gave none. */
  readonly selector: string;
  /** Takes what it should, and nothing else, on the page as it is. */
  readonly isRight: boolean;
  readonly milliseconds: number;
  /** What ours says of how long it will hold, 0 to 1. */
  readonly stability?: number;
  /** Ours only: examples that were clicked, where the set was not on the slider. */
  readonly clicks?: number;
}

interface Wanted {
  readonly target: Element;
  readonly expected: ReadonlySet<Element>;
}

type OwnSelector = Pick<MadeSelector, 'selector' | 'stability' | 'milliseconds' | 'clicks'>;
type MakeSelector = (wanted: Wanted) => string | OwnSelector;

/** Installed beside the project and bundled apart (`scripts/installPeers.ts`). */
interface Peers {
  finder(element: Element): string;
  getCssSelector(elements: Element | readonly Element[], options?: object): string;
  select(elements: Element | readonly Element[]): string;
}

let wanted: readonly (Wanted | null)[] = [];
let built: BuiltPage | undefined;

/** @returns the build tool of this page, and how many elements each row's target finds */
export function prepare(page: string, rows: readonly SelectorTarget[]) {
  wanted = rows.map(({ target, matches }) => {
    const found = [...document.querySelectorAll(target)];
    const [first] = found;
    return first ? { target: first, expected: new Set(matches === 'one' ? [first] : found) } : null;
  });
  // The labels of the data are no help to anybody.
  for (const element of document.querySelectorAll('[data-field]')) element.removeAttribute('data-field');
  built = buildPage(document, page);
  return { tool: built.tool, counts: wanted.map((one) => one?.expected.size ?? 0) };
}

/** Without these, which its own manual names for pages of many classes, one element in ten takes minutes. */
const limits = { maxCombinations: 100, maxCandidates: 100 };

export const generators: Readonly<Record<string, MakeSelector>> = {
  scrim: ({ target, expected }) => {
    const { result: ranked, took } = fastestOf(runsOfOurs, () =>
      suggestForElement({
        element: target,
        roots: [document],
        idOf: createNodeIds().idOf,
        now: () => performance.now(),
      }),
    );
    const onSlider = ranked.find(({ selector }) => takes(document, selector, expected));
    const clicked = onSlider || expected.size < 2 ? undefined : byExamples([...expected]);
    const chosen = onSlider ?? clicked?.chosen ?? ranked[0];
    return chosen
      ? {
          ...(clicked?.chosen ? { clicks: clicked.clicks } : {}),
          selector: chosen.selector,
          stability: chosen.stability,
          milliseconds: took,
        }
      : { selector: '', milliseconds: took };
  },
  '@medv/finder': ({ target }) => peers().finder(target),
  'css-selector-generator': ({ target, expected }) =>
    peers().getCssSelector(expected.size > 1 ? [...expected] : target, limits),
  'optimal-select': ({ target, expected }) => peers().select(expected.size > 1 ? [...expected] : target),
  'copy selector': ({ target }) => devtoolsPath(target),
};

/** Ours stops when its time is over: on a machine that does other things it would be those that are measured. */
const runsOfOurs = 3;

function fastestOf<T>(runs: number, run: () => T): { readonly result: T; readonly took: number } {
  const timed = Array.from({ length: runs }, () => {
    const begun = performance.now();
    const result = run();
    return { result, took: performance.now() - begun };
  });
  return timed.reduce((best, one) => (one.took < best.took ? one : best));
}

/** A person goes on with examples for so long. */
const mostClicks = 6;

/**
 * What a person does when the set is not on the slider: clicks the first and the last of what is meant, then whatever
 * the offered selector leaves out or takes too much, one by one.
 */
function byExamples(expected: readonly Element[]) {
  const included = [expected[0], expected.at(-1)].filter((one) => one !== undefined);
  const excluded: Element[] = [];
  while (included.length + excluded.length <= mostClicks) {
    const { candidates, closest } = suggestForElements({
      included,
      excluded,
      roots: [document],
      idOf: createNodeIds().idOf,
      now: () => performance.now(),
    });
    const clicks = included.length + excluded.length;
    const chosen = candidates.find(({ selector }) => takes(document, selector, new Set(expected)));
    if (chosen) return { chosen, clicks };
    const offered = candidates[0]?.selector ?? closest?.selector;
    if (offered === undefined) return undefined;
    const found = [...document.querySelectorAll(offered)];
    const missed = expected.find((one) => !found.includes(one));
    const wrong = found.find((one) => !expected.includes(one));
    if (missed) included.push(missed);
    else if (wrong) excluded.push(wrong);
    else return undefined;
  }
  return undefined;
}

export function make(row: number, by: string): MadeSelector {
  const chosen = chosenAt(row);
  const begun = performance.now();
  let answer: ReturnType<MakeSelector> = '';
  try {
    answer = generators[by]?.(chosen) ?? '';
  } catch (error) {
    // A generator that gives up has no selector; the table counts it.
    if (!(error instanceof Error)) throw error;
  }
  const milliseconds = performance.now() - begun;
  const made = typeof answer === 'string' ? { selector: answer, milliseconds } : answer;
  return { by, isRight: takes(document, made.selector, chosen.expected), ...made };
}

/** On a copy of the page. @returns whether each selector takes the same elements as before */
export function survive(row: number, selectors: readonly string[], seed: number): readonly boolean[] {
  const { target, expected } = chosenAt(row);
  if (!built) throw new Error('the page was not prepared');
  const copy = document.cloneNode(true) as Document;
  const copies = [...copy.querySelectorAll('*')];
  const copyOf = new Map([...document.querySelectorAll('*')].map((one, index) => [one, copies[index]]));
  const wantedOnCopy = new Set(
    [...expected].map((one) => copyOf.get(one)).filter((one) => one !== undefined),
  );
  const targetOnCopy = copyOf.get(target);
  if (!targetOnCopy || wantedOnCopy.size !== expected.size) throw new Error('the copy differs');
  redeploy(copy, { built, target: targetOnCopy, seed });
  return selectors.map((selector) => takes(copy, selector, wantedOnCopy));
}

function chosenAt(row: number): Wanted {
  const one = wanted[row];
  if (!one) throw new Error('nothing was chosen');
  return one;
}

function peers(): Peers {
  return (globalThis as unknown as { selectorPeers: Peers }).selectorPeers;
}

function takes(document: Document, selector: string, expected: ReadonlySet<Element>): boolean {
  if (selector === '') return false;
  try {
    const found = document.querySelectorAll(selector);
    return found.length === expected.size && [...found].every((element) => expected.has(element));
  } catch (error) {
    // Not a selector.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
