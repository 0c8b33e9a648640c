import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Downloads, downloadsOf } from '../../scripts/demo/downloadsOf.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { evaluateInWorker } from './evaluateInWorker.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';

declare const chrome: ExtensionApi;

interface Exported {
  readonly pages: readonly {
    readonly page: string;
    readonly looks?: number;
    readonly loaded: boolean;
    readonly leaks: readonly { readonly kind: { readonly detector?: string; readonly class?: string } }[];
    readonly uninspected: readonly { readonly reason: string }[];
    readonly visitor?: { readonly filled: readonly { readonly class: string }[] };
  }[];
}

const raw = /avery|theo\.brandt|555-01|3704 ?0044/i;

let scene: Scene;
let page: Page;
let panel: Page;
let folder: string;
let downloads: Downloads;

beforeAll(async () => {
  scene = await openScene();
  folder = await mkdtemp(join(tmpdir(), 'scrim-session-'));
  downloads = await downloadsOf(scene.browser, folder);
  page = await scene.browser.newPage();
  await page.goto(`${scene.shop.url}/index.html`, { waitUntil: 'load' });
  panel = await scene.openPanel(page);
  await createPanelSteps(panel).view('pages');
  await press(panel, '[data-action="qa-start"]');
});

afterAll(async () => {
  await scene?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the page that is open now was checked. */
async function checked(path: string): Promise<void> {
  await panel.waitForSelector(`[data-qa-page$="${path}"]:not([data-qa-level="looking"])`);
}

async function go(path: string): Promise<void> {
  await page.goto(`${scene.shop.url}${path}`, { waitUntil: 'load' });
  await checked(path.replace(/[?#].*/, ''));
}

/** What the panel says of each page: path, colour. */
const rows = () =>
  panel.$$eval('[data-qa-page]', (found) =>
    found.map((row) => {
      const name = row.getAttribute('data-qa-page') ?? '';
      const path = name.startsWith('http') ? new URL(name).pathname : name;
      return `${path} ${row.getAttribute('data-qa-level')}`;
    }),
  );

/** What the test identity typed into the checkout. */
let typed: readonly string[] = [];

const holdsTyped = (text: string) => typed.some((value) => text.includes(value));

/** The page at hand filled in by the panel, after its question. */
async function fill(): Promise<void> {
  const values = () =>
    page.$$eval('input:not([type=radio], [type=checkbox]), textarea', (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
  const before = await values();
  await press(panel, '[data-action="fill-ask"]');
  await press(panel, '[data-action="fill-go"]');
  await panel.waitForSelector('[data-fill="done"]');
  typed = (await values()).filter((value) => value.length > 3 && !before.includes(value));
}

async function save(): Promise<{ readonly text: string; readonly report: Exported }> {
  await press(panel, '[data-action="scrim-session-json"]');
  const text = await readFile(await downloads.next(), 'utf8');
  return { text, report: JSON.parse(text) as Exported };
}

describe('a QA session over the shop', () => {
  it('follows the tab from page to page', async () => {
    await checked('/index.html');
    await go('/account.html?email=avery.morgan@example.com');
    await go('/checkout.html');
    await fill();
    expect(typed.length).toBeGreaterThan(5);
    await go('/invoice.html');
    expect(await rows()).toEqual([
      '/index.html green',
      '/account.html red',
      '/checkout.html red',
      '/invoice.html red',
    ]);
  });

  it('takes a route of the same document for a page, and what was there for a moment for a leak', async () => {
    await page.evaluate(() => history.pushState(null, '', '/invoice/paid'));
    await checked('/invoice/paid');
    await page.evaluate(async () => {
      const toast = document.createElement('p');
      toast.textContent = 'Sent to kim.sample@example.org';
      document.body.append(toast);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      toast.remove();
    });
    await panel.waitForFunction(() =>
      document.querySelector('[data-qa-page$="/invoice/paid"]')?.textContent?.includes('2 would be recorded'),
    );
  });

  it('names a page that was left before it was checked', async () => {
    await page.evaluate(() => {
      // Both before the panel hears of the first.
      history.pushState(null, '', '/left/at-once');
      history.pushState(null, '', '/stayed');
    });
    await checked('/stayed');
    expect(await rows()).toEqual(expect.arrayContaining(['/left/at-once amber', '/stayed red']));
  });

  it('puts visits of one page together', async () => {
    await page.goto(`${scene.shop.url}/account.html`, { waitUntil: 'load' });
    await panel.waitForFunction(() =>
      document.querySelector('[data-qa-page$="/account.html"]')?.textContent?.includes('seen 2 times'),
    );
    await checked('/account.html');
  });

  it('saves one report in which every page has its leaks, and no value of any', async () => {
    const { text, report } = await save();
    const kinds = (path: string) =>
      report.pages
        .find(({ page: name }) => name.endsWith(path))
        ?.leaks.map(({ kind }) => kind.detector ?? kind.class);
    expect(kinds('/account.html')).toEqual(expect.arrayContaining(['email', 'phone', 'iban']));
    expect(kinds('/checkout.html')).toContain('email');
    expect(kinds('/invoice.html')).toContain('iban');
    expect(text).not.toMatch(raw);
    expect(text).not.toContain('kim.sample');
    const { visitor } = report.pages.find(({ page: name }) => name.endsWith('/checkout.html')) ?? {};
    expect(visitor?.filled.map((field) => field.class)).toEqual(
      expect.arrayContaining(['name', 'tel', 'street', 'cc-number']),
    );
    expect(holdsTyped(text)).toBe(false);
  });

  it('saves the same as a page that loads nothing and holds no value', async () => {
    await press(panel, '[data-action="scrim-session-html"]');
    const file = await downloads.next();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('/checkout.html');
    expect(text).not.toMatch(raw);
    expect(holdsTyped(text)).toBe(false);
    const report = await scene.browser.newPage();
    await report.setOfflineMode(true);
    await report.goto(pathToFileURL(file).href);
    expect(await report.title()).toContain('would be recorded');
    await report.close();
  });

  it('outlives the panel, says that it was closed, and leaves no value in any storage', async () => {
    const before = (await rows()).length;
    await panel.close();
    panel = await scene.openPanel(page);
    await createPanelSteps(panel).view('pages');
    await panel.waitForSelector('[data-qa="on"] [data-qa-page$="/checkout.html"]');
    expect(await rows()).toHaveLength(before + 1);
    expect(await panel.$eval('.qa', (view) => view.textContent)).toContain(
      'The panel was closed for a while',
    );
    const session = await evaluateInWorker(scene, async () =>
      JSON.stringify(await chrome.storage.session.get(null)),
    );
    expect(session).toContain('/checkout.html');
    expect(session).not.toMatch(raw);
    expect(holdsTyped(session)).toBe(false);
    expect(holdsTyped(await panel.content())).toBe(false);
    const local = await evaluateInWorker(scene, async () =>
      JSON.stringify(await chrome.storage.local.get(null)),
    );
    expect(local).not.toContain('/checkout.html');
  });

  it('says of pages that nobody may look at that they were not checked', async () => {
    await page.goto('chrome://version/');
    await panel.waitForSelector('[data-page-state="not-inspectable"], [data-page-state="no-access"]');
    await press(panel, '[data-action="qa-stop"]');
    await panel.waitForSelector('[data-qa="off"]');
    const { report } = await save();
    const unseen = report.pages.filter(({ loaded }) => !loaded).flatMap(({ uninspected }) => uninspected);
    expect(unseen.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['panel-closed', expect.stringMatching(/^(?:no-access|page-of-browser)$/)]),
    );
  });
});
