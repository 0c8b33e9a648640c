import { describe, expect, it } from 'vitest';
import { en as words } from '../../../assets/locales/en/index.ts';
import { lintSelector } from '../../../core/selectors/lintSelector.ts';

const keys = (selector: string) => lintSelector(selector).map((one) => one.key);

describe('lintSelector', () => {
  it.each([
    ['.order-history td.recipient', []],
    ['[data-testid="shipping-address"]', []],
    ['#card-form', []],
    ['input[type=password]', []],
    ['div:nth-of-type(3) > p', ['positional', 'pseudo-class']],
    ['.css-1q2w3e', ['generated-name']],
    ['[class*="sc-bdVaJa"]', ['generated-name']],
    ['[data-v-7ba5bd90]', ['generated-name']],
    ['.mt-4', ['utility-class']],
    ['*', ['matches-everything']],
    ['html', ['matches-everything']],
    ['main body', ['matches-everything']],
    ['.a *', []],
    ['.one, .two, .three', ['too-many-parts']],
    ['a[href="/users/1"]', ['page-data']],
    ['[title="Jane"]', ['page-data']],
    ['[data-user="jane@example.com"]', ['page-data']],
    ['#order-1234567', ['page-data']],
    [':not([title=x])', ['pseudo-class', 'page-data']],
    ['p::before', ['pseudo-element']],
    ['p:contains("Jane")', ['not-css']],
    ['a < b', ['not-css']],
    ['[a!=b]', ['not-css']],
    ['.a:has(.b)', ['pseudo-class']],
    ['', ['invalid']],
  ] as const)('says of %s: %j', (selector, expected) => {
    expect(keys(selector)).toEqual(expected);
  });

  it('points at what it cannot read', () => {
    const selector = '.card > ]x';
    const [problem] = lintSelector(selector);
    expect(problem?.key).toBe('invalid');
    expect(selector.slice(problem?.start, problem?.end)).toBe(problem?.detail);
  });

  it('points at the piece it is about', () => {
    expect(lintSelector('main > .css-1q2w3e')).toEqual([
      { key: 'generated-name', detail: 'css-1q2w3e', start: 8, end: 18 },
    ]);
  });

  it('does not throw on any text', () => {
    for (const text of [
      '(',
      '[',
      'a[b',
      ':',
      '>>',
      'a >> b',
      '\\',
      '"',
      ':not(',
      '/*',
      'a/*x',
      '@media',
      '{}',
    ]) {
      expect(Array.isArray(lintSelector(text))).toBe(true);
    }
  });

  it('has words for each of its keys', () => {
    const problems = [
      '.css-1q2w3e',
      '*',
      'p::a',
      '.a,.b,.c',
      '[href=x]',
      'a<b',
      'p:first-child',
      '.mt-4',
      '(',
    ];
    for (const key of problems.flatMap(keys)) expect(words).toHaveProperty([`selectorLint.${key}`]);
  });
});
