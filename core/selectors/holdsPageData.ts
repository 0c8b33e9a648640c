import { fieldNameWords } from './fieldNameWords.ts';
import { interfaceWords } from './interfaceWords.ts';
import { addressWords, personNames } from './personalWords.ts';

/** Is this word (lower case) part of the page's text, of a value, a label, an address? Fails closed: true. */
export type WordOnPage = (word: string) => boolean;

/** As many digits make an order number, a house number with its postcode, a card. */
const digitsOfData = 3;

/** Shorter words are abbreviations (`cc`, `js`, `v`) and occur inside any text. */
const shortestWord = 3;

/** A name starting or ending in a person's name of this length holds it even when glued: `janedoe`. */
const gluedNameLength = 4;

/**
 * May this id, class or test id hold somebody's data? Suggested selectors are stored in an org's settings, so
 * the answer is yes whenever it cannot be told: characters that no developer writes, three or more digits, a
 * person's name, an address, or a word outside the interface vocabulary that also stands in the page.
 */
export function holdsPageData(name: string, wordOnPage: WordOnPage): boolean {
  if (!isPlainName(name)) return true;
  const words = wordsOf(name);
  const unknown = words.filter((word) => word.length >= shortestWord && !isInterfaceWord(word));
  // Beside `street` two glued words are a place all the same.
  const single = unknown.filter((word) => !isTwoInterfaceWords(word));
  const pieces = [...single, ...strangeRuns(name)].flatMap((word) => [word, ...remainders(word)]);
  if (pieces.some(isPersonName)) return true;
  const others = unknown.length > 0 || words.filter(isListedName).length > 1;
  if (others && words.some((word) => hasWord(personNames, word) || hasWord(addressWords, word))) return true;
  return pieces.some(wordOnPage);
}

/**
 * The same of an id or an attribute's value, which may hold what parts the steps of a field's path:
 * `address[street]`, `customer.lastName`, `billing:firstname`.
 */
export function valueHoldsPageData(value: string, wordOnPage: WordOnPage): boolean {
  return !/^[A-Za-z_][\w.:[\]$-]{0,62}$/.test(value) || holdsPageData(plainName(value), wordOnPage);
}

/** `address[street]` -> `address-street`. */
export function plainName(value: string): string {
  return value.replace(/[.:[\]$]+/g, '-').replace(/-$/, '');
}

/** Only letters, digits, `-` and `_`, at most two digits, at most 64 characters. Needs no escaping in CSS. */
export function isPlainName(name: string): boolean {
  if (!/^-?[A-Za-z_][\w-]{0,62}$/.test(name)) return false;
  return (name.match(/\d/g)?.length ?? 0) < digitsOfData;
}

/** `orderSummary__row--odd2` -> order, summary, row, odd. */
export function wordsOf(name: string): string[] {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** Words after a space each. In an object: bundlers copy a bare string to every place that names it. */
export interface WordList {
  readonly words: string;
}

/** Built at the first question about a list, never on import. */
const sets = new WeakMap<WordList, ReadonlySet<string>>();

export function hasWord(list: WordList, word: string): boolean {
  let known = sets.get(list);
  if (!known) {
    known = new Set(list.words.match(/\S+/g));
    sets.set(list, known);
  }
  return known.has(word);
}

/** Does this word, lower case, name a part of an interface, in English or as fields are named elsewhere? */
export function isInterfaceWord(word: string): boolean {
  if (isListed(word)) return true;
  return word.endsWith('s') && !hasWord(personNames, word) && isListed(word.slice(0, -1));
}

/** `productprice`: glued, and still nobody's name. */
function isTwoInterfaceWords(word: string): boolean {
  if (hasWord(personNames, word)) return false;
  for (let cut = gluedNameLength; cut <= word.length - gluedNameLength; cut += 1)
    if (isInterfaceWord(word.slice(0, cut)) && isInterfaceWord(word.slice(cut))) return true;
  return false;
}

function isListed(word: string): boolean {
  return hasWord(interfaceWords, word) || hasWord(fieldNameWords, word);
}

/** Runs of letters whose capitals do not part known words: `OLEGdoe` is read as one word too, not only as two. */
function strangeRuns(name: string): string[] {
  const runs = name.match(/[A-Za-z]+/g) ?? [];
  const isStrange = (run: string) =>
    wordsOf(run).some((word) => !isInterfaceWord(word) && !isTwoInterfaceWords(word));
  return runs.filter((run) => run.length >= shortestWord && isStrange(run)).map((run) => run.toLowerCase());
}

/** What is left of a glued word without the interface word it starts or ends with: `userzorblax` -> zorblax. */
function remainders(word: string): string[] {
  const found: string[] = [];
  for (let cut = shortestWord; cut <= word.length - shortestWord; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (isInterfaceWord(head) && !isInterfaceWord(tail)) found.push(tail);
    if (isInterfaceWord(tail) && !isInterfaceWord(head)) found.push(head);
  }
  return found;
}

function isListedName(word: string): boolean {
  return hasWord(personNames, word);
}

function isPersonName(word: string): boolean {
  if (isListedName(word)) return true;
  // `longname` is two words of interfaces, though one of them is a family's name too.
  const isName = (part: string, rest: string) =>
    isListedName(part) && !(isInterfaceWord(part) && isInterfaceWord(rest));
  for (let length = gluedNameLength; length <= word.length - 2; length += 1) {
    const [tail, cut] = [word.length - length, length];
    if (isName(word.slice(0, cut), word.slice(cut)) || isName(word.slice(tail), word.slice(0, tail)))
      return true;
  }
  return false;
}
