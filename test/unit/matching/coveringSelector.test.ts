import { expect, test } from 'vitest';
import { coveringSelector } from '../../../core/matching/coveringSelector.ts';

test.each([
  ['div:has(~ div .none)', 'div'],
  ['.a:has(b) ~ .b.c:not(.d)', '.c'],
  ['[id="q"] ~ p, .list:has(a) li', 'p, li'],
  ['.x ~ #total:has(b)', '#total'],
  ['*:has(* *) ~ *', '*'],
  [':is(.a, .b):has(c)', '*'],
  ['p ~ [data-x]', '*'],
  ['a ~ p::before', 'p'],
  ['svg ~ foreignObject', 'foreignObject'],
  ['p(', '*'],
  [Array.from({ length: 50 }, (_, index) => `.a${index} ~ p`).join(','), 'p'],
  [Array.from({ length: 50 }, (_, index) => `p ~ .a${index}`).join(','), '*'],
  [`p ~ .${'a'.repeat(100_000)}`, '*'],
])('what %.40s can hit is all in %s', (selector, cover) => {
  expect(coveringSelector(selector)).toBe(cover);
});
