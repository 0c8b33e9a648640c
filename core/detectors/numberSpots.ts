import type { DetectContext } from './detector.ts';
import { allNumberings } from './numberings/allNumberings.ts';
import { wordPattern } from './wordPattern.ts';

/** Digits with what people put between them, and what stands around. */
export interface NumberSpot {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly around: string;
  /** A word that names some numbering is near. */
  readonly named: boolean;
  /** Letters and digits, or points and dashes, such as telling forms have. */
  readonly mixed: boolean;
}

const spot = /\d(?:[ ./-]?[A-Za-z]{0,4}[ ./-]?\d){1,30}/g;
const wordsBefore = 48;
const wordsAfter = 24;
const minMixed = 10;
const mixedForm = /[A-Za-z].*\d|\d.*[A-Za-z]|\d[.-]\d/s;

/** One text is read by many detectors: each context object is made for one. */
const known = new WeakMap<DetectContext, { readonly text: string; readonly spots: readonly NumberSpot[] }>();
const anyWord = wordPattern(allNumberings.map(({ words }) => words).join(' '));

/** Where numbers stand in a text. Found once for all numberings. */
export function numberSpots(text: string, context: DetectContext): readonly NumberSpot[] {
  const cached = known.get(context);
  if (cached?.text === text) return cached.spots;
  const spots: NumberSpot[] = [];
  for (const match of text.matchAll(spot)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - wordsBefore), start);
    const after = text.slice(end, end + wordsAfter);
    const around = `${before} ${after}`;
    const token = `${/[\p{L}.-]{0,6}$/u.exec(before)?.[0] ?? ''}${match[0]}`;
    spots.push({
      start,
      end,
      before,
      after,
      around,
      named: anyWord.test(around),
      mixed: token.length >= minMixed && mixedForm.test(token),
    });
  }
  known.set(context, { text, spots });
  return spots;
}
