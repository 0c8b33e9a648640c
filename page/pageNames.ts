import type { WordOnPage } from '../core/selectors/holdsPageData.ts';
import { offeredName } from '../core/selectors/offeredName.ts';
import { longestName, mostNames, type PageName, pageNameKinds } from '../core/selectors/pageName.ts';
import { stableAttributes } from '../core/selectors/stableAttributes.ts';
import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';
import { gatherPageText } from './picker/pageWords.ts';

export interface PageNames {
  readonly names: readonly PageName[];
  /** False: the page has more names than are looked at or told. */
  readonly isComplete: boolean;
}

const elementsPerSlice = 200;
/** Each of a name's words is looked for in the page's whole text: on a page of a megabyte that takes milliseconds. */
const namesPerSlice = 2;
/** Names that are judged, the most frequent first. */
const mostJudged = 4000;
/** Different names that are counted; a page that makes one for each element is not followed further. */
const mostCounted = 20_000;
const mostOfOneElement = 40;

/**
 * The classes, ids, attributes, stable values and tags of a page, for completion. Names that may be somebody's data
 * stay in the page. Reads and writes nothing else, in slices.
 */
export function* pageNames(roots: readonly QueryRoot[]): Generator<number, PageNames> {
  const tally = createTally();
  let done = 0;
  for (const root of roots) {
    for (const element of queryAll(root, '*')) {
      countNames(element, tally);
      done += 1;
      if (done % elementsPerSlice === 0) yield done;
    }
  }
  const text = yield* inSlices(gatherPageText(roots));
  return yield* choose(tally, createLookup(text));
}

function* inSlices<T>(work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield 0;
  }
}

function createLookup(text: string): WordOnPage {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word) ?? text.includes(word);
    answers.set(word, known);
    return known;
  };
}

type Counted = { -readonly [K in keyof PageName]: PageName[K] };

interface Tally {
  readonly counted: Map<string, Counted>;
  add(kind: PageName['kind'], name: string, of?: string): void;
  isFull(): boolean;
}

function createTally(): Tally {
  const counted = new Map<string, Counted>();
  let full = false;
  return {
    counted,
    add(kind, name, of) {
      if (name === '' || name.length > longestName) return;
      const key = `${kind} ${of ?? ''} ${name}`;
      const known = counted.get(key);
      if (known) known.count += 1;
      else if (counted.size >= mostCounted) full = true;
      else counted.set(key, { kind, name, count: 1, ...(of === undefined ? undefined : { of }) });
    },
    isFull: () => full,
  };
}

function countNames(element: Element, tally: Tally): void {
  tally.add('tag', domAccess.localName(element));
  for (const name of domAccess.attributeNames(element).slice(0, mostOfOneElement)) {
    if (name === 'class') {
      const classes = (domAccess.getAttribute(element, 'class') ?? '').slice(0, 4096).split(/[\t\n\f\r ]+/);
      for (const one of new Set(classes.slice(0, mostOfOneElement))) tally.add('class', one);
      continue;
    }
    const value = stableAttributes.has(name) || name === 'id' ? domAccess.getAttribute(element, name) : null;
    if (name === 'id') tally.add('id', value ?? '');
    else tally.add('attribute', name);
    if (name !== 'id' && value !== null) tally.add('value', value, name);
  }
}

function* choose(tally: Tally, wordOnPage: WordOnPage): Generator<number, PageNames> {
  const left = new Map(pageNameKinds.map((kind) => [kind, mostNames[kind]]));
  const names: PageName[] = [];
  let isComplete = !tally.isFull();
  let looked = 0;
  for (const name of [...tally.counted.values()].sort((a, b) => b.count - a.count)) {
    const room = left.get(name.kind) ?? 0;
    if (room === 0 || looked >= mostJudged) {
      isComplete = false;
      continue;
    }
    looked += 1;
    if (looked % namesPerSlice === 0) yield looked;
    if (!offeredName(name, wordOnPage)) continue;
    names.push(name);
    left.set(name.kind, room - 1);
  }
  return { names, isComplete };
}
