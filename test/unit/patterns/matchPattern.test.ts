import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPattern } from '../../../core/patterns/matchPattern.ts';
import { PatternError } from '../../../core/patterns/patternProgram.ts';

function native(source: string, text: string): (readonly [number, number])[] {
  return [...text.matchAll(new RegExp(source, 'g'))].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
}

const atom = fc.constantFrom('a', 'b', '.', '\\d', '\\w', '[ab]', '[^a]', '[a-c-]', '\\/', '-', '\\x61');
const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?');
const piece = fc.tuple(atom, quantifier).map(([one, many]) => one + many);
const flat = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const group = fc.tuple(flat, flat, quantifier).map(([one, other, many]) => `(?:a${one}|b${other})${many}`);
const pattern = fc
  .tuple(
    fc.constantFrom('', '^', '\\b'),
    fc.array(fc.oneof(flat, group), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '$'),
  )
  .map(([start, parts, end]) => start + parts.join('') + end);
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '/', '-'), maxLength: 14 });

describe('createPattern', () => {
  test('finds what the browser finds', () => {
    fc.assert(
      fc.property(pattern, text, (source, value) => {
        expect(createPattern(source).matchesIn(value)).toEqual(native(source, value));
      }),
      { numRuns: 3000 },
    );
  });

  test('finds what the browser finds where capital letters count as small ones', () => {
    const mixed = fc.string({ unit: fc.constantFrom('a', 'B', 'A', 'c', '1', '-'), maxLength: 14 });
    fc.assert(
      fc.property(pattern, mixed, (source, value) => {
        const expected = [...value.matchAll(new RegExp(source, 'gi'))].map((match) => [
          match.index,
          match.index + match[0].length,
        ]);
        expect(createPattern(source, { ignoreCase: true }).matchesIn(value)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['/users/\\d+', '/users/12/orders/7'],
    ['(?<=x)?', ''],
    ['a{', 'a{'],
    ['[\\d-]+|x{1,3}', 'xx 12-3 xxxx'],
    ['\\bcat\\b', 'cat concat cat'],
    ['', 'ab'],
    ['$', 'ab'],
    ['[^/]+@[^/]+', '/invite/jane@example.org/ok'],
  ])('%s in %s', (source, value) => {
    let expected: unknown = 'refused';
    try {
      expected = createPattern(source).matchesIn(value);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
    }
    if (expected !== 'refused') expect(expected).toEqual(native(source, value));
  });

  test.each([
    ['(', 'invalid'],
    ['a**', 'invalid'],
    ['[b-a]', 'invalid'],
    ['(?=a)', 'unsupported'],
    ['(?<name>a)', 'unsupported'],
    ['(a)\\1', 'unsupported'],
    ['a{1000}', 'unsupported'],
    ['(?:a{99}){99}', 'unsupported'],
    ['\\p{L}', 'unsupported'],
    [`${'('.repeat(60)}${')'.repeat(60)}`, 'unsupported'],
  ])('%s is refused as %s', (source, reason) => {
    expect(() => createPattern(source)).toThrow(expect.objectContaining({ reason }));
  });

  test.each([
    ['(a+)+$', `${'a'.repeat(5000)}b`],
    ['(a|a)*b', 'a'.repeat(5000)],
    ['a*a*a*a*a*a*c', 'a'.repeat(5000)],
    ['(.*)*x', '/'.repeat(20_000)],
  ])('%s ends soon on what would keep a backtracking engine for years', (source, value) => {
    const before = performance.now();
    const found = createPattern(source).matchesIn(value);
    expect(found === null || found.length === 0).toBe(true);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('says which patterns have groups', () => {
    expect(createPattern('a(b)').hasGroups).toBe(true);
    expect(createPattern('a(?:b)').hasGroups).toBe(false);
  });
});
