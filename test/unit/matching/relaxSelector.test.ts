import { describe, expect, test } from 'vitest';
import { relaxSelector, splitTopLevel } from '../../../core/matching/relaxSelector.ts';
import { readSavedSelector } from '../../../core/saved/savedSelector.ts';

const isValid = (selector: string) => readSavedSelector(selector).kind === 'exact';

describe('relaxSelector', () => {
  test.each([
    ['.card:contains("x")', '.card'],
    ['.card:contains("a(b)") .num', '.card .num'],
    ['.card, .x:eq(0)', '.card, .x'],
    ['div[', 'div'],
    ['.a .b[x="y" z]', '.a .b'],
    ['.card!', '.card'],
    ['input:checkbox[name=a]', 'input[name=a]'],
    ['div > > .num', '.num'],
  ])('%s may reach as far as %s', (selector, reach) => {
    expect(relaxSelector(selector, isValid)).toBe(reach);
  });

  test.each(['', '!!', ':::', '..', '.card >', '.card > :foo'])(
    'nothing sensible is left of %j',
    (selector) => {
      expect(relaxSelector(selector, isValid)).toBeUndefined();
    },
  );

  test('what it gives is valid', () => {
    for (const selector of ['a:b(c', '.x::y(z', 'p > :foo', '[a', '.a{}', 'a,,b', '.a:is(.b']) {
      const relaxed = relaxSelector(selector, isValid);
      if (relaxed !== undefined) expect(isValid(relaxed), relaxed).toBe(true);
    }
  });
});

describe('splitTopLevel', () => {
  test('splits at commas outside of brackets, parentheses and strings', () => {
    expect(splitTopLevel('a, b[c=","], :is(d, e), "f,g", h\\,i', ',')).toEqual([
      'a',
      ' b[c=","]',
      ' :is(d, e)',
      ' "f,g"',
      ' h\\,i',
    ]);
  });
});
