import type { FieldClass } from '../fields/fieldFacts.ts';
import { sensitiveFieldClasses } from '../fields/sensitiveFieldClasses.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import type { TextHit } from './createTextScanner.ts';
import { decodings } from './decodings.ts';
import type { BuiltInDetectorId } from './finding.ts';
import { redact } from './redact.ts';

/** Finds what the synthetic visitor typed, also where no detector would know it: names, codes, free text. */
export interface PlantedSearch {
  /**
   * @param hits what detectors found in the text; those that are planted are marked as such
   * @returns these, and planted values that none of them covers
   */
  mark(text: string, hits: readonly TextHit[], where: PlantedWhere): readonly TextHit[];
}

export interface PlantedWhere {
  /** Written down after the first look: before it the visitor had typed nothing on this page. */
  readonly isLate: boolean;
  /** The content of a field. Short values are looked for there only. */
  readonly isValue: boolean;
}

/** What detectors say of a value that stands in a field of its class. */
export type PlantedReader = (value: string, found: FieldClass | undefined) => readonly TextHit[];

interface Needle {
  readonly planted: number;
  readonly plain: string;
}

interface Sight {
  readonly planted: number;
  readonly plain: string;
  readonly span?: readonly [start: number, end: number];
}

/** Shorter ones stand everywhere by chance. */
const minPlain = 6;
const minInField = 3;
/** Every word of these is made up, and so long that it is nobody else's. */
const ofMadeUpWords: ReadonlySet<string> = new Set([
  'name',
  'cc-name',
  'street',
  'locality',
  'other-personal',
  'text',
]);
/** What is typed there are ordinary words, or the page's own. */
const ordinary: ReadonlySet<string> = new Set(['gender', 'cc-other']);
/** How a value of a class is shortened in a report, where no detector knows it. */
const shownAs: Partial<Readonly<Record<PlantedValue['kind'], BuiltInDetectorId>>> = {
  name: 'person-name',
  'cc-name': 'person-name',
  tel: 'phone',
  email: 'email',
  id: 'national-id',
  street: 'postal-address',
  locality: 'postal-address',
};

/** @param read asked once for each value, so that it is one finding whether or not a detector sees it at a place */
export function createPlantedSearch(values: readonly PlantedValue[], read: PlantedReader): PlantedSearch {
  const known = distinct(values.filter(({ kind }) => isSearched(kind)));
  const needles = known.flatMap(needlesOf).sort((a, b) => b.plain.length - a.plain.length);
  const usual = known.map((planted) => usualHit(planted, read));
  const sights = new Map<string, readonly Sight[]>();

  function mark(text: string, hits: readonly TextHit[], where: PlantedWhere): readonly TextHit[] {
    const seen = sightsIn(text).filter(({ planted }) => where.isLate || known[planted]?.isEarlier === true);
    const found = seen.length === 0 && where.isValue ? wholeValue(text, where) : seen;
    if (found.length === 0) return hits;
    const covered = found.map((sight) => hits.filter((hit) => covers(hit, sight)));
    const planted = new Set(covered.flat());
    const marked = hits.map((hit) => (planted.has(hit) ? { ...hit, planted: true as const } : hit));
    const added = found.flatMap((sight, index) => {
      const hit = usual[sight.planted];
      const isKnown = covered[index]?.some(({ own }) => own === undefined);
      return hit && !isKnown ? [{ ...hit, ...(sight.span ? { span: sight.span } : {}) }] : [];
    });
    return [...marked, ...added];
  }

  function sightsIn(text: string): readonly Sight[] {
    const before = sights.get(text);
    if (before) return before;
    const plain = searchIn(text, needles);
    const decoded = decodings(text).flatMap((reading) => searchIn(reading, needles));
    const others = decoded.filter((sight) => !plain.some((one) => one.planted === sight.planted));
    const found = [...plain, ...others.map(({ planted, plain: what }) => ({ planted, plain: what }))];
    sights.set(text, found);
    return found;
  }

  /** A value too short to be looked for in texts, alone in a field. */
  function wholeValue(text: string, { isLate }: PlantedWhere): readonly Sight[] {
    const plain = plainOf(text);
    if (!isLate || plain.length < minInField || plain.length >= minPlain) return [];
    const planted = known.findIndex(({ value }) => plainOf(value) === plain);
    return planted === -1 ? [] : [{ planted, plain, span: [0, text.length] }];
  }

  return { mark };
}

function isSearched(kind: PlantedValue['kind']): boolean {
  if (kind === 'text' || kind === 'other-personal') return true;
  return sensitiveFieldClasses.has(kind) && !ordinary.has(kind);
}

/** The same value may be typed into several fields. */
function distinct(values: readonly PlantedValue[]): readonly PlantedValue[] {
  const known = new Map(values.map((planted) => [`${planted.kind} ${planted.value}`, planted]));
  return [...known.values()];
}

function needlesOf({ kind, value }: PlantedValue, planted: number): Needle[] {
  const words = ofMadeUpWords.has(kind) ? value.split(/[^\p{L}]+/u).map(plainOf) : [];
  const plain = [plainOf(value), ...words.filter((word) => word.length > minPlain)];
  return [...new Set(plain)].filter((one) => one.length >= minPlain).map((one) => ({ planted, plain: one }));
}

/** How the value is reported: by the detector that knows it, else by the field's class. */
function usualHit({ kind, value }: PlantedValue, read: PlantedReader): TextHit {
  const found = kind === 'text' ? 'other-personal' : kind;
  const whole = plainOf(value);
  const known = read(value, found).find((hit) => hit.own === undefined && plainOf(hit.value) === whole);
  if (known) {
    const { span: _, ...hit } = known;
    return { ...hit, planted: true };
  }
  const detector = shownAs[kind] ?? 'password';
  return {
    detector,
    field: found,
    confidence: 1,
    value,
    key: `planted ${found} ${whole}`,
    sample: redact(value, detector),
    planted: true,
  };
}

/** Letters and digits, in lower case: what is left of a value however it is spaced or capitalised. */
function plainOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

function searchIn(text: string, needles: readonly Needle[]): Sight[] {
  if (text.length < minPlain) return [];
  const plain = plainOf(text);
  const inside = needles.filter((needle) => plain.includes(needle.plain));
  if (inside.length === 0) return [];
  const { letters, places } = lettersOf(text);
  const sights: Sight[] = [];
  for (const { planted, plain: what } of inside) {
    for (let at = letters.indexOf(what); at !== -1; at = letters.indexOf(what, at + 1)) {
      const span = [places[at] ?? 0, (places[at + what.length - 1] ?? 0) + 1] as const;
      const isTaken = sights.some(
        (sight) => sight.span && sight.span[0] < span[1] && sight.span[1] > span[0],
      );
      if (!isTaken && standsAlone(text, span)) sights.push({ planted, plain: what, span });
    }
  }
  return sights;
}

/** The plain text with the place of each of its characters. */
function lettersOf(text: string): { readonly letters: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let letters = '';
  for (const { index, 0: letter } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const folded = letter.toLowerCase();
    for (let unit = 0; unit < folded.length; unit += 1) places.push(index);
    letters += folded;
  }
  return { letters, places };
}

function standsAlone(text: string, [start, end]: readonly [number, number]): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-2)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

function covers(hit: TextHit, sight: Sight): boolean {
  if (hit.span && sight.span) return hit.span[0] < sight.span[1] && hit.span[1] > sight.span[0];
  const plain = plainOf(hit.value);
  return plain.includes(sight.plain) || sight.plain.includes(plain);
}
