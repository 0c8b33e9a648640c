import type { Numbering } from './numbering.ts';
import { allNumberings } from './numberings/allNumberings.ts';

/** Longer first words are looked up by so many letters; what follows is looked at by `Numbering.words` itself. */
const keyLength = 4;
const beyondLatin = /[\u0590-\uffff]/;
/** Latin, Greek and Cyrillic, the scripts of all words that are looked up; without `u` it is three times as fast. */
const letters = /[A-Za-z\u00aa-\u024f\u0250-\u02af\u0370-\u052f\u1e00-\u1fff]+/g;
const none: readonly Numbering[] = [];

interface Index {
  readonly byWord: ReadonlyMap<string, readonly Numbering[]>;
  readonly byStart: ReadonlyMap<string, readonly Numbering[]>;
  /** Words of scripts without spaces between words. */
  readonly unspaced: readonly (readonly [word: string, numbering: Numbering])[];
}
let index: Index | undefined;

function indexOf(numberings: readonly Numbering[]): Index {
  const byWord = new Map<string, Numbering[]>();
  const byStart = new Map<string, Numbering[]>();
  const unspaced: [string, Numbering][] = [];
  for (const numbering of numberings) {
    for (const word of numbering.words.toLowerCase().split(' ')) {
      const first = /^\p{L}+/u.exec(word)?.[0] ?? '';
      if (first === '') continue;
      if (!/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(first))
        unspaced.push([first, numbering]);
      else if (first.length >= keyLength) add(byStart, first.slice(0, keyLength), numbering);
      else if (/^[*[]/.test(word.slice(first.length))) add(byStart, first, numbering);
      else add(byWord, first, numbering);
    }
  }
  return { byWord, byStart, unspaced };
}

function add(known: Map<string, Numbering[]>, key: string, numbering: Numbering): void {
  const others = known.get(key);
  if (!others) known.set(key, [numbering]);
  else if (!others.includes(numbering)) others.push(numbering);
}

/** A word of a text that begins like one of the naming words of these numberings. */
export interface NamingWord {
  readonly start: number;
  readonly end: number;
  readonly numberings: readonly Numbering[];
}

/**
 * Words that may name numberings, in order of place. One look at each word instead of hundreds of patterns at each
 * character, and each word of a text is looked at once however many numbers stand near it.
 */
export function namingWords(text: string): readonly NamingWord[] {
  index ??= indexOf(allNumberings);
  const found: NamingWord[] = [];
  letters.lastIndex = 0;
  for (let match = letters.exec(text); match; match = letters.exec(text)) {
    const numberings = numberingsOf(match[0].toLowerCase(), index);
    if (numberings.length > 0)
      found.push({ start: match.index, end: match.index + match[0].length, numberings });
  }
  if (beyondLatin.test(text)) found.push(...unspacedWords(text, index));
  return found.sort((a, b) => a.start - b.start);
}

function numberingsOf(word: string, { byWord, byStart }: Index): readonly Numbering[] {
  let found = byWord.get(word) ?? none;
  for (let length = 1; length <= keyLength && length <= word.length; length += 1) {
    const more = byStart.get(word.slice(0, length));
    if (more) found = found.length === 0 ? more : [...found, ...more];
  }
  return found;
}

function unspacedWords(text: string, { unspaced }: Index): NamingWord[] {
  const found: NamingWord[] = [];
  for (const [word, numbering] of unspaced) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, numberings: [numbering] });
  }
  return found;
}
