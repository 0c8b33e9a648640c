import type { DetectContext } from './detector.ts';
import { type NamingWord, namingWords } from './namingWords.ts';
import type { Numbering } from './numbering.ts';

/** Digits with what people put between them. */
export interface NumberSpot {
  readonly start: number;
  readonly end: number;
  /** What a word near it, or what is known of the text, may name. Not empty. */
  readonly named: readonly Numbering[];
}

interface Spots {
  readonly text: string;
  readonly spots: readonly NumberSpot[];
  /** Tokens in capitals that are long enough for a form that tells by itself: offset and token. */
  readonly tokens: readonly (readonly [start: number, token: string])[];
}

const digits = /\d(?:[ ./-]?[A-Za-z]{0,4}[ ./-]?\d){1,30}/g;
const capitals = /(?<![A-Za-z\d])[A-Z\d]{2}[A-Z\d./-]{9,16}(?![A-Za-z\d])/g;
const twoDigits = /\d.*\d/;
/** How far from a number a word may name it. */
export const wordsBefore = 48;
export const wordsAfter = 24;

const none: readonly NamingWord[] = [];

/** One text is read by many detectors: each context object is made for one. */
const known = new WeakMap<DetectContext, Spots>();

/** Numbers in a text that have some numbering's name near, and telling tokens. Found once for all numberings. */
export function numberSpots(text: string, context: DetectContext): Spots {
  const cached = known.get(context);
  if (cached?.text === text) return cached;
  const spots = spotsIn(text, namingWords(context.hint ?? ''));
  const tokens: [number, string][] = [];
  for (const match of text.matchAll(capitals))
    if (twoDigits.test(match[0])) tokens.push([match.index, match[0]]);
  const found = { text, spots, tokens };
  known.set(context, found);
  return found;
}

function spotsIn(text: string, hinted: readonly NamingWord[]): NumberSpot[] {
  const spots: NumberSpot[] = [];
  let words: readonly NamingWord[] | undefined;
  let first = 0;
  for (const match of text.matchAll(digits)) {
    words ??= namingWords(text);
    const start = match.index;
    const end = start + match[0].length;
    const from = start - wordsBefore;
    const to = end + wordsAfter;
    // In order of place: what ends before this reach ends before all that follow.
    while ((words[first]?.end ?? from + 1) <= from) first += 1;
    const near = wordsBetween(words, first, to);
    if (near.length + hinted.length === 0) continue;
    spots.push({ start, end, named: numberingsIn(hinted, near) });
  }
  return spots;
}

function wordsBetween(words: readonly NamingWord[], first: number, to: number): readonly NamingWord[] {
  let last = first;
  while ((words[last]?.start ?? to) < to) last += 1;
  return last === first ? none : words.slice(first, last);
}

function numberingsIn(...lists: readonly (readonly NamingWord[])[]): readonly Numbering[] {
  const all = lists.flat();
  const [only] = all;
  if (all.length === 1 && only) return only.numberings;
  return [...new Set(all.flatMap(({ numberings }) => numberings))];
}
