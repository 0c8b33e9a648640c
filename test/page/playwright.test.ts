// A page of Playwright instead of one of Puppeteer: the same browser, driven by somebody else's library.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScrim, type Matchers, type Scrim, scrimMatchers } from '../../cli/library/test.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { findBrowser } from '../../scripts/findBrowser.ts';

const email = 'jane.roe@example.org';

let browser: Browser;
let scrim: Scrim;
let matchers: Matchers;
beforeAll(async () => {
  const executablePath = await findBrowser({ kind: 'chrome', install: false, log: () => undefined });
  const args = ['--disable-gpu', '--disable-background-networking'];
  const isRoot = process.getuid?.() === 0;
  [browser] = await Promise.all([
    chromium.launch({ executablePath, args, chromiumSandbox: !isRoot }),
    buildPageScript(),
  ]);
  scrim = await createScrim({ recorder: 'rrweb', options: { maskTextSelector: '.mask' } });
  matchers = scrimMatchers(scrim);
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  return page;
}

test('a page of Playwright is looked at, and the matchers tell of it', async () => {
  const page = await open(
    `<p id="mail">${email}</p><p id="hidden" class="mask">${email}</p><x-a><template shadowrootmode="open"><i>${email}</i></template></x-a>`,
  );
  const { report } = await scrim.scan(page, 'account');
  expect(report.step).toBe('account');
  expect(report.loaded).toBe(true);
  expect(report.leaks.flatMap(({ places }) => places.map(({ path }) => path)).sort()).toEqual([
    expect.stringContaining('p:nth-child(1)'),
    expect.stringContaining('>>> #shadow-root'),
  ]);
  expect(JSON.stringify(report)).not.toContain(email);
  const fails = await matchers.toCaptureNoPII(page);
  expect(fails.pass).toBe(false);
  expect(fails.message()).not.toContain(email);
  expect((await matchers.toBeMaskedInReplay(page, '#hidden')).pass).toBe(true);
  expect((await matchers.toBeMaskedInReplay(page, '#mail')).pass).toBe(false);
  // The page itself has nothing of it.
  expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /scrim/i.test(name)))).toEqual(
    [],
  );
  await page.close();
});

test('a page of Playwright without anybody s data passes', async () => {
  const page = await open('<p>Tents and lanterns</p>');
  expect((await matchers.toCaptureNoPII(page)).pass).toBe(true);
  await page.close();
});
