import type { WordOnPage } from '../../core/selectors/holdsPageData.ts';
import { domAccess, type QueryRoot, queryAll } from '../domAccess.ts';

/** Attributes that hold content; whatever word stands in one is page data. */
const contentAttributes = ['value', 'title', 'alt', 'aria-label', 'placeholder', 'href', 'src', 'content'];
const contentSelector = [...contentAttributes.map((name) => `[${name}]`), 'input', 'textarea'].join(',');

/** Their text is code. A class named in a style sheet is not page data by that. */
const codeTags = ['script', 'style', 'noscript', 'template'];

/** Nodes between two looks at the clock. */
const nodesPerLook = 256;

export interface PageWordsOptions {
  readonly roots: readonly QueryRoot[];
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  readonly deadline: number;
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
    const answer = text.includes(word);
    answers.set(word, answer);
    return answer;
  };
}

/** Lower-case text of everything, or null when the time was up before the end. */
function gatherText({ roots, now, deadline }: PageWordsOptions): string | null {
  const work = gatherPageText(roots);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() > deadline) return null;
  }
}

/** Lower-case text of everything that the page shows or holds, in steps of at most `nodesPerLook` nodes. */
export function* gatherPageText(roots: readonly QueryRoot[]): Generator<void, string> {
  const pieces: string[] = [];
  for (const root of roots) {
    yield* gatherTextNodes(root, pieces);
    yield* gatherContent(root, pieces);
  }
  return pieces.join('\n').toLowerCase();
}

function* gatherTextNodes(root: QueryRoot, pieces: string[]): Generator<void, void> {
  const document = domAccess.nodeType(root) === 9 ? (root as Document) : domAccess.ownerDocument(root);
  if (!document) return;
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  let nodes = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes += 1;
    if (nodes % nodesPerLook === 0) yield;
    const parent = domAccess.parentNode(node);
    if (parent && domAccess.isElement(parent) && codeTags.includes(domAccess.localName(parent))) continue;
    pieces.push(domAccess.data(node as CharacterData));
  }
}

function* gatherContent(root: QueryRoot, pieces: string[]): Generator<void, void> {
  let elements = 0;
  for (const element of queryAll(root, contentSelector)) {
    elements += 1;
    if (elements % nodesPerLook === 0) yield;
    for (const name of contentAttributes) {
      const value = domAccess.getAttribute(element, name);
      // A long address is an image in itself (`data:`).
      if (value) pieces.push(value.slice(0, 500));
    }
    const tag = domAccess.localName(element);
    if (tag === 'input' || tag === 'textarea') pieces.push((element as HTMLInputElement).value);
  }
}
