import type { DetectorId } from '../findings/finding.ts';
import type { DetectContext, Detector, Span } from './detector.ts';
import type { Numbering, Reach } from './numbering.ts';
import { allNumberings } from './numberings/allNumberings.ts';
import { type NumberSpot, numberSpots, wordsAfter, wordsBefore } from './numberSpots.ts';
import { phoneRegionOf } from './phoneRegionOf.ts';
import { type TextSetting, textSetting } from './textSetting.ts';
import { wordPattern } from './wordPattern.ts';

interface Row {
  readonly numbering: Numbering;
  readonly form: RegExp;
  readonly words: RegExp;
}

type Match = readonly [start: number, end: number, valid: boolean];
const noMatches: readonly Match[] = [];

/** Before a spot: a form may begin with letters. After it: one may end with them. */
const reachBefore = 12;
const reachAfter = 10;
const monthWord = /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?!\p{L})/iu;
/** Letters of scripts that put no space between a number and the words around it. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const gluing = new RegExp(`(?!${unspaced})\\p{L}`, 'u');
/** A document's or a person's, not an order's. */
const idWord =
  /(?<!\p{L})(?:(?<!(?:order|user|session|transaction|tracking|ticket|customer|client|product|item|device|app|page|job) )ids?|identity|identification|identifi\p{L}{1,8}|citizen\p{L}{0,4}|national|resident|taxpayer|personal (?:number|code)|social|insurance|licen[cs]e)(?!\p{L})[^\d\n]{0,24}$/iu;
const certain = { named: 0.92, namedUnchecked: 0.85, namedAnywhere: 0.8, anywhere: 0.9 };

/** The numberings of one kind, as a detector. */
export function numberingDetector(id: DetectorId, examples: Detector['examples']): Detector {
  const own = allNumberings.filter(({ detector, also }) => detector === id || also === id);
  const rows = own.map((numbering) => ({
    numbering,
    form: edged(numbering.form, 'giu'),
    words: wordPattern(numbering.words),
  }));
  const rowOf = new Map(rows.map((row) => [row.numbering, row]));
  // In prose telling forms are in capitals: that keeps them out of hashes, and rare.
  const telling = own
    .filter(({ reach }) => reach === 'anywhere')
    .map((numbering) => ({ numbering, form: edged(numbering.form, 'gu') }));

  function detect(text: string, context: DetectContext): readonly Span[] {
    const setting = textSetting(text, context);
    if (setting !== 'prose') return readWhole(text, context, setting);
    const spans: Span[] = [];
    const { spots, tokens } = numberSpots(text, context);
    for (const [offset, token] of tokens) {
      for (const row of telling) {
        for (const [start, end, valid] of matchesIn(token, row)) {
          if (valid) spans.push(spanOf(row.numbering, offset + start, offset + end, certain.anywhere));
        }
      }
    }
    for (const spot of spots) {
      const named = rowsOf(spot.named);
      if (named.length > 0) readSpot(spot, named);
    }
    return spans;

    function readSpot(spot: NumberSpot, among: readonly Row[]): void {
      const from = Math.max(0, spot.start - reachBefore);
      // One character more on both sides, so that edges are seen.
      const slice = text.slice(Math.max(0, from - 1), spot.end + reachAfter);
      const offset = Math.max(0, from - 1);
      const before = text.slice(Math.max(0, spot.start - wordsBefore), spot.start);
      const after = text.slice(spot.end, spot.end + wordsAfter);
      for (const row of among) {
        for (const [start, end, valid] of matchesIn(slice, row)) {
          if (offset + start > spot.start || offset + end < spot.end) continue;
          const named = isNamed(row, before, after, context);
          if (!valid && !named) continue;
          // A plate has so few letters that words beside a number pass for one, unless they are in capitals.
          if (id === 'vehicle-plate' && /\p{Ll}/u.test(slice.slice(start, end))) continue;
          const confidence = confidenceOf(row.numbering, named, 'prose', context);
          if (confidence > 0) spans.push(spanOf(row.numbering, offset + start, offset + end, confidence));
        }
      }
    }
  }

  /** In the order of the rows: of two that claim the same, the earlier one counts. */
  function rowsOf(named: readonly Numbering[]): readonly Row[] {
    const found: Row[] = [];
    for (const numbering of named) {
      const row = rowOf.get(numbering);
      if (row) found.push(row);
    }
    return found.length > 1 ? found.sort((a, b) => rows.indexOf(a) - rows.indexOf(b)) : found;
  }

  function readWhole(text: string, context: DetectContext, setting: TextSetting): readonly Span[] {
    const spans: Span[] = [];
    if (!/\d/.test(text)) return spans;
    for (const row of rows) {
      for (const [start, end, valid] of matchesIn(text, row, true)) {
        const named = isNamed(
          row,
          text.slice(Math.max(0, start - 60), start),
          text.slice(end, end + 40),
          context,
        );
        if (!named && (!valid || isOrdinary(text.slice(start, end), setting))) continue;
        const told = confidenceOf(row.numbering, named, setting, context);
        const confidence =
          told > 0 ? told : hinted(row.numbering, text.slice(Math.max(0, start - 40), start));
        if (confidence > 0) spans.push(spanOf(row.numbering, start, end, confidence));
      }
    }
    return spans;
  }

  function spanOf(numbering: Numbering, start: number, end: number, confidence: number): Span {
    // The kind it is first of all comes first where both claim it.
    const own = numbering.detector === id;
    return {
      start,
      end,
      confidence: own ? confidence : confidence - 0.02,
      scheme: numbering.scheme,
      ambiguous: true,
    };
  }

  return { id, examples, detect };
}

/** In a record: right check digits, behind a word for what people are known by. */
function hinted({ valid, reach }: Numbering, before: string): number {
  return valid && reach === 'alone' && idWord.test(before) ? 0.5 : 0;
}

/** Words between numbers (`14 to 16`, `11 May 2017`) have a plate's form, but not its letters. */
function isOrdinary(written: string, setting: TextSetting): boolean {
  if (setting === 'record' && written !== written.toUpperCase()) return true;
  return /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?![\p{L}\d])/u.test(written) || monthWord.test(written);
}

function edged(form: string, flags: string): RegExp {
  return new RegExp(`(?<![\\d_])(?:${form})(?![\\d_]|(?!${unspaced})\\p{L})`, flags);
}

function isNamed({ words }: Row, before: string, after: string, { hint }: DetectContext): boolean {
  return words.test(before) || words.test(after) || (hint !== undefined && words.test(hint));
}

/** Offsets of what has the form and passes the check, and is no part of a longer number. */
function matchesIn(
  text: string,
  { form, numbering }: Pick<Row, 'form' | 'numbering'>,
  whole = false,
): readonly Match[] {
  // Nearly always there is none, and this makes no objects.
  if (text.search(form) === -1) return noMatches;
  const found: Match[] = [];
  const matches = [...text.matchAll(form)];
  let listedTo = -1;
  for (const [index, match] of matches.entries()) {
    const start = match.index;
    const end = start + match[0].length;
    if (isGlued(text, start, whole)) continue;
    const compact = compactOf(match[0]);
    if (/^(\d)\1{5,}$/.test(compact)) continue;
    const valid = numbering.valid?.(compact) ?? true;
    if (!valid && !(numbering.looseWhenNamed && /\d/.test(compact))) continue;
    const listed = whole && valid && (listedTo === start || isFollowed(match, matches[index + 1], numbering));
    if (!listed && isPartOfNumber(text, start, end, match[0])) continue;
    if (listed) listedTo = end + 1;
    found.push([start, end, valid]);
  }
  return found;
}

/** One character behind it the next of a list begins: its check digits are right too, or it is grouped in the same way. */
function isFollowed(one: RegExpExecArray, next: RegExpExecArray | undefined, { valid }: Numbering): boolean {
  const [written] = one;
  if (next?.index !== one.index + written.length + 1) return false;
  if (one.input.charAt(next.index - 1) !== ' ') return false;
  if (valid) return valid(compactOf(next[0]));
  return /\p{L}/u.test(written) || shapeOf(next[0]) === shapeOf(written);
}

function compactOf(written: string): string {
  return written.replace(/[^\p{L}\d]/gu, '').toUpperCase();
}

function shapeOf(written: string): string {
  return written.replace(/\d/g, '0');
}

/** Letters right before it make it part of a token; in a short text also a word that lost its space (`code is0305…`). */
function isGlued(text: string, start: number, whole: boolean): boolean {
  if (!gluing.test(text.charAt(start - 1))) return false;
  return (
    !whole ||
    !/^\d/.test(text.charAt(start)) ||
    !/ \p{Ll}{2,}$/u.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** Digits go on behind one separator. Plain values in a row, with spaces between them, are a list. */
function isPartOfNumber(text: string, start: number, end: number, written: string): boolean {
  const joins = written.includes(' ') ? /[ ./_:+-]/ : /[./_:+-]/;
  if (/[\d]/.test(text.charAt(end + 1)) && joins.test(text.charAt(end)) && /\d$/.test(written)) return true;
  return /[\d]/.test(text.charAt(start - 2)) && joins.test(text.charAt(start - 1)) && /^\d/.test(written);
}

const reachRank: Readonly<Record<Reach, number>> = { anywhere: 4, record: 3, alone: 2, home: 1, named: 0 };

/** 0: not to be said. Elsewhere than at home a number needs more. */
function confidenceOf(
  numbering: Numbering,
  named: boolean,
  setting: TextSetting,
  { region, lang }: DetectContext,
): number {
  const { reach, valid } = numbering;
  const abroad = region !== undefined && numbering.region !== undefined && region !== numbering.region;
  if (named && numbering.region === undefined) return certain.namedAnywhere;
  if (named) return (valid ? certain.named : certain.namedUnchecked) - (abroad ? 0.1 : 0);
  if (reach === 'anywhere') return certain.anywhere;
  const home =
    numbering.region !== undefined && (region ?? phoneRegionOf(lang ?? '', '')) === numbering.region;
  if (setting === 'record' && numbering.strong && !abroad) return home ? 0.75 : 0.55;
  if (setting === 'record')
    return reach === 'record' ? (home ? 0.75 : abroad ? (valid ? 0.55 : 0.3) : 0.65) : 0;
  if (setting !== 'alone' || reachRank[reach] === 0) return 0;
  // Five digits are often the end of a longer number, which then goes first.
  if (!abroad && numbering.detector === 'postal-code' && reach !== 'record')
    return home ? 0.6 : reach === 'alone' ? 0.5 : 0.3;
  if (home) return valid ? 0.75 : 0.65;
  if (abroad) return reach === 'record' && valid ? 0.55 : 0.3;
  return reach === 'home' ? 0.3 : reach === 'record' ? 0.65 : valid ? 0.6 : 0.55;
}
