import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

/** Keeps our own closed root, so that what stands in it can be read; no page could do it after the picker came. */
const entry = `
import words from './assets/locales/en/overlay.json';
import { fullstory } from './core/profiles/fullstory.ts';
import { createPageSession } from './page/pageSession.ts';
import { selectorAuthor } from './page/selectorAuthor.ts';
const roots = [];
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); roots.push(root); return root; };
globalThis.labelNow = () => roots.map((root) => root.querySelector('.label:not([hidden])')).filter(Boolean)
  .map((label) => [...label.children].filter((line) => !line.hidden).map((line) => line.textContent)).at(-1) ?? null;
globalThis.start = (selector) => new Promise((done) => {
  const rule = { id: '1', name: 'Names', selector, exceptions: [], action: 'mask', consent: false, scope: 'all',
    platforms: ['web'], groupId: '0', editable: 'any' };
  const say = createPageSession({ author: () => selectorAuthor, document, signal: new AbortController().signal, words, profileOf: () => fullstory,
    openOrClosedRoot: (element) => element.shadowRoot,
    send: (message) => { if (message.type === 'scan/done') { say({ type: 'picker/arm', body: { forExamples: false } }); done(); } } });
  say({ type: 'scan/start', body: { scanId: 1, purpose: 'current', profile: 'fullstory', options: {}, record: false,
    ruleSet: { rules: [rule], groups: [], gaps: [] } } });
});`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const body = `<!doctype html><style>p{height:40px;margin:0}</style>${html}`;
  const page = await serveTestPage(browser, { '/': { body }, 'http://other.test/far': { body: 'far' } });
  await page.evaluate(code);
  await page.evaluate('start(".names")');
  return page;
}

/** Points at an element and reads the words beside it. */
async function labelAt(page: Page, selector: string, first: string): Promise<string[]> {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.waitForFunction(
    (wanted) => (globalThis as unknown as { labelNow(): string[] | null }).labelNow()?.[0] === wanted,
    {},
    first,
  );
  return (await page.evaluate('labelNow()')) as string[];
}

describe('beside the element that the picker is on', () => {
  it('stands what the recorder does with it and why, before any click', async () => {
    const page = await open('<p id="plain">a</p><div class="names" role="list"><p id="inside">b</p></div>');
    expect(await labelAt(page, '#plain', 'p · Recorded')).toEqual([
      'p · Recorded',
      "No rule: the recorder's default",
    ]);
    expect(await labelAt(page, '#inside', 'p · Masked')).toEqual([
      'p · Masked',
      'Rule: Names',
      'Inherited from div list',
    ]);
  });

  it('stands that what came later was not looked at yet', async () => {
    const page = await open('<p id="plain">a</p>');
    await page.evaluate('document.body.insertAdjacentHTML("beforeend", "<p id=late>late</p>")');
    expect(await labelAt(page, '#late', 'p · Unknown')).toEqual([
      'p · Unknown',
      'Not there at the last look',
    ]);
  });

  it("stands that another site's frame cannot be looked into", async () => {
    const page = await open('<iframe src="http://other.test/far" style="width:300px;height:100px"></iframe>');
    const label = await labelAt(page, 'iframe', 'iframe · Recorded');
    expect(label.at(-1)).toBe("Another site's frame: cannot look inside");
  });

  it('stands nothing once the picker is left', async () => {
    const page = await open('<p id="plain">a</p>');
    await labelAt(page, '#plain', 'p · Recorded');
    await page.keyboard.press('Escape');
    await page.waitForFunction('labelNow() === null');
  });
});
