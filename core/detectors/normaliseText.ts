/** A text as detectors read it, and the way back to the offsets of the original. */
export interface NormalisedText {
  readonly text: string;
  /** Offset in the original of a span that starts here. */
  originalStart(index: number): number;
  /** Offset in the original just after a span that ends here (exclusive). */
  originalEnd(index: number): number;
}

/**
 * Characters that browsers show as nothing: soft hyphen, zero-width and joiners, direction marks, BOM, variation
 * selectors. Escaped on purpose: they cannot be seen in source.
 */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/;
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const hyphen = /[\u2010-\u2013\u2212\ufe58\ufe63]/;
const special =
  /[\u00ad\u061c\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u180e\u00a0\u1680\u2000-\u200f\u2010-\u2013\u202a-\u202f\u205f-\u206f\u2212\u3000\ufe58\ufe63\ufeff\uff01-\uff5e]|[\ufe00-\ufe0f]/;
const everySpecial = new RegExp(special.source, 'g');
/** First code of the digits 0-9 in scripts people type numbers in: Arabic, Persian, Devanagari. */
const digitZeros = [0x0660, 0x06f0, 0x0966];
const fullWidthFirst = 0xff01;
const fullWidthLast = 0xff5e;
const fullWidthShift = 0xfee0;

/**
 * Undoes what splits or disguises a value without changing how it looks: invisible characters are dropped, odd
 * spaces and hyphens become plain ones, full-width and other digits become ASCII. One UTF-16 unit maps to one or none.
 */
export function normaliseText(original: string): NormalisedText {
  if (!special.test(original)) {
    return { text: original, originalStart: (index) => index, originalEnd: (index) => index };
  }
  /** Offsets of what is dropped, in the original. Everything else keeps its place behind them. */
  const dropped: number[] = [];
  const text = original.replace(everySpecial, (character, offset: number) => {
    const plain = plainCharacter(character);
    if (plain === '') dropped.push(offset);
    return plain;
  });
  const originalStart = (index: number) => index + droppedBefore(dropped, index);
  return {
    text,
    originalStart,
    originalEnd: (index) => (index === 0 ? 0 : originalStart(index - 1) + 1),
  };
}

/** How many were dropped before the place of a character of the result. */
function droppedBefore(dropped: readonly number[], index: number): number {
  let low = 0;
  let high = dropped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dropped[middle] ?? 0) - middle <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function plainCharacter(character: string): string {
  if (character < '\u0080') return character;
  if (invisible.test(character)) return '';
  if (space.test(character)) return ' ';
  if (hyphen.test(character)) return '-';
  const code = character.charCodeAt(0);
  if (code >= fullWidthFirst && code <= fullWidthLast) return String.fromCharCode(code - fullWidthShift);
  const zero = digitZeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : String(code - zero);
}
