import type { Numbering } from './numbering.ts';
import { allNumberings } from './numberings/allNumberings.ts';

/** Longer first words are looked up by so many letters; what follows is looked at by `Numbering.words` itself. */
const keyLength = 4;
const beyondLatin = /[\u0590-\uffff]/;
const letters = /\p{L}+/gu;

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

/**
 * Numberings that a text may name: a word in it begins like one of theirs. One look at each word instead of hundreds of
 * patterns at each character.
 */
export function namedNumberings(text: string): ReadonlySet<Numbering> {
  index ??= indexOf(allNumberings);
  const { byWord, byStart, unspaced } = index;
  const found = new Set<Numbering>();
  const take = (numberings: readonly Numbering[] | undefined) => {
    for (const numbering of numberings ?? []) found.add(numbering);
  };
  for (const [word] of text.matchAll(letters)) {
    const lower = word.toLowerCase();
    take(byWord.get(lower));
    for (let length = 1; length <= keyLength; length += 1) take(byStart.get(lower.slice(0, length)));
  }
  if (beyondLatin.test(text))
    for (const [word, numbering] of unspaced) if (text.includes(word)) found.add(numbering);
  return found;
}
