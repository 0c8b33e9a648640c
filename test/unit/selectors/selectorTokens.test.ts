import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../../../assets/locales/en/lint.json' with { type: 'json' };
import { selectorTokens } from '../../../core/selectors/selectorTokens.ts';

const kinds = (text: string) =>
  selectorTokens(text).tokens.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const faults = (text: string) => selectorTokens(text).faults.map(({ key, start }) => `${key} ${start}`);

describe('selectorTokens', () => {
  it('says what each piece is', () => {
    expect(kinds('main > .card[data-x="a b" i]:not(#y), *')).toEqual([
      'tag main',
      'combinator >',
      'class .card',
      'mark [',
      'attribute data-x',
      'combinator =',
      'value "a b"',
      'value i',
      'mark ]',
      'pseudo :not',
      'mark (',
      'id #y',
      'mark )',
      'comma ,',
      'tag *',
    ]);
  });

  it.each([
    ['.a', []],
    ['.a:has(> .b)', []],
    ['li:nth-child(2n + 1 of .x)', []],
    ['[a="]"]', []],
    ['.w-1\\/2', []],
    ['.\\31 a', []],
    ['a/* , */b', []],
    ['.a[', ['unclosed-bracket 2']],
    ['.a["x', ['unclosed-bracket 2', 'unclosed-quote 3']],
    [':is(.a', ['unclosed-parenthesis 3']],
    ['.a)', ['extra-closing 2']],
    ['.a]', ['extra-closing 2']],
    ['.', ['name-missing 0']],
    ['.1a', ['starts-with-digit 0']],
    ['.a{color:red}', ['brace 2', 'brace 12']],
    ['.a @b', ['stray 3']],
    ['> .a', ['combinator-alone 0']],
    ['.a >', ['combinator-alone 3']],
    ['.a > > .b', ['combinator-alone 5']],
    ['.a,', ['empty-part 2']],
    ['.a,,.b', ['empty-part 2', 'empty-part 3']],
    ['.a\u202eb', ['hidden-character 2']],
    ['.a\0', ['hidden-character 2']],
    ['.a /* b', ['unclosed-comment 3']],
  ] as const)('finds in %j: %j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('covers any text at all, in order, without overlap', () => {
    const bits = fc.constantFrom(
      '.',
      '#',
      '[',
      ']',
      '"',
      "'",
      '(',
      ')',
      '\\',
      '{',
      '}',
      '/*',
      '*/',
      ':',
      ',',
      '>',
      ' ',
      'a',
      '1',
      '-',
      '=',
      '\n',
      '\u202e',
      '\0',
      '@',
      'nth-child',
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          let at = 0;
          for (const { start, end } of selectorTokens(text).tokens) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
          for (const { key } of selectorTokens(text).faults)
            expect(words).toHaveProperty([`selectorFault.${key}`]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says nothing about a text that is too long, and takes no time over one that is as long as may be', () => {
    expect(selectorTokens('a'.repeat(1_000_000)).isUnread).toBe(true);
    for (const piece of ['(', '[', ':nth-child(', '"', '\\', '.a,', '-', '/*', '> ', '{']) {
      const text = piece.repeat(8192 / piece.length);
      const start = performance.now();
      selectorTokens(text);
      expect(performance.now() - start, piece).toBeLessThan(100);
    }
  });
});
