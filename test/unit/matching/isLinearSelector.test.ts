import { describe, expect, test } from 'vitest';
import { isLinearSelector } from '../../../core/matching/isLinearSelector.ts';

describe('a selector is run over the whole page at once', () => {
  test.each([
    '.lead',
    '#a > div > div:nth-child(2) > p',
    '.wrap .list li',
    'input[type="text" i]',
    ':is(.a, .b) p',
    '.x:not(.y):hover > p, .z',
    ':not(:nth-child(2n of .row))',
    '* * * * * *',
  ])('%s', (selector) => {
    expect(isLinearSelector(selector)).toBe(true);
  });
});

describe('a selector is asked of small pieces', () => {
  test.each([
    '*:has(.none)',
    'main:has(* ~ * ~ .none)',
    '.a ~ .b',
    ':not(.a ~ .b)',
    'a > b c > d e',
    ':nth-child(2n of .a ~ .b)',
    'svg|',
    'p(',
    Array.from({ length: 1000 }, (_, index) => `.a${index}`).join(','),
    `:is(${Array.from({ length: 1000 }, (_, index) => `.a${index}`).join(',')}) *`,
    `.${'a'.repeat(1_000_000)}`,
  ])('%.40s', (selector) => {
    expect(isLinearSelector(selector)).toBe(false);
  });

  test('is not one whose lists hold lists that hold lists', () => {
    const sixteen = (inner: string) => `:is(${Array.from({ length: 16 }, () => inner).join(',')})`;
    expect(isLinearSelector(sixteen('.a'))).toBe(true);
    expect(isLinearSelector(sixteen(sixteen('.a')))).toBe(false);
  });

  test('is not one in which a browser may read a comment or a text to the end', () => {
    expect(isLinearSelector('p:nth-child(2n /* )')).toBe(false);
    expect(isLinearSelector('p:lang(")')).toBe(false);
    expect(isLinearSelector('p:nth-child(2n)')).toBe(true);
  });
});
