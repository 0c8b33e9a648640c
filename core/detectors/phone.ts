import {
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { defaultConfidence } from './defaultConfidence.ts';
import type { DetectContext, Detector, Span } from './detector.ts';
import { phoneRegionOf } from './phoneRegionOf.ts';
import * as shapes from './phoneShapes.ts';
import { textSetting } from './textSetting.ts';

type FoundNumber = ReturnType<typeof findPhoneNumbersInText>[number];

/** ITU E.164 allows 15 digits; fewer than seven are extensions, years and amounts. */
const minDigits = 7;
const maxDigits = 15;
const minBareDigits = 10;

/** Numbers that libphonenumber accepts for the page's country, written so that they are meant as phone numbers. */
export const phone: Detector = {
  id: 'phone',
  examples: {
    found: [
      '+49 30 901820',
      'Call (415) 555-2671',
      'Phone: 4155552671',
      'tel:+14155552671',
      '206-555-0143 office',
      "They're not answering at 785 8949",
      '(0917-204-8173)',
      '(532) 204 81 73',
      '5322048173',
      '0917 204 8173 0918 204 8173',
    ],
    clean: [
      '2024-01-15',
      '15.01.2024',
      'Order 4155552671',
      '$1 234 567',
      '1990-1995',
      '123-45-6789',
      'ISBN 978-3-16-148410-0',
      'firefox-for-iphone-115875-21809563',
    ],
  },
  detect(text, context) {
    const spans: Span[] = [];
    if (!shapes.sevenDigits.test(text)) return spans;
    for (const match of text.matchAll(shapes.phoneCandidate)) {
      // A bracket that closes behind the number is none of it.
      const open = match[0].startsWith('(') && !match[0].includes(')') ? 1 : 0;
      const [run, offset] = [match[0].slice(open), match.index + open];
      const few = countDigits(run) < minDigits && !isShortLocal(run, offset, text);
      if (few || shapes.neverPhone.test(run)) continue;
      const found = numbersIn(run, offset, text, context);
      spans.push(...(found.length === 0 ? listedIn(run, offset, text, context) : found));
    }
    return spans;
  },
};

/** Two numbers with a space between them, in a short text: the first space that leaves a number on both sides. */
function listedIn(run: string, offset: number, text: string, context: DetectContext): Span[] {
  if (countDigits(run) <= maxDigits || textSetting(text, context) === 'prose') return [];
  for (let space = run.indexOf(' '); space !== -1; space = run.indexOf(' ', space + 1)) {
    const sides = [run.slice(0, space), run.slice(space + 1)] as const;
    if (sides.some((side) => countDigits(side) < minDigits || countDigits(side) > maxDigits)) continue;
    const first = numbersIn(sides[0], offset, text, context);
    const second = numbersIn(sides[1], offset + space + 1, text, context);
    if (isSure(first) && isSure(second)) return [...first, ...second];
  }
  return [];
}

function isSure(spans: readonly Span[]): boolean {
  return spans.some(({ confidence }) => confidence >= defaultConfidence);
}

/** Six digits in pairs or threes, called a phone number: the shortest there are, in Iceland's and Denmark's neighbours. */
function isShortLocal(run: string, start: number, text: string): boolean {
  if (!shapes.shortLocal.test(run)) return false;
  const after = text.slice(start + run.length, start + run.length + 12);
  return (
    shapes.phoneWordBefore.test(text.slice(Math.max(0, start - 40), start)) ||
    shapes.phoneWordAfter.test(after)
  );
}

function numbersIn(run: string, offset: number, text: string, context: DetectContext): Span[] {
  const before = text.slice(Math.max(0, offset - 40), offset);
  const after = text.slice(offset + run.length, offset + run.length + 12);
  const hinted = shapes.phoneHint.test(context.hint ?? '');
  const beside = shapes.phoneWordBefore.test(sinceDigit(before)) || shapes.phoneWordAfter.test(after);
  // Nothing but a telephone number begins with a plus, in `?ref=+44...` and `/u/+44...` too.
  const isMarked = run.startsWith('+') || (run.startsWith('(') && /[=/]$/.test(before));
  if (!hinted && !isMarked && shapes.insideSlug.test(before)) return [];
  const named = hinted || beside;
  const isForeign = !isMarked && shapes.foreignBefore.test(before);
  if (!named && (isForeign || shapes.foreignAfter.test(after))) return [];
  if (!named && isHopeless(run, context)) return bareSpans(run, offset, text, context);
  const spans: Span[] = [];
  // What begins with a plus is no national number, and no part of it is.
  const options = run.startsWith('+') ? {} : regionOption(context);
  for (const found of findPhoneNumbersInText(run, options)) {
    const written = run.slice(found.startsAt, found.endsAt);
    const alone =
      context.region !== undefined && text.trim() === written && textSetting(text, context) === 'alone';
    const bare = Math.max(
      bareConfidence(found, run, context),
      alone && countDigits(written) >= minBareDigits ? 0.55 : 0,
    );
    const confidence = named ? namedConfidence(written) : bare;
    const scheme = found.number.country?.toLowerCase();
    const span = {
      start: offset + found.startsAt,
      end: offset + found.endsAt,
      confidence,
      ambiguous: true as const,
    };
    spans.push(scheme ? { ...span, scheme } : span);
  }
  if (spans.length > 0) return spans;
  const confidence = Math.max(unplannedConfidence(run, named, context), recordConfidence(run, text, context));
  // Ten digits in a row are a number of many kinds.
  const span = { start: offset, end: offset + run.length, confidence };
  return confidence > 0 ? [textSetting(text, context) === 'alone' ? { ...span, ambiguous: true } : span] : [];
}

/** Ten digits without anything else, in a text of nothing else: a number of many kinds, and a telephone number's form. */
function bareSpans(run: string, offset: number, text: string, context: DetectContext): Span[] {
  if (!shapes.withoutTrunk.test(run) && !shapes.trunkGroups.test(run)) return [];
  if (textSetting(text, context) !== 'alone') return [];
  if (shapes.withoutTrunk.test(run) && parsePhoneNumberFromString(run, 'TR')?.isValid() !== true) return [];
  return [{ start: offset, end: offset + run.length, confidence: 0.5, ambiguous: true }];
}

function regionOption(context: DetectContext): Parameters<typeof findPhoneNumbersInText>[1] {
  const region = context.region ?? phoneRegionOf(context.lang ?? '', '');
  return region && isSupportedCountry(region) ? { defaultCountry: region } : {};
}

function namedConfidence(written: string): number {
  return shapes.dateLike.test(written) ? 0.3 : 0.9;
}

/** A valid number without a word beside it: how it is written decides. */
function bareConfidence(found: FoundNumber, run: string, context: DetectContext): number {
  const written = run.slice(found.startsAt, found.endsAt);
  if (found.number.countryCallingCode === '1' && !shapes.northAmericanShape.test(written)) return 0.2;
  if (/^\(?\+/.test(written)) return 0.95;
  if (shapes.dateLike.test(written) || shapes.dateLike.test(run) || shapes.thousands.test(written))
    return 0.1;
  const groups = written.split(/[^\d]+/).filter((group) => group !== '');
  const digits = groups.join('').length;
  if (/^\(\d{2,5}\)/.test(written)) return 0.85;
  if (written.startsWith('00') && digits >= 10 && groups.length > 1) return 0.8;
  // Bare runs are order numbers, unless a trunk zero leads them in a text for people.
  if (groups.length === 1) return written.startsWith('0') && digits >= 10 && !context.machine ? 0.55 : 0.3;
  // Two groups are ranges, scores and coordinates.
  if (digits < 9 || (/\d\/\d/.test(written) && groups.length > 2)) return 0.3;
  if (written.startsWith('0')) return 0.75;
  return groups.length >= 3 ? 0.65 : 0.4;
}

/** No plan of this country takes it: a foreign number next to "phone", or one written as plainly as can be. */
function unplannedConfidence(run: string, named: boolean, context: DetectContext): number {
  const digits = countDigits(run.replace(/\s?(?:x|ext\.?)\s?\d{1,6}$/i, ''));
  if (digits > maxDigits || shapes.dateLike.test(run)) return 0;
  if (isInternational(run)) return 0.7;
  // A short bare run that no plan knows is a number of something else that stands near the word.
  if (named && digits < minBareDigits && /^\d+$/.test(run)) return 0.4;
  if (named) return digits >= 8 ? 0.65 : 0.55;
  const plain = shapes.plainShapes.some((shape) => shape.test(run));
  return plain && (!context.machine || run.startsWith('(')) ? 0.55 : 0;
}

/** A word names the number that follows it: what stands before another number is none, and not worth the search. */
function sinceDigit(before: string): string {
  let start = before.length;
  while (start > 0 && !/[\d\n]/.test(before.charAt(start - 1))) start -= 1;
  return before.slice(start);
}

/**
 * Whether nothing in a run can come to more than a doubt, whatever a numbering plan says: the plans are asked last,
 * because they cost the most.
 */
function isHopeless(run: string, context: DetectContext): boolean {
  if (/[+(]/.test(run)) return false;
  const groups = run.split(/\D+/).filter((group) => group !== '');
  const isTrunk = groups.some((group) => group.startsWith('0') && (groups.length > 1 || group.length >= 10));
  if (groups.length <= 2 && !isTrunk && !shapes.plainShapes.some((shape) => shape.test(run))) return true;
  if (groups.length === 1 && context.machine) return true;
  return shapes.dateLike.test(run) || shapes.thousands.test(run);
}

/**
 * Written with a plus, and as long as that country's numbers are: whether the number was given to somebody matters less.
 * Rows of zeros are sums.
 */
function isInternational(run: string): boolean {
  if (!run.startsWith('+') || /000\D000|0{6}/.test(run)) return false;
  return parsePhoneNumberFromString(run)?.isPossible() === true;
}

/** In a record without a country: a trunk zero and ten digits, or four groups of ten, are a telephone number's. */
function recordConfidence(run: string, text: string, context: DetectContext): number {
  const setting = textSetting(text, context);
  if (setting === 'prose' || context.region !== undefined) return 0;
  if (shapes.withoutPlus.test(run) && parsePhoneNumberFromString(`+${run}`)?.isValid() === true) return 0.55;
  if (shapes.trunkShape.test(run) || shapes.trunkGroups.test(run)) return 0.55;
  return setting === 'alone' && shapes.fourGroups.test(run) ? 0.55 : 0;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}
