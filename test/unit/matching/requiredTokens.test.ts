import { expect, test } from 'vitest';
import { requiredTokens } from '../../../core/matching/requiredTokens.ts';

test.each([
  ['.a', [{ classes: ['a'], ids: [], classParts: [] }]],
  ['#A .b.c', [{ classes: ['b', 'c'], ids: ['a'], classParts: [] }]],
  [
    '.a, p',
    [
      { classes: ['a'], ids: [], classParts: [] },
      { classes: [], ids: [], classParts: [] },
    ],
  ],
  ['[class*="card"]', [{ classes: [], ids: [], classParts: ['card'] }]],
  // Nothing inside these has to be on the page.
  ['p:not(.a)', [{ classes: [], ids: [], classParts: [] }]],
  ['p:is(.a, .b)', [{ classes: [], ids: [], classParts: [] }]],
  ['[class="a" i]', [{ classes: [], ids: [], classParts: [] }]],
  ['[class*="A" i]', [{ classes: [], ids: [], classParts: [] }]],
])('%s needs %j', (selector, needs) => {
  expect(requiredTokens(selector)).toEqual(needs);
});

test('what css-what cannot read has to be run', () => {
  expect(requiredTokens(':is()')).toBeUndefined();
});

test('does not say what is needed where a browser may end an argument elsewhere', () => {
  expect(requiredTokens('.a:nth-child(1 /* ) .b:nth-child(1 */ )')).toBeUndefined();
  expect(requiredTokens('.a:nth-child(1) .b')).toHaveLength(1);
});
