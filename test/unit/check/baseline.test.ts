import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBaseline } from '../../../core/check/baseline/compareBaseline.ts';
import type { LockFile } from '../../../core/check/baseline/lockFile.ts';
import { homeOf, pageKey } from '../../../core/check/baseline/pageKey.ts';
import { readLockFile } from '../../../core/check/baseline/readLockFile.ts';
import { type UpdateOptions, updateBaseline } from '../../../core/check/baseline/updateBaseline.ts';
import { writeLockFile } from '../../../core/check/baseline/writeLockFile.ts';
import { checkTerms } from '../../../core/leakSettings/checkAcceptance.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import { notLoadedReport, reportOf } from '../report/sampleRun.ts';

const today = '2026-11-25';
const home = 'shop.example';
const rules = [
  { selector: 'input', action: 'mask' as const, name: 'Mask fields' },
  { selector: '.tel', action: 'mask' as const, name: 'Mask numbers' },
];
const address = 'https://shop.example/checkout?session=1#top';
const form = '<input type="email" name="email"><p class="tel">+49 30 901820</p><p>jane.roe@example.org</p>';
const accept = { reason: 'Shown to everybody', expires: '2027-01-31' };

function lockOf(pages: readonly PageReport[], more: Partial<UpdateOptions> = {}, old?: LockFile): LockFile {
  const update = updateBaseline(old, { recorder: 'fullstory', home, today, ...more });
  for (const page of pages) update.take(page);
  return update.lock();
}

function compared(
  lock: LockFile,
  pages: readonly PageReport[],
  more: { isPart?: boolean; today?: string; home?: string } = {},
) {
  const comparison = compareBaseline(lock, { today, home, ...more });
  const taken = pages.map((page) => comparison.take(page));
  return { pages: taken, result: comparison.result() };
}

describe('a baseline', () => {
  test('records which rules matched what kind of element, and how much was looked at', async () => {
    const lock = lockOf([await reportOf(address, form, { rules })]);
    expect(lock.pages.map(({ page }) => page)).toEqual(['/checkout']);
    const own = lock.pages[0]?.rules.filter(({ name }) => name.startsWith('Mask'));
    expect(own).toEqual([
      { id: 'r1', name: 'Mask fields', kinds: ['input[type=email]'] },
      { id: 'r2', name: 'Mask numbers', kinds: ['p'] },
    ]);
    expect(lock.pages[0]?.looked.text).toBeGreaterThan(0);
  });

  test('accepts nothing in silence', async () => {
    const page = await reportOf(address, form, { rules });
    const lock = lockOf([page]);
    expect(lock.pages[0]?.accepted).toEqual([]);
    const { pages, result } = compared(lock, [page]);
    expect(pages[0]?.verdict).toMatchObject({ level: 'red', leaks: 1 });
    expect(result.newLeaks).toBe(1);
  });

  test('takes what is accepted out of the leaks, with reason and day, and judges the page anew', async () => {
    const page = await reportOf(address, form, { rules });
    const { pages, result } = compared(lockOf([page], { accept }), [page]);
    expect(pages[0]).toMatchObject({ leaks: [], accepted: [accept], verdict: { level: 'green', leaks: 0 } });
    expect(result).toMatchObject({
      newLeaks: 0,
      stoppedRules: [],
      lostCoverage: [],
      lostPages: [],
      expired: 0,
      gone: 0,
    });
  });

  test('lets a leak count again from the day after', async () => {
    const page = await reportOf(address, form, { rules });
    const lock = lockOf([page], { accept });
    expect(compared(lock, [page], { today: '2027-01-31' }).pages[0]?.leaks).toEqual([]);
    const { pages, result } = compared(lock, [page], { today: '2027-02-01' });
    expect(pages[0]?.verdict.leaks).toBe(1);
    expect(result).toMatchObject({ expired: 1, newLeaks: 0 });
  });

  test('does not accept the same kind in another place, nor another kind in the same', async () => {
    const lock = lockOf([await reportOf(address, '<p>jane.roe@example.org</p>')], { accept });
    const moved = compared(lock, [await reportOf(address, '<div>jane.roe@example.org</div>')]);
    expect(moved.result).toMatchObject({ newLeaks: 1, gone: 1 });
    const other = compared(lock, [await reportOf(address, '<p>DE89370400440532013000</p>')]);
    expect(other.result).toMatchObject({ newLeaks: 1, gone: 1 });
  });

  test('accepts a row of a table whatever its position, and no other table', async () => {
    const row = '<tr><td>jane.roe@example.org</td></tr>';
    const lock = lockOf([await reportOf(address, `<table>${row}</table>`)], { accept });
    const more = await reportOf(
      address,
      `<table><tr><td>-</td></tr>${row}${row.replace('jane', 'joe')}</table>`,
    );
    expect(compared(lock, [more]).result.newLeaks).toBe(0);
    const beside = await reportOf(address, `<table><tr><td>-</td></tr></table><table>${row}</table>`);
    expect(compared(lock, [beside]).result.newLeaks).toBe(1);
  });

  test('calls what was only possible and is certain now a new leak', async () => {
    const page = await reportOf(address, '<p>jane.roe@example.org</p>');
    const lock = lockOf([page], { accept });
    const weaker = {
      ...lock,
      pages: lock.pages.map((one) => ({
        ...one,
        accepted: one.accepted.map((entry) => ({ ...entry, certainty: 'possible' as const })),
      })),
    };
    expect(compared(weaker, [page]).result.newLeaks).toBe(1);
    expect(compared(weaker, [page]).pages[0]?.leaks.length).toBe(1);
    const again = lockOf([page], {}, weaker);
    expect(compared(again, [page]).result.newLeaks).toBe(1);
  });

  test('keeps a place that is not accepted of a finding that is accepted elsewhere', async () => {
    const lock = lockOf([await reportOf(address, '<p>jane.roe@example.org</p><div></div>')], { accept });
    const both = await reportOf(address, '<p>jane.roe@example.org</p><div>jane.roe@example.org</div>');
    const { pages, result } = compared(lock, [both]);
    expect(pages[0]?.leaks[0]?.places.map(({ path }) => path)).toEqual(['html > body > div:nth-child(2)']);
    expect(pages[0]?.accepted?.[0]?.places.length).toBe(1);
    expect(result.newLeaks).toBe(1);
  });

  test('tells which rules stopped matching, wholly or for some kinds of element', async () => {
    const lock = lockOf([await reportOf(address, `${form}<input type="tel" class="tel">`, { rules })], {
      accept,
    });
    const { result } = compared(lock, [await reportOf(address, '<input type="email">', { rules })]);
    expect(result.stoppedRules.filter(({ rule }) => rule.startsWith('r'))).toEqual([
      { rule: 'r1', name: 'Mask fields', page: '/checkout', kinds: ['input[type=tel]'], matches: 1 },
      { rule: 'r2', name: 'Mask numbers', page: '/checkout', kinds: ['input[type=tel]', 'p'] },
    ]);
  });

  test('tells coverage that was lost, and not that a page has a little less today', async () => {
    const paragraphs = (count: number) => '<p>Hello there</p>'.repeat(count);
    const lock = lockOf([await reportOf(address, paragraphs(40))]);
    expect(compared(lock, [await reportOf(address, paragraphs(30))]).result.lostCoverage).toEqual([]);
    const { result } = compared(lock, [await reportOf(address, paragraphs(3))]);
    expect(result.lostCoverage).toContainEqual({ page: '/checkout', channel: 'text', before: 40, now: 3 });
  });

  test('misses pages that were not looked at, but not in one shard of many', async () => {
    const lock = lockOf([await reportOf(address, form), await reportOf('https://shop.example/', form)]);
    const some = [await reportOf(address, form)];
    expect(compared(lock, some).result.lostPages).toEqual(['/']);
    expect(compared(lock, some, { isPart: true }).result.lostPages).toEqual([]);
  });

  test('says nothing of the rules of a page that did not load', async () => {
    const lock = lockOf([await reportOf(address, form, { rules })], { accept });
    const { result, pages } = compared(lock, [notLoadedReport(address, 'net::ERR')]);
    expect(result).toMatchObject({ stoppedRules: [], lostCoverage: [], lostPages: [], gone: 0 });
    expect(pages[0]?.verdict.level).toBe('amber');
  });
});

describe('an update', () => {
  test('keeps reason and day of what is still there, drops what is gone, adds nothing', async () => {
    const before = lockOf(
      [await reportOf(address, '<p>jane.roe@example.org</p><b>4111 1111 1111 1111</b>')],
      { accept },
    );
    const after = lockOf(
      [await reportOf(address, '<p>jane.roe@example.org</p><i>DE89370400440532013000</i>')],
      {},
      before,
    );
    expect(after.pages[0]?.accepted).toEqual(
      before.pages[0]?.accepted.filter(({ kind }) => kind === 'email'),
    );
  });

  test('accepts again what is past its day only where somebody says so', async () => {
    const page = await reportOf(address, '<p>jane.roe@example.org</p>');
    const old = lockOf([page], { accept: { ...accept, expires: '2026-01-01' }, today: '2025-12-01' });
    expect(lockOf([page], {}, old).pages[0]?.accepted[0]?.expires).toBe('2026-01-01');
    expect(lockOf([page], { accept }, old).pages[0]?.accepted[0]).toMatchObject(accept);
  });

  test('of a run that was compared is the same as of one that was not', async () => {
    const page = await reportOf(address, form, { rules });
    const lock = lockOf([page], { accept });
    expect(lockOf(compared(lock, [page]).pages, {}, lock)).toEqual(lockOf([page], {}, lock));
  });

  test('leaves a page that did not load as it was, and in a shard those of the others', async () => {
    const lock = lockOf([await reportOf(address, form), await reportOf('https://shop.example/', form)], {
      accept,
    });
    expect(lockOf([notLoadedReport(address, 'x')], { isPart: true }, lock)).toEqual(lock);
    expect(lockOf([notLoadedReport(address, 'x')], {}, lock).pages.map(({ page }) => page)).toEqual([
      '/checkout',
    ]);
  });

  test('leaves counts that are about right as they were', async () => {
    const paragraphs = (count: number) => '<p>Hello there</p>'.repeat(count);
    const lock = lockOf([await reportOf(address, paragraphs(40))]);
    expect(lockOf([await reportOf(address, paragraphs(35))], {}, lock)).toEqual(lock);
    expect(lockOf([await reportOf(address, paragraphs(200))], {}, lock).pages[0]?.looked.text).toBe(200);
  });

  test('comes out the same in whatever order pages and shards come', async () => {
    const pages = await Promise.all(
      ['/', '/order/10001', '/order/20002', '/checkout', '/a', '/b'].map((path, at) =>
        reportOf(
          `https://shop.example${path}`,
          at % 2 === 0 ? form : `${form}<input type="tel" class="tel">`,
          { rules },
        ),
      ),
    );
    const wanted = writeLockFile(lockOf(pages, { accept }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(pages, { minLength: pages.length }), async (shuffled) => {
        expect(writeLockFile(lockOf(shuffled, { accept }))).toBe(wanted);
      }),
      { numRuns: 20 },
    );
  });
});

describe('scrim.lock.json', () => {
  test('is read as it was written, and has a rule and a leak on a line each', async () => {
    const lock = lockOf(
      [
        await reportOf(address, form, { rules }),
        await reportOf('file.html', '<p>Hi</p>', { step: 'card step' }),
      ],
      { accept },
    );
    const text = writeLockFile(lock);
    expect(readLockFile(JSON.parse(text))).toEqual(lock);
    expect(text).toContain('        { "id": "r1", "name": "Mask fields", "kinds": ["input[type=email]"] }');
    expect(text).toMatch(/\n {8}\{ "kind": "email", "channel": "text", .*"expires": "2027-01-31" \}\n/);
    expect(text).not.toMatch(/jane|\+49|session/);
  });

  test.each([
    [{ scrim: 2 }, '$.scrim'],
    [{ scrim: 1, recorder: 'x', pages: {} }, '$.pages'],
    [
      { scrim: 1, recorder: 'x', pages: [{ page: '/', looked: { text: -1 }, rules: [], accepted: [] }] },
      'looked.text',
    ],
    [pageWith({ reason: ' ' }), 'reason'],
    [pageWith({ expires: 'never' }), 'expires'],
    [pageWith({ channel: 'smoke' }), 'channel'],
    [pageWith({ certainty: 'sure' }), 'certainty'],
    [JSON.parse('{"scrim":1,"recorder":"x","pages":[],"__proto__":{}}'), '__proto__'],
  ])('is refused where it is wrong (%#)', (json, place) => {
    expect(() => readLockFile(json)).toThrow(place);
  });

  function pageWith(entry: Record<string, string>): unknown {
    const good = { kind: 'email', channel: 'text', path: 'p', certainty: 'leak', ...accept };
    const page = { page: '/', looked: {}, rules: [], accepted: [{ ...good, ...entry }] };
    return { scrim: 1, recorder: 'x', pages: [page] };
  }

  test.each([
    [{ ...accept, reason: '' }, 'reason-missing'],
    [{ ...accept, expires: '' }, 'expiry-missing'],
    [{ ...accept, expires: '2026-02-30' }, 'expiry-no-day'],
    [{ ...accept, expires: '2028-01-01' }, 'expiry-too-far'],
    [{ ...accept, reason: 'ask jane.roe@example.org' }, 'holds-value'],
    [{ ...accept, reason: 'x'.repeat(301) }, 'too-long'],
  ])('takes no leak under terms like these (%#)', (terms, code) => {
    expect(() => checkTerms(terms, today)).toThrow(code);
    expect(() => checkTerms(accept, today)).not.toThrow();
  });
});

describe('what a page is called', () => {
  test.each([
    ['https://shop.example/checkout?x=1#y', '/checkout'],
    ['https://user:pw@shop.example/', '/'],
    ['https://SHOP.example', '/'],
    ['https://shop.example/order/12345/items', '/order/*/items'],
    ['https://shop.example/user/jane.roe@example.org', '/user/*'],
    ['https://shop.example/u/4f2a9c1e-11aa-4f2a-9c1e-11aa4f2a9c1e', '/u/*'],
    ['https://pay.example/card', '//pay.example/card'],
    ['./pages/checkout.html', 'pages/checkout.html'],
    ['pages\\invoice.html', 'pages/invoice.html'],
    ['saved/cart.scrim-page.json', 'saved/cart.scrim-page.json'],
  ])('%s is %s', (page, key) => {
    expect(pageKey(page, home)).toBe(key);
  });

  test('is the same on another host, once that is the home of the run', async () => {
    const staging = [
      'https://staging.example:8443/checkout',
      'https://staging.example:8443/',
      'https://cdn.example/x',
    ];
    expect(homeOf(staging)).toBe('staging.example:8443');
    const lock = lockOf([await reportOf(address, form, { rules })], { accept });
    const there = await reportOf('https://staging.example:8443/checkout', form, { rules });
    expect(compared(lock, [there], { home: 'staging.example:8443' }).result).toMatchObject({
      newLeaks: 0,
      lostPages: [],
    });
    expect(compared(lock, [there]).result).toMatchObject({ newLeaks: 1, lostPages: ['/checkout'] });
  });

  test('has the first by name for a home where two have as many pages', () => {
    expect(homeOf(['https://b.example/', 'https://a.example/'])).toBe('a.example');
    expect(homeOf(['x.html'])).toBeUndefined();
  });
});
