import { hasWord, holdsPageData, type WordOnPage } from '../selectors/holdsPageData.ts';
import { interfaceWords } from '../selectors/interfaceWords.ts';
import { nameKind } from '../selectors/nameKind.ts';
import { addressWords, personNames } from '../selectors/personalWords.ts';

/** Stands in a shape for letters or digits that were not kept. */
export const dot = '•';

/** A longer name is one dot. */
const longestName = 120;
/** As many digits make an order number or a card. */
const digitsOfData = 3;
/** Shorter runs of letters are abbreviations (`md`, `cc`). */
const shortestWord = 3;

/**
 * The shape of a name: words of the interface vocabulary, one or two digits and punctuation as they are, everything else a
 * dot. `user-zorblax` is `user-•`, `order-123456` is `order-•`. It depends on the name alone, so that a selector's name
 * can only be a hidden one if both have the same shape.
 */
export function nameShape(name: string): string {
  if (name.length > longestName) return dot;
  const digits = name.match(/\d/g)?.length ?? 0;
  const manyDigits = digits >= digitsOfData;
  const shape = name.replace(/[A-Za-z]{1,120}|\d{1,120}|[^\x21-\x7e]{1,120}/g, (run) => {
    if (/^\d/.test(run)) return manyDigits ? dot : run;
    return /^[A-Za-z]/.test(run) ? lettersOf(run, digits > 0) : dot;
  });
  return shape.replace(/•{2,120}/g, dot);
}

/** `orderZorblax`: the words that capitals part, each by itself. */
function lettersOf(run: string, hasNumber: boolean): string {
  return run.replace(/[A-Z]{1,120}(?![a-z])|[A-Z]?[a-z]{1,120}/g, (word) =>
    isInterfaceWord(word, hasNumber) ? word : dot,
  );
}

/** A street beside a number is somebody's. */
function isInterfaceWord(word: string, hasNumber: boolean): boolean {
  const plain = word.toLowerCase();
  if (plain.length < shortestWord) return true;
  return (
    hasWord(interfaceWords, plain) &&
    !hasWord(personNames, plain) &&
    !(hasNumber && hasWord(addressWords, plain))
  );
}

export function isHiddenShape(shape: string): boolean {
  return shape.includes(dot);
}

/** What is kept of the names of one page; the same name stands on thousands of its elements. */
export interface NameKeeper {
  /** A name that a developer chose: itself unless it may be data of this page, else its shape. */
  named(name: string): string;
  /** Anybody's words: the shape of it. */
  strict(name: string): string;
}

/** @param wordOnPage whether a word stands in what the page shows */
export function createNameKeeper(wordOnPage: WordOnPage): NameKeeper {
  return { named: remembered((name) => keptName(name, wordOnPage)), strict: remembered(nameShape) };
}

function keptName(name: string, wordOnPage: WordOnPage): string {
  // A recorder's own hook (`fs-mask`) decides what is recorded; no page makes one up.
  const onPage = nameKind(name) === 'recorder' ? () => false : wordOnPage;
  return holdsPageData(name, onPage) ? nameShape(name) : name;
}

function remembered(shapeOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const shape = known.get(name) ?? shapeOf(name);
    known.set(name, shape);
    return shape;
  };
}
