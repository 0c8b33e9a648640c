import type { DetectContext } from './detector.ts';
import { namedNumberings } from './namingWords.ts';
import type { Numbering } from './numbering.ts';

/** Digits with what people put between them, and what stands around. */
export interface NumberSpot {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** What a word near it, or what is known of the text, may name. Not empty. */
  readonly named: ReadonlySet<Numbering>;
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
const wordsBefore = 48;
const wordsAfter = 24;

/** One text is read by many detectors: each context object is made for one. */
const known = new WeakMap<DetectContext, Spots>();

/** Numbers in a text that have some numbering's name near, and telling tokens. Found once for all numberings. */
export function numberSpots(text: string, context: DetectContext): Spots {
  const cached = known.get(context);
  if (cached?.text === text) return cached;
  const hinted = namedNumberings(context.hint ?? '');
  const spots: NumberSpot[] = [];
  for (const match of text.matchAll(digits)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - wordsBefore), start);
    const after = text.slice(end, end + wordsAfter);
    const near = namedNumberings(`${before} ${after}`);
    const named = hinted.size === 0 ? near : new Set([...hinted, ...near]);
    if (named.size > 0) spots.push({ start, end, before, after, named });
  }
  const tokens: [number, string][] = [];
  for (const match of text.matchAll(capitals))
    if (twoDigits.test(match[0])) tokens.push([match.index, match[0]]);
  const found = { text, spots, tokens };
  known.set(context, found);
  return found;
}
