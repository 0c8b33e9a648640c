import type { SavedValue } from '../saved/pageSnapshot.ts';
import type { TextHit, TextScanner } from './createTextScanner.ts';
import type { DetectorId } from './finding.ts';

const open = '\ue000';
const close = '\ue001';

/** Of these every word has a digit or an `@`; of others that cannot be told any more. */
const numeric: ReadonlySet<DetectorId> = new Set([
  'email',
  'phone',
  'payment-card',
  'card-security-code',
  'iban',
  'us-ssn',
]);
const letters = 'abcdefghij';

/**
 * What stands on a saved page for values that were taken out: their numbers, between characters no text is made of. A
 * recorder may mask words with a digit and no others: the number of a name is spelled in letters.
 *
 * @param numbers places in `values`
 */
export function standInFor(numbers: readonly number[], values: readonly SavedValue[]): string {
  return numbers.map((number) => `${open}${spelled(number, values[number])}${close}`).join('');
}

function spelled(number: number, value: SavedValue | undefined): string {
  if (value && numeric.has(value.detector)) return String(number);
  return String(number).replace(/\d/g, (digit) => letters.charAt(Number(digit)));
}

function numberOf(written: string): number {
  return Number(written.replace(/[a-j]/g, (letter) => String(letters.indexOf(letter))));
}

/** The numbers in a text. */
export function standInsOf(text: string): number[] {
  const found: number[] = [];
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, from + 1)) {
    const to = text.indexOf(close, from);
    if (to < 0) break;
    const number = numberOf(text.slice(from + 1, to));
    if (Number.isSafeInteger(number)) found.push(number);
  }
  return found;
}

/** The text with the redacted sample of each value in its place. */
export function withSamples(text: string, values: readonly SavedValue[]): string {
  return text.replace(
    /\ue000([\da-j]{1,9})\ue001/g,
    (_whole, number: string) => values[numberOf(number)]?.sample ?? '',
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
