import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnapshotAssembly } from '../../components/savedPages/createSnapshotAssembly.ts';
import type { Message, PageToPanel } from '../../core/protocol.ts';
import { isPageToPanel } from '../../core/protocolGuards.ts';
import { createKeptPage } from '../../core/saved/createKeptPage.ts';
import type { PageSnapshot } from '../../core/saved/pageSnapshot.ts';
import type { RawNode } from '../../core/saved/rawSnapshot.ts';
import { redactSnapshot } from '../../core/saved/redactSnapshot.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

const entry = `
import { createPageSession } from './page/pageSession.ts';
import { selectorAuthor } from './page/selectorAuthor.ts';
globalThis.takeSnapshot = () => new Promise((resolve) => {
  const end = new AbortController();
  const messages = [];
  const handle = createPageSession({ author: () => selectorAuthor,
    document, signal: end.signal, words: {}, profileOf: () => undefined,
    openOrClosedRoot: (element) => globalThis.closedRoots?.get(element) ?? null,
    send(message) {
      messages.push(message);
      if (message.type === 'snapshot/done' || message.type === 'snapshot/failed') {
        end.abort();
        resolve(JSON.stringify(messages));
      }
    },
  });
  handle({ type: 'snapshot/take', body: { requestId: 5 } });
});
globalThis.matchesOf = (selector) => {
  const roots = [document, document.querySelector('#host').shadowRoot, document.querySelector('iframe').contentDocument];
  const content = document.querySelector('template').content;
  return [...roots, content].reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
};`;

const html = `<!doctype html><html lang="en"><head><title>Order of Jessica Anderson</title></head><body class="shop">
  <h1 class="title">Order 884-231-90</h1>
  <form name="checkout"><label for="m">Email</label><input id="m" type="email" name="email">
    <input type="checkbox" name="terms"><select name="size"><option value="s">S</option><option value="m">M</option></select>
    <input name="attributes"><input name="parentNode"></form>
  <div class="card user-zorblax" data-testid="order-card" title="Zorblax"><b>Zorblax</b></div>
  <div id="host"></div><div id="shut"></div><iframe srcdoc="<p class='card'>in the frame</p>"></iframe>
  <template><p class="card">never shown</p></template>
  <svg viewBox="0 0 1 1"><foreignObject><p class="card">drawn</p></foreignObject></svg>
  <script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<p class="card">kim@example.org</p>';
    const closed = shut.attachShadow({ mode: 'closed' });
    closed.innerHTML = '<p class="card">in the dark</p>';
    globalThis.closedRoots = new Map([[shut, closed]]);
    m.value = 'jane.roe@example.org';
    document.querySelector('[name=terms]').checked = true;
  </script></body></html>`;

let browser: Browser;
let page: Page;
let messages: readonly Message<PageToPanel>[];
let snapshot: PageSnapshot;
let before = '';

beforeAll(async () => {
  let code = '';
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
  page = await serveTestPage(browser, { '/': { body: html } });
  before = (await page.evaluate('document.documentElement.outerHTML')) as string;
  await page.evaluate(code);
  messages = JSON.parse((await page.evaluate('takeSnapshot()')) as string) as Message<PageToPanel>[];
  const assembly = createSnapshotAssembly();
  assembly.begin(5);
  let whole: { readonly nodes: readonly RawNode[]; readonly head: { url: string; lang: string } } | null =
    null;
  for (const message of messages) {
    if (message.type === 'snapshot/part') assembly.part(message.body);
    if (message.type === 'snapshot/done') whole = assembly.finish(message.body);
  }
  if (!whole) throw new Error('the page did not come in one piece');
  snapshot = await redactSnapshot({ ...whole, name: 'Order', savedAt: '2026-11-26T01:02:03Z' });
});
afterAll(() => browser.close());

describe('a page that is kept', () => {
  it('crosses in messages that the panel takes, and is left as it was', async () => {
    expect(messages.filter((message) => !isPageToPanel(message))).toEqual([]);
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
  });

  it('holds what was typed by kind and sample only, and no choice that was made', () => {
    const text = JSON.stringify(snapshot);
    expect(text).not.toMatch(/jane|roe@|zorblax|jessica|anderson|884|never shown|in the dark/i);
    expect(snapshot.values).toContainEqual({ detector: 'email', sample: 'j•••@•••.org' });
    expect(text).not.toContain('"checked"');
  });

  it('knows of a closed shadow root, and does not look into it', () => {
    expect(snapshot.nodes.filter((node) => 'closed' in node)).toHaveLength(1);
    expect(
      snapshot.nodes.filter((node) => 'root' in node).map((node) => 'root' in node && node.root),
    ).toEqual(expect.arrayContaining(['document', 'shadow', 'frame', 'content']));
  });

  it.each([
    '.card',
    '#m',
    'form input',
    '[data-testid=order-card]',
    'body > div',
    'svg .card',
    'foreignObject p',
    'h1.title',
    'label + input',
    '.card:not([title])',
    'div:has(b)',
    'option:nth-child(2)',
    '.newsletter',
    '.user-zorblax',
    '[title=Zorblax]',
    'input:checked',
    '[class*=user]',
    '.card b',
    'input[name=attributes]',
    ':root',
    'p:empty',
  ])(
    '%s: what matches for sure matches there, and whatever matches there matches or may',
    async (selector) => {
      const there = (await page.evaluate(`matchesOf(${JSON.stringify(selector)})`)) as number;
      const { sure, maybe } = createKeptPage(snapshot).count(selector) ?? { sure: -1, maybe: 0 };
      expect(sure).toBeLessThanOrEqual(there);
      expect(sure + maybe).toBeGreaterThanOrEqual(there);
      const isKept = !/zorblax|:checked|\*=/i.test(selector);
      if (isKept) expect([sure, maybe]).toEqual([there, 0]);
    },
  );
});
