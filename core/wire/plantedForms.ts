import { foldName } from '../detectors/foldName.ts';
import { sha256 } from '../detectors/sha256.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';

/** One writing of a planted value that is looked for. */
export interface PlantedForm {
  /** Index into the planted values. */
  readonly value: number;
  /** Lower case. */
  readonly text: string;
  readonly match: 'whole' | 'rewritten' | 'part';
  /** Only where it is an entry of a list by itself; `keyed`: and named as what somebody entered. */
  readonly stands: 'anywhere' | 'between' | 'entry' | 'keyed';
  /** Among digits without what groups them. */
  readonly isDigits: boolean;
  /** What it is wrapped in beside the message's own encodings. */
  readonly encoding?: string;
}

/** What every page says by itself: that it arrives tells nothing about what was typed. */
const common: ReadonlySet<PlantedValue['kind']> = new Set(['country', 'gender', 'demographic', 'none']);
/** What advertisers' tags send as SHA-256 of lower case, without spaces. */
const hashed: ReadonlySet<PlantedValue['kind']> = new Set(['email', 'tel']);

const shortest = 3;
const entryFrom = 4;
const betweenFrom = 6;
const anywhereFrom = 10;
const digitsFrom = 8;
/** A part shorter than this, or than so much of the value, may be anybody's. */
const shortestPart = 8;
const shareOfPart = 0.6;

/** Every form in which planted values are looked for; none for values that are too short or too common to tell. */
export function plantedForms(planted: readonly PlantedValue[]): readonly PlantedForm[] {
  const seen = new Set<string>();
  return planted.flatMap(({ kind, value }, index) => {
    const text = fold(value.trim());
    if (common.has(kind) || text.length < shortest || seen.has(text)) return [];
    seen.add(text);
    return formsOf(kind, value.trim(), index);
  });
}

function formsOf(kind: PlantedValue['kind'], value: string, index: number): PlantedForm[] {
  const text = fold(value);
  const form = (written: string, match: PlantedForm['match'], isDigits = false): PlantedForm => ({
    value: index,
    text: written,
    match,
    isDigits,
    stands: standsOf(written),
  });
  const others = new Set([text.replace(/\s/g, ''), fold(foldName(value)), fold(value.normalize('NFD'))]);
  others.delete(text);
  return [
    form(text, 'whole'),
    ...[...others].filter((other) => other.length >= entryFrom).map((other) => form(other, 'rewritten')),
    ...digitForms(kind, text).map((digits) => form(digits, 'rewritten', true)),
    ...partsOf(text).map((part) => form(part, 'part')),
    ...digitParts(text).map((part) => form(part, 'part', true)),
    ...(hashed.has(kind) ? hashForms(kind, text, index) : []),
  ];
}

function standsOf(text: string): PlantedForm['stands'] {
  if (text.length < entryFrom) return 'keyed';
  if (/^\d+$/.test(text)) return text.length < digitsFrom ? 'entry' : 'between';
  if (text.length < betweenFrom) return 'entry';
  return text.length < anywhereFrom ? 'between' : 'anywhere';
}

const date = /^(\d{4})\D(\d{2})\D(\d{2})$/;

/** Its digits; of a date in the other two orders as well. */
function digitForms(kind: PlantedValue['kind'], text: string): string[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length < digitsFrom || digits.length < text.length * shareOfPart) return [];
  const [, year, month, day] = date.exec(text) ?? [];
  return kind === 'dob' && year !== undefined
    ? [digits, `${day}${month}${year}`, `${month}${day}${year}`]
    : [digits];
}

/** The end of a phone number without its country, of a card number behind a mask. */
function digitParts(text: string): string[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length <= digitsFrom || digits.length < text.length * shareOfPart) return [];
  return [digits.slice(-Math.max(digitsFrom, Math.ceil(digits.length * shareOfPart)))];
}

/** Its beginning and its end, and what stands before the `@`. Digits have their own. */
function partsOf(text: string): string[] {
  const length = Math.max(shortestPart, Math.ceil(text.length * shareOfPart));
  if (length >= text.length || /^[\d\s+().-]+$/.test(text)) return [];
  const [mailbox = ''] = text.split('@', 1);
  const parts = new Set([text.slice(0, length), text.slice(-length)]);
  if (mailbox.length >= shortestPart && mailbox.length < text.length) parts.add(mailbox);
  return [...parts];
}

function hashForms(kind: PlantedValue['kind'], text: string, value: number): PlantedForm[] {
  const digits = text.replace(/\D/g, '');
  const said = kind === 'tel' ? [digits, `+${digits}`] : [text];
  return said.map((written) => ({
    value,
    text: hexOf(sha256(Uint8Array.from(written, (character) => character.charCodeAt(0) & 0xff))),
    match: 'rewritten',
    stands: 'anywhere',
    isDigits: false,
    encoding: 'sha-256',
  }));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lower case of the same length: positions stay what they are. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const small = (character: string) => {
    const folded = character.toLowerCase();
    return folded.length === character.length ? folded : character;
  };
  return Array.from(text, small).join('');
}
