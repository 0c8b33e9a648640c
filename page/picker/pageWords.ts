import type { WordOnPage } from '../../core/selectors/holdsPageData.ts';
import { domAccess, type QueryRoot, queryAll } from '../domAccess.ts';

/**
 * Attributes that hold content; whatever word stands in one is page data. What a page loads by itself is code: the
 * path of a style sheet or a script names the shop's software.
 */
const contentAttributes: Readonly<Record<string, string>> = {
  value: '[value]',
  title: '[title]',
  alt: '[alt]',
  'aria-label': '[aria-label]',
  placeholder: '[placeholder]',
  href: '[href]:not(link)',
  src: '[src]:not(script)',
  content: '[content]',
};

/** Their text is code. A class named in a style sheet is not page data by that. */
const codeSelector = 'script,style,noscript,template';

/** Elements between two looks at the clock. */
const elementsPerLook = 256;

/** A page of some hundred nodes is read in a fraction of this. */
const leastMilliseconds = 15;

/** Where nothing else has to be done in the same task. */
const usualMilliseconds = 25;

/** A shorter word stands inside others by chance: it counts only where it stands alone. */
const shortestInside = 5;

/** A long address is an image in itself (`data:`). */
const longestValue = 500;

export interface PageWordsOptions {
  readonly roots: readonly QueryRoot[];
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Absent: `usualMilliseconds` from the first question. */
  readonly deadline?: number;
}

/**
 * Answers whether a word stands in what the page shows or holds: text, values, labels, addresses. The text is
 * gathered once, at the first question, and thrown away with the answerer; it goes nowhere else.
 *
 * @returns an answerer that says yes to everything when the page could not be read in time: fails closed
 */
export function createWordLookup(options: PageWordsOptions): WordOnPage {
  let text: string | null | undefined;
  const answers = new Map<string, boolean>();
  return (word) => {
    if (text === undefined) text = gatherText(options);
    if (text === null) return true;
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = word.length < shortestInside ? standsAlone(text, word) : text.includes(word);
    answers.set(word, answer);
    return answer;
  };
}

/** What ran before the first question, on a cold start the compiling of all of it, is not taken off the reading. */
function deadlineOf({ now, deadline }: PageWordsOptions): number {
  const present = now();
  return Math.max(deadline ?? present + usualMilliseconds, present + leastMilliseconds);
}

function standsAlone(text: string, word: string): boolean {
  const isLetter = (at: number) => /\p{L}/u.test(text.charAt(at));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + word.length)) return true;
  return false;
}

/** Lower-case text of everything, or null when the time was up before the end. */
function gatherText(options: PageWordsOptions): string | null {
  const { roots, now } = options;
  const deadline = deadlineOf(options);
  const work = gatherPageText(roots);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() > deadline) return null;
  }
}

/** Lower-case text of everything that the page shows or holds, in steps: what one root shows, or so many elements. */
export function* gatherPageText(roots: readonly QueryRoot[]): Generator<void, string> {
  const pieces: string[] = [];
  for (const root of roots) {
    yield;
    gatherShown(root, pieces);
    yield;
    yield* gatherContent(root, pieces);
  }
  return pieces.join('\n').toLowerCase();
}

/** The text between one piece of code and the next: the browser joins it in a tenth of the time of a walk. */
function gatherShown(root: QueryRoot, pieces: string[]): void {
  const range = new Range();
  range.selectNodeContents(root);
  const { endContainer, endOffset } = range;
  for (const code of queryAll(root, codeSelector)) {
    range.setEndBefore(code);
    pieces.push(range.toString());
    range.setStartAfter(code);
  }
  range.setEnd(endContainer, endOffset);
  pieces.push(range.toString());
}

function* gatherContent(root: QueryRoot, pieces: string[]): Generator<void, void> {
  let looked = 0;
  const isPause = () => {
    looked += 1;
    return looked % elementsPerLook === 0;
  };
  for (const [name, selector] of Object.entries(contentAttributes)) {
    for (const element of queryAll(root, selector)) {
      if (isPause()) yield;
      const value = domAccess.getAttribute(element, name);
      if (value) pieces.push(value.slice(0, longestValue));
    }
  }
  for (const field of queryAll(root, 'input,textarea')) {
    if (isPause()) yield;
    pieces.push((field as HTMLInputElement).value);
  }
}
