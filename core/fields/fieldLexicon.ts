import type { FieldClass } from './fieldFacts.ts';
import { tokeniseLabel } from './tokeniseLabel.ts';
import { wordLists } from './words/wordLists.ts';

export interface LexiconEntry {
  readonly class: FieldClass;
  readonly strong: boolean;
}

export interface FieldLexicon {
  /** By phrase, words separated by one space. */
  readonly phrases: ReadonlyMap<string, LexiconEntry>;
  /** First words of all phrases: most words of a label begin none. */
  readonly starts: ReadonlySet<string>;
  /** Phrases in scripts without spaces, longest first. */
  readonly unspaced: readonly (readonly [string, LexiconEntry])[];
  /** Strong phrases run together, by their first three letters: found inside longer words, longest first. */
  readonly glued: ReadonlyMap<string, readonly (readonly [string, LexiconEntry])[]>;
}

/** Shorter words occur inside others by chance ("age" in "page"). */
const minGlued = 5;
const unspacedScript =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;

let made: FieldLexicon | undefined;

/** The word lists as an index; made at the first call, because 3,000 phrases are not needed by every host. */
export function fieldLexicon(): FieldLexicon {
  made ??= makeLexicon();
  return made;
}

function makeLexicon(): FieldLexicon {
  const phrases = new Map<string, LexiconEntry>();
  for (const list of wordLists) {
    for (const [words, strong] of [
      [list.strong, true],
      [list.weak ?? '', false],
    ] as const) {
      for (const written of words.split('|')) {
        const phrase = tokeniseLabel(written);
        const known = phrases.get(phrase);
        if (phrase !== '' && (!known || (strong && !known.strong))) {
          phrases.set(phrase, { class: list.class, strong });
        }
      }
    }
  }
  const entries = [...phrases].sort(([a], [b]) => b.length - a.length);
  const unspaced = entries.filter(([phrase]) => unspacedScript.test(phrase));
  const glued = new Map<string, (readonly [string, LexiconEntry])[]>();
  for (const [phrase, entry] of entries) {
    const joined = phrase.replaceAll(' ', '');
    if (!entry.strong || joined.length < minGlued || unspacedScript.test(phrase)) continue;
    const start = joined.slice(0, 3);
    glued.set(start, [...(glued.get(start) ?? []), [joined, entry]]);
  }
  const starts = new Set([...phrases.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
  return { phrases, starts, unspaced, glued };
}
