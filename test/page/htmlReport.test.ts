import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { html } from '../../core/report/writers/html.ts';
import { hostilePage } from '../unit/report/hostilePage.ts';
import { notLoadedReport, reportOf, shopReport, written } from '../unit/report/sampleRun.ts';
import { wireSample } from '../unit/report/wireSample.ts';
import { openBrowser } from './openScrimPage.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder = '';
const files: Record<string, string> = {};

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { src: pixel, width: 400, height: 900 };

beforeAll(async () => {
  const leaky: PageReport = {
    ...(await shopReport('account.html', [{ selector: 'main', action: 'unmask', name: 'Show main' }])),
    ...wireSample,
    pictures: { before: picture, after: picture, numbers: {} },
  };
  const pages = [
    leaky,
    await shopReport('checkout.html'),
    await shopReport('invoice.html'),
    await reportOf('clean.html', '<p>Hello</p>'),
    notLoadedReport('https://shop.example/gone', 'net::ERR'),
    await hostilePage(),
  ];
  const baseline: CheckRun['baseline'] = {
    stoppedRules: [{ rule: 'r1', name: 'Mask mails', page: '/account.html', kinds: ['p'] }],
    newLeaks: 1,
    lostCoverage: [],
    lostPages: ['/old'],
    expired: 0,
    gone: 0,
  };
  folder = await mkdtemp(join(tmpdir(), 'scrim-report-'));
  const texts = {
    full: await written(html, pages, { baseline, rulesFile: { path: 'rules.json', lines: {} } }),
    clean: await written(html, pages.slice(3, 4)),
    empty: await written(html, []),
  };
  for (const [name, text] of Object.entries(texts)) {
    files[name] = pathToFileURL(join(folder, `${name}.html`)).href;
    await writeFile(join(folder, `${name}.html`), text);
  }
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses that were asked for beside the file itself. */
  readonly asked: string[];
  readonly errors: string[];
}

async function open(name: string, { width = 1280, dark = false, scripts = true } = {}): Promise<Opened> {
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== files[name] && !request.url().startsWith('data:')) asked.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.setViewport({ width, height: 900 });
  await page.goto(files[name] ?? '', { waitUntil: 'load' });
  return { page, asked, errors };
}

/** Run in a world of its own: the report's policy lets no foreign script run in its own. */
async function mistakes(page: Page): Promise<unknown> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `${await axeSource};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

describe('the HTML report', () => {
  test.each([
    ['full', 1280, false],
    ['full', 360, true],
    ['clean', 1280, true],
    ['empty', 360, false],
  ] as const)(
    'has no mistake that axe finds, asks for nothing and is no wider than the window: %s, %i px, dark %s',
    async (name, width, dark) => {
      const { page, asked, errors } = await open(name, { width, dark });
      await page.evaluate(() => document.getElementById('open-all')?.click());
      expect(await mistakes(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    },
    60_000,
  );

  test('is searched and filtered from the keyboard, and says how many pages are left', async () => {
    const { page } = await open('full');
    const shown = () =>
      page.$$eval('.page', (all) => all.filter((one) => !one.hasAttribute('hidden')).length);
    await page.focus('#search');
    await page.keyboard.type('iban');
    expect(await shown()).toBe(1);
    expect(await page.$eval('#shown', ({ textContent }) => textContent)).toBe('1 of 6 pages shown');
    await page.keyboard.down('Shift');
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Backspace');
    expect(await shown()).toBe(6);
    await page.keyboard.press('Tab');
    await page.keyboard.type('With nothing');
    expect(await shown()).toBe(1);
    await page.close();
  });

  test('is whole without a script: nothing is hidden that cannot be opened', async () => {
    const { page } = await open('full', { scripts: false });
    const hidden = await page.$$eval(
      '.page, .rule',
      (all) => all.filter((one) => one.hasAttribute('hidden') || one.tagName !== 'DETAILS').length,
    );
    expect(hidden).toBe(0);
    expect(await page.$eval('.tools', (tools) => getComputedStyle(tools).display)).toBe('none');
    await page.close();
  });

  test('prints everything, folded or not', async () => {
    for (const scripts of [true, false]) {
      const { page } = await open('full', { scripts });
      await page.emulateMediaType('print');
      const folded = await page.$$eval(
        'details',
        (all) =>
          all.filter(
            ({ lastElementChild }) =>
              lastElementChild && !lastElementChild.checkVisibility({ contentVisibilityAuto: true }),
          ).length,
      );
      expect(folded).toBe(0);
      const pdf = await page.pdf();
      expect(pdf.length).toBeGreaterThan(20_000);
      await page.close();
    }
  }, 60_000);

  test('runs no script but its own', async () => {
    const { page, errors } = await open('full');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "planted"';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(image);
    });
    expect(await page.title()).not.toBe('planted');
    expect(errors.length).toBeGreaterThan(0);
    await page.close();
  });
});
