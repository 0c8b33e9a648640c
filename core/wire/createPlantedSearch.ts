import type { PlantedValue } from '../visitor/plantedValue.ts';
import type { DecodedMessage, DecodedPiece } from './decodedMessage.ts';
import { createLiteralSearch } from './literalSearch.ts';
import { fold, type PlantedForm, plantedForms } from './plantedForms.ts';

/** A planted value that stands in a message. */
export interface PlantedHit {
  /** Index into the planted values. */
  readonly value: number;
  readonly match: 'whole' | 'rewritten' | 'part';
  readonly encodings: readonly string[];
}

/** A message is searched for all values in one go, in time that grows with its length alone. */
export type PlantedSearch = (decoded: Pick<DecodedMessage, 'pieces'>) => readonly PlantedHit[];

const ranks = { whole: 0, rewritten: 1, part: 2 } as const;

/**
 * @returns of each value the closest match in each piece, the closest first; a weaker one only where there is no
 *   better in the whole message
 */
export function createPlantedSearch(planted: readonly PlantedValue[]): PlantedSearch {
  const forms = plantedForms(planted);
  const plain = forms.filter(({ isDigits }) => !isDigits);
  const digits = forms.filter(({ isDigits }) => isDigits);
  const inText = createLiteralSearch(plain.map(({ text }) => text));
  const inDigits = createLiteralSearch(digits.map(({ text }) => text));

  function searchPiece(piece: DecodedPiece): PlantedHit[] {
    const best = new Map<number, PlantedHit>();
    const keep = (form: PlantedForm, match: PlantedHit['match']) => {
      const known = best.get(form.value);
      if (known && ranks[known.match] <= ranks[match]) return;
      const encodings = form.encoding === undefined ? piece.encodings : [...piece.encodings, form.encoding];
      best.set(form.value, { value: form.value, match, encodings });
    };
    const folded = fold(piece.text);
    inText.scan(folded, (index, end) => {
      const form = plain[index];
      if (!form || best.get(form.value)?.match === 'whole' || !stands(form, folded, end, piece)) return;
      const isAsPlanted = form.match !== 'whole' || isWritten(planted[form.value], piece.text, end);
      keep(form, isAsPlanted ? form.match : 'rewritten');
    });
    if (digits.length > 0) {
      const joined = withoutGroups(folded);
      inDigits.scan(joined, (index, end) => {
        const form = digits[index];
        if (form && stands(form, joined, end, piece)) keep(form, form.match);
      });
    }
    return [...best.values()];
  }

  return ({ pieces }) => {
    const hits = pieces.flatMap(searchPiece).sort((a, b) => ranks[a.match] - ranks[b.match]);
    const first = new Map<number, PlantedHit>();
    for (const hit of hits) if (!first.has(hit.value)) first.set(hit.value, hit);
    return hits.filter((hit) => hit.match === first.get(hit.value)?.match);
  };
}

function isWritten(planted: PlantedValue | undefined, text: string, end: number): boolean {
  const value = planted?.value.trim() ?? '';
  return text.slice(end - value.length, end) === value;
}

const grouping = /(?<=\d)[ \u00a0\u2009\u202f./()-]{1,3}(?=\d)/g;

function withoutGroups(text: string): string {
  return text.replace(grouping, '');
}

const digit = /\d/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether what stands around a form leaves no doubt that it is meant. */
function stands(form: PlantedForm, folded: string, end: number, piece: DecodedPiece): boolean {
  const { text, stands: where, match, isDigits } = form;
  const start = end - text.length;
  const before = folded[start - 1] ?? '';
  const after = folded[end] ?? '';
  if (where === 'anywhere') return true;
  if (where === 'between') {
    const borders = /^\d+$/.test(text) ? digit : wordCharacter;
    // The end of a number may stand behind another beginning of it.
    const isEnd = isDigits && match === 'part';
    return !borders.test(after) && (isEnd || !borders.test(before));
  }
  const isEntry =
    isBorder(before) && isBorder(after) && (piece.isListed || text.length === folded.trim().length);
  return isEntry && (where === 'entry' || (piece.isListed && isEntered(folded, start)));
}

function isBorder(character: string): boolean {
  return (
    character === '' || character === '\0' || character === '\t' || character === '\n' || character === '\r'
  );
}

const entered = /(?:^|[._-])(?:value|text|textcontent|data|cvc|cvv|csc|code|cv|pin)$/;
const longestKey = 40;

/** Whether the entry before says that this is what somebody typed. */
function isEntered(folded: string, start: number): boolean {
  const key = folded.slice(Math.max(0, start - 1 - longestKey), Math.max(0, start - 1));
  return entered.test(key.slice(key.lastIndexOf('\0') + 1));
}
