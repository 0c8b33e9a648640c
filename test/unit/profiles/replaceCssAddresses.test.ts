import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceCssAddresses } from '../../../core/profiles/rrwebFamily/replaceCssAddresses.ts';

/** rrweb-snapshot@2.2.2, the expression whose answers are wanted. */
const original = /url\((?:(')([^']*)'|(")(.*?)"|([^)]*))\)/gm;

function byExpression(css: string): string {
  return css.replace(original, (whole, single, first, double, second, bare) => {
    const path: string = first || second || bare || '';
    return path === '' ? whole : `<${single || double || ''}${path}>`;
  });
}

const pieces = fc.constantFrom(
  'url(',
  'url("',
  "url('",
  ')',
  '"',
  "'",
  '")',
  "')",
  'a.png',
  '\n',
  ' ',
  'url',
);

test('finds the addresses that the expression finds', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const css = parts.join('');
      expect(replaceCssAddresses(css, (path, quote) => `<${quote}${path}>`)).toBe(byExpression(css));
    }),
    { numRuns: 3000 },
  );
});

test('looks at each character a few times at most', () => {
  // By the expression this takes a minute.
  expect(replaceCssAddresses('url("'.repeat(200_000), () => '')).toHaveLength(1_000_000);
});
