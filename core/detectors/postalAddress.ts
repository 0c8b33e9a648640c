import * as words from './addressWords.ts';
import type { DetectContext, Detector, Span } from './detector.ts';

type Part = 'street' | 'doubtful-street' | 'unit' | 'box' | 'postal';
interface Element {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** Up to here a text is read as a message or a record of somebody. */
const maxRecord = 400;
/** Between two parts of one address there is a city, a country, a line break. */
const maxGap = 64;
const reach = 72;

const number = /(?<![\p{L}\d.:$€£¥%#/&=_+-]|\d,)\d{1,6}[A-Za-z]?(?![\p{L}\d_%]|[.,:/-]\d)/gu;
const capitalWord = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}";
const anyWord = "\\p{L}[\\p{L}\\p{M}'’.-]{0,24}";
const small = '(?:de|da|do|dos|das|la|le|les|del|della|di|du|des|der|den|van|von|of|the|y|e|i|na|nad|d’)';

/** A keyword with a capital, in capitals, or with none, where the names beside it must have one. */
function eitherCase(source: string): string {
  return source
    .split('|')
    .flatMap((one) => [one, one.charAt(0).toUpperCase() + one.slice(1), one.toUpperCase()])
    .filter((one, index, all) => all.indexOf(one) === index)
    .join('|');
}

/** The patterns around one number, for texts with capitals and without. */
function patternsOf(word: string, flags: 'u' | 'iu') {
  const pattern = (source: string) => new RegExp(source, flags);
  const either = (source: string) => (flags === 'iu' ? source : eitherCase(source));
  const name = `(?:${word}|${small}|\\d{1,3}(?:st|nd|rd|th))`;
  const end = `(?:${either(words.streetEnd)})(?![\\p{L}\\p{M}])\\.?`;
  const start = `(?:${either(words.streetStart)})(?<=\\.|\\p{L})`;
  const compound = `${flags === 'u' ? '\\p{Lu}' : '\\p{L}'}[\\p{L}\\p{M}-]{0,24}(?:${words.compoundEnd})`;
  return {
    streetAfter: pattern(
      `^(?: \\d{1,5})?,? (?:${name} ){1,5}?${end}|^,? ${start} ${name}(?: ${name}){0,4}|^,? ${compound}(?![\\p{L}])`,
    ),
    streetBefore: pattern(
      `(?<!\\p{L})(?:${compound}|${start} (?:${name} ){0,4}${name}|(?:${name} ){1,4}${end})[ ,]{1,2}(?:no\\.? |n[°º] ?|nr\\.? |č\\. ?)?$`,
    ),
    twoNumbers: pattern(`^ (?:${name} ){0,4}${word} \\d{1,4}(?![\\d.,:]\\d|\\d)`),
    wordsBefore: pattern(`(?<![\\p{L}\\d])(?:${word} (?:${name} ){0,4})$`),
    /** Nothing but names of places and separators. */
    gap: pattern(`^[ ,\\n\\r\\t.?>*]{0,8}(?:(?:${name}|${word}\\))(?:[ ,\\n\\r\\t?>*/]{1,8}|$)){0,8}$`),
    tail: pattern(`^(?:,? ?\\n ?|, ?)(?:${word}(?: ${word}){0,3})(?=[,.\\n]|$)`),
    bareStreet: new RegExp(
      `(?<![\\p{L}\\d])(?:${word} ){1,3}(?:Street|Road|Avenue|Boulevard|Lane)(?!\\p{L})`,
      'gu',
    ),
  };
}
const capital = patternsOf(capitalWord, 'u');
const caseless = patternsOf(anyWord, 'iu');
const unitBefore = new RegExp(`(?<!\\p{L})(?:${words.unitWord})\\.? ?#?$|(?<![\\d])# ?$`, 'iu');
const boxBefore = new RegExp(`(?<!\\p{L})(?:${words.boxWord}) ?#?$`, 'iu');
const military = /(?<!\p{L})(?:FPO|APO|DPO) (?:AE|AP|AA) $/iu;
const shipBefore = /(?<!\p{L})(?:USS|USNS|USCGC|USNV) [\p{L} '’-]{2,40}\n? ?$/iu;
const smallWord = new RegExp(`^${small}$`, 'iu');
const compoundWord = new RegExp(`\\p{L}{3}(?:${words.compoundEnd})(?!\\p{L})`, 'iu');
const nameLike = /\p{Lu}|\d(?:st|nd|rd|th)/u;
const postalForm = /^\d{4,6}$/;

/**
 * Postal addresses by their grammar: house number and street in the order and with the words of some twenty languages,
 * flats, boxes, postal codes. In articles and on pages two parts of an address are needed; a street and number alone are
 * somebody's only in a short text, or where something says that it is an address.
 */
export const postalAddress: Detector = {
  id: 'postal-address',
  examples: {
    found: [
      'Send it to 221 Baker Street, London',
      'wohnhaft Lindenstraße 12, 10115 Berlin',
      '12 rue de la Paix, 75002 Paris',
      'P.O. Box 1234\nSpringfield 62704',
    ],
    clean: ['chapter 12 of the way', 'in 2019 the street was closed', 'Open 24 hours'],
  },
  detect(text, context) {
    if (!/\d/.test(text)) return context.inPage || context.machine ? [] : bareStreets(text);
    const isRecord = !context.inPage && !context.machine && text.length <= maxRecord;
    const patterns = isRecord && (!/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)) ? caseless : capital;
    const spans: Span[] = [];
    for (const block of blocksOf(elementsOf(text, patterns, isRecord), text, patterns)) {
      const confidence = confidenceOf(block, isRecord, context);
      if (confidence > 0) spans.push(spanOf(block, text, patterns, confidence));
    }
    return isRecord ? [...spans, ...bareStreets(text)] : spans;
  },
};

function elementsOf(text: string, patterns: typeof capital, isRecord: boolean): Element[] {
  const elements: Element[] = [];
  for (const match of text.matchAll(number)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - reach), start);
    const after = text.slice(end, end + reach);
    const element = elementAt({ start, end, before, after, isRecord }, patterns, match[0]);
    if (element) elements.push(element);
  }
  return elements;
}

/** `12 of the way` has the form of a street, but no name in it. */
function hasName(written: string, patterns: typeof capital): boolean {
  if (patterns === capital) return nameLike.test(written);
  return (
    written.split(' ').filter((word) => /\p{L}/u.test(word) && !smallWord.test(word)).length >= 2 ||
    compoundWord.test(written)
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly isRecord: boolean;
}

function elementAt(place: Place, patterns: typeof capital, written: string): Element | null {
  const { start, end, before, after, isRecord } = place;
  const back = (pattern: RegExp, part: Part): Element | null => {
    const found = pattern.exec(before);
    return found ? { part, start: start - (before.length - found.index), end } : null;
  };
  const unit =
    back(unitBefore, 'unit') ?? back(boxBefore, 'box') ?? back(military, 'box') ?? back(shipBefore, 'box');
  if (unit) return unit;
  const ahead = written.length <= 5 ? patterns.streetAfter.exec(after) : null;
  if (ahead && hasName(ahead[0], patterns))
    return { part: 'street', start, end: end + ahead[0].trimEnd().length };
  const behind = written.length <= 4 ? back(patterns.streetBefore, 'street') : null;
  if (behind) return behind;
  if (isRecord && written.length <= 4) {
    const two = patterns.twoNumbers.exec(after);
    if (two) return { part: 'doubtful-street', start, end: end + two[0].length };
    const named = patterns.wordsBefore.exec(before);
    if (named) return { part: 'doubtful-street', start: start - (before.length - named.index), end };
  }
  return postalForm.test(written) && !/^[ -]?\d/.test(after) ? { part: 'postal', start, end } : null;
}

interface Block {
  readonly parts: ReadonlySet<Part>;
  readonly start: number;
  readonly end: number;
  readonly told: boolean;
}

/** Parts that only places' names stand between. */
function blocksOf(elements: readonly Element[], text: string, patterns: typeof capital): Block[] {
  const blocks: Block[] = [];
  let open: { parts: Set<Part>; start: number; end: number } | undefined;
  const close = () => {
    if (open)
      blocks.push({
        ...open,
        told: words.toldBefore.test(text.slice(Math.max(0, open.start - 40), open.start)),
      });
    open = undefined;
  };
  for (const { part, start, end } of elements) {
    const gap = open ? text.slice(open.end, Math.max(open.end, start)) : '';
    if (open && gap.length <= maxGap && patterns.gap.test(gap)) {
      open.parts.add(part);
      open.end = Math.max(open.end, end);
    } else {
      close();
      open = { parts: new Set([part]), start, end };
    }
  }
  close();
  return blocks;
}

/** 0: not to be said. */
function confidenceOf({ parts, told }: Block, isRecord: boolean, { hint }: DetectContext): number {
  const hinted = hint !== undefined && words.addressHint.test(hint);
  const street = parts.has('street');
  const anchored = street || parts.has('box');
  if (anchored && parts.size >= 2) return 0.8;
  if (street && (hinted || told)) return 0.75;
  if (!isRecord) return hinted && anchored ? 0.6 : 0;
  if (anchored || parts.has('unit')) return 0.65;
  const doubtful = parts.has('doubtful-street');
  if (doubtful && (told || hinted)) return 0.6;
  return doubtful && parts.size >= 2 ? 0.55 : 0;
}

/** With the number before it and the places after it. */
function spanOf(block: Block, text: string, patterns: typeof capital, confidence: number): Span {
  const before = /(?<![\p{L}\d.,:])\d{1,5}[A-Za-z]?,? {1,2}$/u.exec(
    text.slice(Math.max(0, block.start - 9), block.start),
  );
  let end = block.end;
  for (let round = 0; round < 3; round += 1) {
    const tail = patterns.tail.exec(text.slice(end, end + reach));
    if (!tail) break;
    end += tail[0].length;
  }
  return { start: block.start - (before?.[0].length ?? 0), end, confidence };
}

/** In a short text, a street's name without a number. */
function bareStreets(text: string): Span[] {
  if (text.length > maxRecord) return [];
  return [...text.matchAll(capital.bareStreet)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.62,
  }));
}
