import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import type { DecodedPiece } from '../../../core/wire/decodedMessage.ts';
import { createLiteralSearch } from '../../../core/wire/literalSearch.ts';
import { searchPlanted } from '../../../core/wire/searchPlanted.ts';

function found(value: PlantedValue, piece: string | readonly string[]): string {
  const text = typeof piece === 'string' ? piece : piece.join('\0');
  const pieces: DecodedPiece[] = [{ text, encodings: [], isListed: typeof piece !== 'string' }];
  const hit = searchPlanted({ pieces, gaps: [] }, [value])[0];
  return hit ? [hit.match, ...hit.encodings].join(' ') : 'none';
}

const email: PlantedValue = { kind: 'email', value: 'Joerdis.Kjaer4711@example.org' };
const card: PlantedValue = { kind: 'cc-number', value: '4111 1111 1111 1111' };
const phone: PlantedValue = { kind: 'tel', value: '+49 30 901820345' };
const name: PlantedValue = { kind: 'name', value: 'Jördis Kjær' };
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a planted value is found', () => {
  it.each<[string, PlantedValue, string | readonly string[], string]>([
    ['as it is', email, `mail=${email.value}&x`, 'whole'],
    ['in lower case', email, 'joerdis.kjaer4711@example.org', 'rewritten'],
    ['without its spaces', name, 'JördisKjær', 'rewritten'],
    ['without its accents', name, 'jordis kjaer', 'rewritten'],
    ['as digits', card, '"4111111111111111"', 'rewritten'],
    ['in other groups', card, '4111-1111-1111-1111', 'rewritten'],
    [
      'as digits of a number that is grouped where it is sent',
      { ...card, value: '4111111111111111' },
      '4111 1111 1111 1111',
      'rewritten',
    ],
    ['without its country', phone, '030 901820345', 'part'],
    ['behind a mask that shows most of it', card, '**** **11 1111 1111', 'part'],
    ['behind a mask that shows its end', card, '**** **** **** 1111', 'none'],
    ['a birth date in another order', { kind: 'dob', value: '1990-04-23' }, '23.04.1990', 'rewritten'],
    ['the mailbox of an address', email, 'joerdis.kjaer4711', 'part'],
    ['its beginning, where it breaks off', email, 'Joerdis.Kjaer4711@e', 'part'],
    [
      'as SHA-256, as advertisers ask for it',
      email,
      `em=${sha('joerdis.kjaer4711@example.org')}`,
      'rewritten sha-256',
    ],
    ['a phone number as SHA-256', phone, sha('4930901820345'), 'rewritten sha-256'],
    ['a short one that stands by itself', { kind: 'name', value: 'Kjær' }, ['text', 'Kjær', 'x'], 'whole'],
    ['a security code where it was typed', { kind: 'cc-csc', value: '737' }, ['value', '737'], 'whole'],
  ])('%s', (_name, value, piece, expected) => {
    expect(found(value, piece)).toBe(expected);
  });
});

describe('nothing is invented', () => {
  it.each<[string, PlantedValue, string | readonly string[]]>([
    ['of a domain alone', email, 'somebody@example.org'],
    ['of a short value in a text', { kind: 'name', value: 'Kjær' }, 'Kjærgaard, and Kjær'],
    ['of a word within a word', { kind: 'locality', value: 'Berlin' }, 'the Berliner of 1990'],
    ['of a security code in a style', { kind: 'cc-csc', value: '737' }, ['width', '737']],
    ['of a security code in a text', { kind: 'cc-csc', value: '737' }, 'a Boeing 737'],
    ['of digits within others', { kind: 'id', value: '47110815' }, '9471108150'],
    ['of a short number in a text', { kind: 'postal', value: '10115' }, 'x=10115;'],
    ['of what every page says', { kind: 'country', value: 'Germany' }, ['value', 'Germany']],
    ['of a part that is too short', { kind: 'name', value: 'Jördis Kjærgaard' }, 'Jördis K'],
    ['of digits in a list of numbers', card, '[4111,1111,1111,1111]'],
  ])('%s', (_name, value, piece) => {
    expect(found(value, piece)).toBe('none');
  });

  it('of values that are not in a text, whatever it says', () => {
    const strange = fc.string({ maxLength: 200, unit: 'binary' });
    fc.assert(
      fc.property(strange, (text) => {
        fc.pre(!text.includes('4711'));
        expect(found({ kind: 'id', value: 'qx4711zz-0815' }, text)).toBe('none');
      }),
    );
  });
});

describe('the search for literals', () => {
  it('finds what a search one by one finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ß'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ß', 'x'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), text, (literals, haystack) => {
        const places: string[] = [];
        createLiteralSearch(literals).scan(haystack, (index, end) => places.push(`${index} ${end}`));
        const plain = literals.flatMap((literal, index) =>
          Array.from({ length: haystack.length }, (_, at) => at)
            .filter((at) => haystack.startsWith(literal, at))
            .map((at) => `${index} ${at + literal.length}`),
        );
        expect(places.sort()).toEqual(plain.sort());
      }),
    );
  });
});
