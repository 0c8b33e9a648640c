import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { createCustomDetectors } from '../../../core/leakSettings/createCustomDetectors.ts';
import { readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { field, record, scanOf } from '../findings/scanOf.ts';

const t = createTranslator(en, 'en');
const policy = {
  name: 'policy-id',
  pattern: 'P-\\d{6}',
  examples: { found: ['P-123456'], clean: ['P-12'] },
};
const made = (...detectors: readonly unknown[]) =>
  createCustomDetectors(readLeakSettings({ detectors }, '2026-11-25'));

const page = (text: string) =>
  scanOf({ nodes: [[1, 0, 'p']], records: [{ node: 1, channel: 'text', output: text }] });
async function idsIn(text: string, ...detectors: readonly unknown[]): Promise<string[]> {
  const found = await findLeaks(page(text), { custom: made(...detectors) });
  return found.map(({ kind }) => (kind.type === 'value' ? kind.detector : kind.class));
}

/** Why the only detector is refused; '' for none. */
function problemOf(part: Readonly<Record<string, unknown>>): string {
  const [problem] = made({ ...policy, ...part }).problems;
  return problem ? t(`leakSettings.${problem.code}`, problem.params) : '';
}

describe('a custom detector', () => {
  test('finds what it describes, with the severity and the tags of its org, and shows nothing of it', async () => {
    const custom = made({ ...policy, severity: 'critical', tags: ['identity', 'special-category'] });
    const [found] = await findLeaks(page('Policy P-445566.'), { custom });
    expect(found).toMatchObject({
      kind: { type: 'value', detector: 'custom:policy-id' },
      severity: 'critical',
      tags: ['special-category', 'identity'],
      sample: '••••••',
    });
    expect(JSON.stringify(found)).not.toContain('445566');
  });

  test('reads what no built-in detector would look at', async () => {
    const word = { name: 'code-word', pattern: 'zebra', examples: { found: ['zebra'] } };
    expect(await idsIn('zebra', word)).toEqual(['custom:code-word']);
  });

  test('counts a keyword near it, in the same text or in the name of its place, and no other', async () => {
    const number = {
      name: 'customer-number',
      pattern: '\\d{5}',
      keywords: ['Kundennummer', 'customer no'],
      examples: { found: ['customer no 12345'], clean: ['12345'] },
    };
    expect(await idsIn('Kundennummer: 12345', number)).toEqual(['custom:customer-number']);
    expect(await idsIn('Article 12345', number)).toEqual([]);
    expect(await idsIn(`Kundennummer${' .'.repeat(60)} 12345`, number)).toEqual([]);
    const named = scanOf({
      nodes: [[1, 0, 'p']],
      records: [{ node: 1, channel: 'attribute', name: 'data-kundennummer', output: '12345' }],
    });
    expect(await findLeaks(named, { custom: made(number) })).toHaveLength(1);
  });

  test.each([
    ['luhn', '79927398713', '79927398710'],
    ['mod97', '3214282912345698765432161182', '3214282912345698765432161183'],
    ['mod11-10', '07945', '07944'],
  ])('with %s drops numbers that do not add up', async (checksum, good, bad) => {
    const number = {
      name: 'member',
      pattern: '\\d{3,30}',
      checksum,
      examples: { found: [good], clean: [bad] },
    };
    expect(await idsIn(`Member ${good}, not ${bad}`, number)).toEqual(['custom:member']);
  });

  test('takes no value away from another detector, and stands beside a field that is one', async () => {
    const anything = { name: 'anything', pattern: '\\S+', severity: 'low', examples: { found: ['a'] } };
    expect(await idsIn('jane.roe@example.org', anything)).toEqual(['email', 'custom:anything']);
    const other = { ...policy, name: 'other', pattern: 'P-\\d{3,9}' };
    expect(await idsIn('P-445566', policy, other)).toEqual(['custom:policy-id', 'custom:other']);
    const nodes = [
      [1, 0, 'p'],
      [2, 1, 'b', 1],
    ] as const;
    const cut = scanOf({
      nodes,
      records: [
        { node: 1, channel: 'text', output: 'jane.roe@' },
        { node: 2, channel: 'text', output: 'example.org' },
      ],
    });
    const kinds = (await findLeaks(cut, { custom: made(anything) })).map(({ kind }) => kind);
    expect(kinds).toContainEqual({ type: 'value', detector: 'email' });
    const typed = scanOf({
      nodes: [[1, 0, 'input']],
      records: [record({ node: 1, channel: 'value', output: 'x' })],
      fields: [field(1, { name: 'password', type: 'password' })],
    });
    const both = await findLeaks(typed, { custom: made(anything) });
    expect(both.map(({ severity }) => severity)).toEqual(['critical', 'low']);
  });

  test('sees through invisible characters and encodings like the others', async () => {
    expect(await idsIn('P-44\u200b5566', policy)).toEqual(['custom:policy-id']);
    expect(await idsIn('/p?id=P%2D445566', policy)).toEqual(['custom:policy-id']);
  });
});

describe('a broken detector', () => {
  test.each([
    [{ pattern: '(?<=P-)\\d+' }, /not run here.*\(\?⟨<⟩=P/],
    [{ pattern: '(a)\\1' }, /not run here/],
    [{ pattern: '(?<n>a)\\k<n>' }, /not run here/],
    [{ pattern: 'a{1,5000}' }, /not run here/],
    [{ pattern: 'a[b' }, /no(?:t a)? regular expression.*a⟨\[⟩b/],
    [{ pattern: 'a)' }, /a⟨\)⟩/],
    [{ pattern: '(ab' }, /⟨\(⟩ab/],
    [{ pattern: 'ab\\' }, /ab⟨\\⟩/],
    [{ pattern: '+a' }, /⟨\+⟩a/],
    [{ pattern: 'x*' }, /matches nothing at all/],
    [{ pattern: '' }, /empty/],
    [{ flags: 'g' }, /only flag is i/],
    [{ name: 'Bad Name' }, /lower-case/],
    [{ name: '__proto__' }, /lower-case/],
    [{ checksum: 'constructor' }, /none of what checksum may be/],
    [{ severity: 'toString' }, /none of what severity may be/],
    [{ tags: ['pci', 'nice'] }, /none of what tags may be/],
    [{ keywords: ['...'] }, /no letter/],
    [{ examples: { found: [] } }, /at least one example/],
    [{ examples: { found: ['Q-1'] } }, /does not find its own example 1/],
    [{ examples: { found: ['P-123456'], clean: ['P-1', 'P-654321'] } }, /example 2 of what is clean/],
    [{ code: 'return true' }, /no entry “code”/],
    [{ pattern: 5 }, /wrong type/],
  ])('%j is told in words, with the place marked', (part, words) => {
    expect(problemOf(part)).toMatch(words);
  });

  test('is uninspected, by its name or its place in the list, and the others go on', async () => {
    const custom = made({ ...policy, name: 'bad-one', pattern: 'a[' }, 'nonsense', policy);
    expect(custom.uninspected()).toEqual([
      { kind: 'detector', path: '', reason: 'detector-broken', detail: 'custom:#2' },
      { kind: 'detector', path: '', reason: 'detector-broken', detail: 'custom:bad-one' },
    ]);
    expect(await findLeaks(page('P-445566'), { custom })).toHaveLength(1);
  });

  test('has words for every problem', () => {
    for (const { reason } of made({ ...policy, pattern: 'a[' }).uninspected())
      expect(t.has(`uninspected.${reason}`)).toBe(true);
    expect(t.has('uninspected.detector-stopped')).toBe(true);
  });
});

describe('hostile detectors', () => {
  const steps = (pattern: string, text: string) => {
    const started = performance.now();
    const custom = made({ ...policy, pattern, examples: { found: ['ab'] } });
    const spans = custom.detectors.flatMap((detector) => detector.detect(text, {}));
    return { milliseconds: performance.now() - started, custom, spans };
  };

  test.each(['(a+)+b', '(a|a)*b', '(a|aa)+b', 'a*a*a*a*b', '(.*){2,9}b', '((a?){50}){3}a*b'])(
    '%s does not go back on a text made for it',
    (pattern) => {
      expect(steps(pattern, 'a'.repeat(20_000)).milliseconds).toBeLessThan(3000);
    },
  );

  test('one that needs too long for a page is stopped, said to be, and begins anew with the next look', () => {
    const { custom } = steps('a*b|a', 'a'.repeat(20_000));
    expect(custom.uninspected()).toEqual([
      { kind: 'detector', path: '', reason: 'detector-stopped', detail: 'custom:policy-id' },
    ]);
    custom.begin();
    expect(custom.uninspected()).toEqual([]);
  });

  test('of a megabyte is refused by its length, before anything reads it', () => {
    const started = performance.now();
    expect(problemOf({ pattern: '('.repeat(1_000_000) })).toContain('longer than 1,000 characters');
    expect(problemOf({ keywords: ['x'.repeat(1_000_000)] })).toContain('longer than 60 characters');
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('over the limit are counted and are uninspected', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...policy, name: `p${at}` }));
    const custom = made(...many);
    expect(custom.detectors).toHaveLength(50);
    expect(custom.problems).toMatchObject([{ code: 'over-limit', params: { max: 50, more: 9950 } }]);
    expect(custom.uninspected()).toHaveLength(1);
  });

  test('of any text at all are refused in words or run, and never throw', async () => {
    const part = fc.constantFrom(
      'a',
      '\\d',
      '(',
      ')',
      '[',
      ']',
      '+',
      '*',
      '?',
      '{2,}',
      '|',
      '\\',
      '^',
      '(?:',
      'é',
      ' ',
    );
    const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'é', '('), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), text, (parts, on) => {
        const custom = made({ ...policy, pattern: parts.join(''), examples: { found: [on] } });
        for (const { code, params } of custom.problems)
          expect(t(`leakSettings.${code}`, params)).not.toMatch(/^leakSettings|\{\w+\}/);
        for (const { start, end } of custom.detect(on, {})) expect(start).toBeLessThan(end);
      }),
      { numRuns: 1000 },
    );
  });

  test('keys of the prototype are refused', () => {
    const own = JSON.parse('{"name":"policy-id","pattern":"P","examples":{"found":["P"],"__proto__":{}}}');
    expect(made(own).problems).toHaveLength(1);
    expect(made(JSON.parse('{"__proto__":{"name":"x"},"constructor":1}')).problems).toHaveLength(1);
  });
});
