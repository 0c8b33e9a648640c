import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { Finding, LeakPlace } from '../../../core/findings/finding.ts';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { createElementMatcher } from '../../../core/leakSettings/createElementMatcher.ts';
import type { Suppression } from '../../../core/leakSettings/leakSettings.ts';
import { pageMatches } from '../../../core/leakSettings/pageMatches.ts';
import { readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import { suppressFindings } from '../../../core/leakSettings/suppressFindings.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { scanOf } from '../findings/scanOf.ts';

const t = createTranslator(en, 'en');
const today = '2026-11-25';
const fine = { reason: 'agreed with the privacy team', expires: '2027-02-01' };

const scan = scanOf({
  nodes: [
    [1, 0, 'html'],
    [2, 1, 'body'],
    [3, 2, 'p:nth-child(1)'],
    [4, 2, 'p:nth-child(2)'],
    [5, 4, 'b'],
  ],
  records: [
    { node: 3, channel: 'attribute', name: 'class', output: 'contact small' },
    { node: 3, channel: 'text', output: 'jane.roe@example.org' },
    { node: 4, channel: 'attribute', name: 'class', output: null, treatment: 'masked' },
    { node: 4, channel: 'text', output: 'jane.roe@example.org' },
    { node: 5, channel: 'text', output: 'GB82 WEST 1234 5698 7654 32' },
  ],
});

async function suppress(...entries: readonly Partial<Suppression>[]) {
  const read = readLeakSettings({ suppressions: entries.map((entry) => ({ ...fine, ...entry })) }, today);
  expect(read.problems).toEqual([]);
  const { suppressions } = read;
  const elements = createElementMatcher(scan, suppressions);
  return suppressFindings({ findings: await findLeaks(scan), suppressions, url: scan.url, today, elements });
}
const idsOf = (findings: readonly Finding[]) =>
  findings.map(({ kind }) => (kind.type === 'value' ? kind.detector : kind.class));

describe('a suppression', () => {
  test('takes out what it matches, and says that it did', async () => {
    const { findings, suppressed, suppressions } = await suppress({ detector: 'iban' });
    expect(idsOf(findings)).toEqual(['email']);
    expect(suppressed).toMatchObject([{ finding: { kind: { detector: 'iban' } }, by: ['#1'] }]);
    expect(suppressions).toMatchObject([{ state: 'used', matches: 1, reason: fine.reason }]);
  });

  test('of one place leaves a value that stands in others', async () => {
    const { findings, suppressed } = await suppress({ detector: 'email', selector: 'p.contact' });
    expect(
      findings.find(({ kind }) => kind.type === 'value' && kind.detector === 'email')?.places,
    ).toHaveLength(1);
    expect(suppressed[0]?.finding.places).toMatchObject([{ node: 3 }]);
  });

  test.each([
    ['p', 2],
    ['body > p:nth-child(1)', 1],
    ['html > body > p:nth-child(1)', 1],
    ['.contact.small', 1],
    ['[class="contact small"]', 1],
    ['p:nth-child(3)', 0],
    // Its class is masked: nobody knows, so it is not accepted.
    ['p:nth-child(2)[class]', 0],
    ['div p', 0],
  ])('with %s matches %i of the two places', async (selector, places) => {
    const { suppressed } = await suppress({ detector: 'email', selector });
    expect(suppressed.flatMap(({ finding }) => finding.places)).toHaveLength(places);
  });

  test('needs all of what it says', async () => {
    const { findings } = await suppress(
      { detector: 'email', page: '/other' },
      { detector: 'phone', selector: 'p' },
    );
    expect(findings).toHaveLength(2);
  });

  test('that is over accepts nothing, and says what is back', async () => {
    const { findings, suppressed, suppressions } = await suppress({
      detector: 'iban',
      expires: '2026-11-24',
    });
    expect(findings).toHaveLength(2);
    expect(suppressed).toEqual([]);
    expect(suppressions).toMatchObject([{ state: 'expired', matches: 1 }]);
  });

  test('counts on its last day', async () => {
    expect((await suppress({ detector: 'iban', expires: today })).suppressed).toHaveLength(1);
  });

  test('that matches nothing is unused on its page, and elsewhere on others', async () => {
    const { suppressions } = await suppress({ detector: 'jwt' }, { detector: 'jwt', page: '/account/*' });
    expect(suppressions.map(({ state }) => state)).toEqual(['unused', 'elsewhere']);
  });
});

describe('what a suppression must say', () => {
  const wordsOf = (entry: object) => {
    const [problem] = readLeakSettings({ suppressions: [entry] }, today).problems;
    return problem ? t(`leakSettings.${problem.code}`, problem.params) : '';
  };

  test.each([
    [{ ...fine }, /accept everything/],
    [{ detector: 'email', expires: fine.expires }, /needs a reason/],
    [{ detector: 'email', reason: ' ', expires: fine.expires }, /needs a reason/],
    [{ detector: 'email', reason: 'ok' }, /needs a last day/],
    [{ detector: 'email', ...fine, expires: 'never' }, /2026-12-31/],
    [{ detector: 'email', ...fine, expires: '2026-02-31' }, /2026-12-31/],
    [{ detector: 'email', ...fine, expires: '2028-01-01' }, /at most a year/],
    [{ detector: 'mail', ...fine }, /no detector/],
    [{ detector: 'field:mail', ...fine }, /no detector/],
    [{ detector: 'toString', ...fine }, /no detector/],
    [{ page: '/a?b=c', ...fine }, /without \? and #/],
    [{ selector: 'p:not(.x)', ...fine }, /cannot be tried on a recording \(:not\)/],
    [{ selector: 'p:has(b)', ...fine }, /:has/],
    [{ selector: '[class!=x]', ...fine }, /cannot be tried/],
    [{ selector: 'p >', ...fine }, /cannot be read/],
    [{ detector: 'email', ...fine, reason: 'jane.roe@example.org said so' }, /looks personal \(email\)/],
    [{ page: '/invite/jane.roe@example.org', ...fine }, /looks personal/],
    [{ selector: '[data-mail="jane.roe@example.org"]', ...fine }, /looks personal/],
    [{ detector: 'email', ...fine, until: 'x' }, /no entry “until”/],
  ])('%j is refused', (entry, words) => {
    expect(wordsOf(entry)).toMatch(words);
  });

  test('ten thousand of them are bounded, and the rest is told', () => {
    const suppressions = Array.from({ length: 10_000 }, () => ({ detector: 'email', ...fine }));
    const started = performance.now();
    const read = readLeakSettings({ suppressions }, today);
    expect(read.suppressions).toHaveLength(1000);
    expect(read.problems).toMatchObject([
      { kind: 'suppression', code: 'over-limit', params: { more: 9000 } },
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('keys of the prototype are refused', () => {
    expect(
      wordsOf(JSON.parse('{"__proto__":{"detector":"email"},"reason":"x","expires":"2027-01-01"}')),
    ).toMatch(/wrong type/);
  });
});

describe('a page pattern', () => {
  const url = 'https://shop.example.com/order/7/pay?token=1#x';
  test.each([
    ['https://shop.example.com/order/7/pay', true],
    ['https://shop.example.com/order/*', true],
    ['/order/*/pay', true],
    ['/order/*', true],
    ['*', true],
    ['/order', false],
    ['/order/*/cancel', false],
    ['https://example.com/order/*', false],
    ['http://shop.example.com/*', false],
    ['*/pay', true],
    ['/order/7/pay*pay', false],
  ])('%s: %s', (pattern, expected) => {
    expect(pageMatches(pattern, url)).toBe(expected);
  });

  test('of many stars takes no long time on a long address', () => {
    const started = performance.now();
    expect(pageMatches(`/${'*a'.repeat(200)}b`, `https://x.example/${'a'.repeat(100_000)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('for any findings and any suppressions', () => {
  const detectors = ['email', 'phone', 'iban', 'jwt'] as const;
  const place = fc.record({ node: fc.integer({ min: 3, max: 5 }), captured: fc.boolean() }).map(
    ({ node, captured }): LeakPlace => ({
      node,
      path: `html > body > x:nth-child(${node})`,
      channel: 'text',
      treatment: captured ? 'captured' : 'unknown',
      moment: 'snapshot',
      why: 'no-rule',
    }),
  );
  const finding = fc
    .record({
      detector: fc.constantFrom(...detectors),
      places: fc.array(place, { minLength: 1, maxLength: 4 }),
    })
    .map(
      ({ detector, places }): Finding => ({
        id: `${detector}-${places.map(({ node }) => node).join('')}`,
        kind: { type: 'value', detector },
        certainty: places.some(({ treatment }) => treatment === 'captured') ? 'leak' : 'possible',
        severity: 'high',
        tags: [],
        confidence: 1,
        sample: '' as Finding['sample'],
        places: places as unknown as Finding['places'],
      }),
    );
  const suppression = fc.record(
    {
      detector: fc.constantFrom(...detectors),
      selector: fc.constantFrom('p', 'b', '.contact', 'html > body > x:nth-child(4)'),
      page: fc.constantFrom('/checkout', '/other', '*'),
      expires: fc.constantFrom('2026-01-01', '2027-01-01'),
    },
    { requiredKeys: ['expires'] },
  );

  test('no finding is hidden that none of them matches, and no place is lost', () => {
    fc.assert(
      fc.property(
        fc.array(finding, { maxLength: 6 }),
        fc.array(suppression, { maxLength: 5 }),
        (findings, given) => {
          const suppressions = given
            .filter(({ detector, selector, page }) => detector ?? selector ?? page)
            .map((one, at): Suppression => ({ id: `s${at}`, reason: 'ok', ...one }));
          const elements = createElementMatcher(scan, suppressions);
          const result = suppressFindings({ findings, suppressions, url: scan.url, today, elements });
          const covers = (one: Finding, at: LeakPlace) =>
            suppressions.some(
              ({ detector, selector, page, expires }) =>
                expires >= today &&
                (detector === undefined || (one.kind.type === 'value' && one.kind.detector === detector)) &&
                (page === undefined || page !== '/other') &&
                (selector === undefined ||
                  at.path === selector ||
                  (selector === 'p' && at.node < 5) ||
                  (selector === 'b' && at.node === 5) ||
                  (selector === '.contact' && at.node === 3)),
            );
          const expected = findings.flatMap((one) => one.places.filter((at) => !covers(one, at)));
          expect(result.findings.flatMap(({ places }) => places)).toEqual(expected);
          const all = [...result.findings, ...result.suppressed.map((one) => one.finding)];
          expect(all.flatMap(({ places }) => places)).toHaveLength(
            findings.flatMap(({ places }) => places).length,
          );
          for (const one of result.findings)
            expect(one.certainty === 'leak').toBe(
              one.places.some(({ treatment }) => treatment === 'captured'),
            );
        },
      ),
      { numRuns: 500 },
    );
  });
});
