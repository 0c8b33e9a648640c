/** A text as detectors read it, and the way back to the offsets of the original. */
export interface NormalisedText {
  readonly text: string;
  /** Offset in the original of a span that starts here. */
  originalStart(index: number): number;
  /** Offset in the original just after a span that ends here (exclusive). */
  originalEnd(index: number): number;
}

type Range = readonly [first: number, last: number];

/**
 * Characters that browsers show as nothing: soft hyphen, joiners and fillers, zero-width characters, direction marks,
 * BOM, variation selectors (Unicode `Default_Ignorable_Code_Point`, and the interlinear marks).
 */
const invisible: readonly Range[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];
const spaces: readonly Range[] = [
  [0x00a0, 0x00a0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
const hyphens: readonly Range[] = [
  [0x2010, 0x2013],
  [0x2212, 0x2212],
  [0xfe58, 0xfe58],
  [0xfe63, 0xfe63],
];
/** First code of the digits 0-9 in scripts that people type numbers in (Unicode `Nd`, basic plane). */
const digitZeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];
/** Small forms of marks that stand in values. */
const smallForms: Readonly<Record<string, string>> = {
  '﹒': '.',
  '﹕': ':',
  '﹟': '#',
  '﹢': '+',
  '﹫': '@',
};
const fullWidth: Range = [0xff01, 0xff5e];
const fullWidthShift = 0xfee0;
/** First halves of the pairs that make tags and further variation selectors (nothing is shown), and digits of formulas. */
const invisiblePair = 0xdb40;
const formulaPair = 0xd835;
const formulaDigits: Range = [0xdfce, 0xdfff];

/** The first character that anything here is about. */
const firstSpecial = 0x00a0;
const dropped = 0;

/**
 * Undoes what splits or disguises a value without changing how it looks: invisible characters are dropped, odd
 * spaces and hyphens become plain ones, full-width and other digits become ASCII. One UTF-16 unit maps to one or none.
 */
export function normaliseText(original: string): NormalisedText {
  const first = firstSpecialAt(original);
  if (first === -1) {
    return { text: original, originalStart: (index) => index, originalEnd: (index) => index };
  }
  const table = plainUnits();
  const origins = new Uint32Array(original.length + 1);
  const units = new Uint16Array(original.length);
  let length = 0;
  for (let index = 0; index < original.length; index += 1) {
    const unit = original.charCodeAt(index);
    let plain = unit < firstSpecial ? unit : (table[unit] ?? unit);
    if (unit === invisiblePair && isSecondHalf(original.charCodeAt(index + 1))) {
      index += 1;
      continue;
    }
    if (unit === formulaPair) {
      const digit = formulaDigit(original.charCodeAt(index + 1));
      if (digit !== undefined) {
        index += 1;
        plain = digit;
      }
    }
    if (plain === dropped && unit !== dropped) continue;
    origins[length] = index;
    units[length] = plain;
    length += 1;
  }
  origins[length] = original.length;
  const ends = (index: number) => (origins[index - 1] ?? original.length - 1) + 1;
  return {
    text: textOf(units.subarray(0, length)),
    originalStart: (index) => startAt(original, origins[index] ?? original.length),
    originalEnd: (index) => (index === 0 ? 0 : ends(index)),
  };
}

/** A digit of a formula is kept at the second half of its pair; what starts with it starts at the first. */
function startAt(original: string, index: number): number {
  const isOfPair =
    formulaDigit(original.charCodeAt(index)) !== undefined && original.charCodeAt(index - 1) === formulaPair;
  return isOfPair ? index - 1 : index;
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function formulaDigit(unit: number): number | undefined {
  if (!(unit >= formulaDigits[0] && unit <= formulaDigits[1])) return undefined;
  return 0x30 + ((unit - formulaDigits[0]) % 10);
}

function firstSpecialAt(text: string): number {
  const table = plainUnits();
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= firstSpecial && (table[unit] !== unit || unit === invisiblePair || unit === formulaPair))
      return index;
  }
  return -1;
}

/** `String.fromCharCode` takes so many arguments on every engine. */
const unitsAtOnce = 8192;

function textOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += unitsAtOnce)
    parts.push(String.fromCharCode(...units.subarray(from, from + unitsAtOnce)));
  return parts.join('');
}

let known: Uint16Array | undefined;

/** For each UTF-16 unit the one that is read in its place; `dropped` for none. */
function plainUnits(): Uint16Array {
  if (known) return known;
  const table = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => unit);
  const fill = (ranges: readonly Range[], plain: number) => {
    for (const [from, to] of ranges) table.fill(plain, from, to + 1);
  };
  fill(invisible, dropped);
  fill(spaces, 0x20);
  fill(hyphens, 0x2d);
  for (const zero of digitZeros)
    for (let digit = 0; digit < 10; digit += 1) table[zero + digit] = 0x30 + digit;
  for (const [odd, plain] of Object.entries(smallForms)) table[odd.charCodeAt(0)] = plain.charCodeAt(0);
  for (let unit = fullWidth[0]; unit <= fullWidth[1]; unit += 1) table[unit] = unit - fullWidthShift;
  known = table;
  return table;
}
