import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { extensionIdOf } from '../../scripts/demo/openPanel.ts';
import { press } from '../../scripts/demo/press.ts';
import { readVerdict } from '../../scripts/demo/writeEvidence.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';
import { type GrantedBuild, openGrantedBuild } from './openGrantedBuild.ts';
import { type PageServer, servePages } from './servePages.ts';

/** A form whose values go to the site, to another company and over what nobody can read. */
const form = (collector: string) => `<!doctype html><html lang="en"><title>Join</title><body>
<form id="join" onsubmit="document.title = 'sent'; return false">
  <label>Full name <input name="name" autocomplete="name"></label>
  <label>E-mail <input type="email" name="email" autocomplete="email" onchange="this.form.requestSubmit()"></label>
</form>
<script>
  async function send() {
    const values = JSON.stringify(Object.fromEntries(new FormData(document.getElementById('join'))));
    const packed = await new Response(
      new Blob([values]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer();
    await fetch('${collector}/packed', { method: 'POST', mode: 'no-cors', body: packed });
    await fetch('${collector}/blob', { method: 'POST', mode: 'no-cors', body: new Blob([values]) });
    navigator.sendBeacon('/own', values);
    new Image().src = '${collector}/pixel?mail=' + encodeURIComponent(JSON.parse(values).email);
    await fetch('/nothing');
  }
</script></body></html>`;

let browser: Browser;
let build: GrantedBuild;
let site: PageServer;
let other: PageServer;
let page: Page;
let panel: Page;

beforeAll(async () => {
  build = await openGrantedBuild(inject('extensions').chrome);
  other = await servePages({});
  // Another name: another company.
  site = await servePages({ '/': { body: form(other.url.replace('127.0.0.1', 'localhost')) } });
  browser = await launchChromium({ headless: true, extensionDir: build.folder });
  page = await browser.newPage();
  await page.goto(`${site.url}/`, { waitUntil: 'load' });
  panel = await pressUntilOpen();
  await readVerdict(panel);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([site?.close(), other?.close(), build?.remove()]);
});

/** Right after it was installed the browser does not know its listeners yet, and a click is lost. */
async function pressUntilOpen(): Promise<Page> {
  const id = await extensionIdOf(browser);
  const extension = (await browser.extensions()).get(id);
  const address = `chrome-extension://${id}/sidepanel.html`;
  await page.bringToFront();
  const opened = await vi.waitUntil(
    async () => {
      await extension?.triggerAction(page);
      return browser.targets().find((target) => target.url().startsWith(address));
    },
    { timeout: 30_000, interval: 500 },
  );
  return opened.asPage();
}

const typed = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('input')].map((field) => (field as HTMLInputElement).value),
  );

describe('a test identity', () => {
  it('is typed by no message, event or frame of the page', async () => {
    await page.evaluate(() => {
      const fill = { type: 'form/fill', body: { requestId: 1, seed: 7, locale: 'en' } };
      postMessage(fill, '*');
      for (const name of ['form/fill', 'scrim-page', 'message'])
        for (const target of [window, document])
          target.dispatchEvent(new CustomEvent(name, { detail: fill }));
    });
    await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(await typed()).toEqual(['', '']);
  });

  it('is typed once a person was told and said so, and submits nothing', async () => {
    await press(panel, '[data-action="fill-ask"]');
    expect(await typed()).toEqual(['', '']);
    await press(panel, '[data-action="fill-go"]');
    await panel.waitForSelector('[data-fill="done"]');
    const values = await typed();
    expect(values.every((value) => value.length > 3)).toBe(true);
    expect(await page.title()).toBe('Join');
    expect(await panel.content()).not.toContain(values[1]);
  });
});

describe('what leaves the tab, in Chromium', () => {
  it('is told with who received it, however it was wrapped, and without a value', async () => {
    await press(panel, '[data-action="wire-start"]');
    await panel.waitForSelector('[data-wire="on"]');
    await page.evaluate('send()');
    await panel.waitForFunction(() => document.querySelectorAll('[data-receiver]').length === 2);
    const received = await panel.$$eval('[data-receiver]', (rows) =>
      rows.map((row) => [
        row.getAttribute('data-receiver'),
        row.querySelector('[data-arrivals]')?.getAttribute('data-arrivals'),
        row.querySelector('.why-line')?.textContent,
      ]),
    );
    expect(received).toEqual([
      [
        other.url.replace('127.0.0.1', 'localhost'),
        expect.stringMatching(/email.*name|name.*email/),
        expect.stringContaining('in the address of an image'),
      ],
      [site.url, expect.stringMatching(/email/), 'in a beacon'],
    ]);
    for (const value of await typed()) expect(await panel.content()).not.toContain(value);
  });

  it('names bodies that the browser keeps to itself', async () => {
    await panel.waitForSelector('[data-wire-gaps]');
    await press(panel, '.wire .disclosure-button');
    expect(await panel.$eval('.wire', (section) => section.textContent)).toContain(
      'The browser does not give what was sent',
    );
  });

  it('is in no storage of the extension, and stops when somebody says so', async () => {
    const kept = await panel.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, { get(k: null): Promise<object> }> } }
      ).chrome;
      return JSON.stringify([await storage.local?.get(null), await storage.session?.get(null)]);
    });
    for (const value of await typed()) expect(kept).not.toContain(value);
    await press(panel, '[data-action="wire-stop"]');
    await panel.waitForSelector('[data-wire="off"]');
  });
});
