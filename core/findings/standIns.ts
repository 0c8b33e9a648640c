import type { SavedValue } from '../saved/pageSnapshot.ts';
import type { TextHit, TextScanner } from './createTextScanner.ts';

const open = '\ue000';
const close = '\ue001';

/** What stands on a saved page for values that were taken out: their numbers, in characters no text is made of. */
export function standInFor(values: readonly number[]): string {
  return values.map((index) => `${open}${index}${close}`).join('');
}

/** The numbers in a text. */
export function standInsOf(text: string): number[] {
  const found: number[] = [];
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, from + 1)) {
    const to = text.indexOf(close, from);
    if (to < 0) break;
    const number = Number(text.slice(from + 1, to));
    if (Number.isSafeInteger(number)) found.push(number);
  }
  return found;
}

/** The text with the redacted sample of each value in its place. */
export function withSamples(text: string, values: readonly SavedValue[]): string {
  return text.replace(
    /\ue000(\d{1,9})\ue001/g,
    (_whole, index: string) => values[Number(index)]?.sample ?? '',
  );
}

/**
 * Reads texts of a saved page, where what detectors found is known and the rest is gone. For the records of such a page
 * only: on a live page these characters would be the page's own word.
 *
 * @param values what the numbers stand for
 */
export function createStandInReader(values: readonly SavedValue[]): TextScanner {
  const read = (text: string): readonly TextHit[] =>
    standInsOf(text).flatMap((index) => {
      const value = values[index];
      if (!value) return [];
      const { detector, scheme, sample } = value;
      const known = scheme === undefined ? {} : { scheme };
      return [{ detector, ...known, confidence: 1, value: sample, key: `saved:${index}`, sample }];
    });
  return Object.assign(read, { isWorthReading: (text: string) => text.includes(open) });
}
