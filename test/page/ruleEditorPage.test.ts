import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPageToPanel } from '../../core/protocolGuards.ts';
import type { PageName } from '../../core/selectors/pageName.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';

const entry = `
import { selectorAuthor } from './page/selectorAuthor.ts';
import { createSelectorTools } from './page/selectorTools.ts';
import { createSelectorCosts } from './page/selectorCosts.ts';

/** Asks as the panel would, and gives back the message that is sent. */
globalThis.ask = (type, body) => new Promise((resolve) => {
  const tools = createSelectorTools({ author: () => selectorAuthor,
    signal: new AbortController().signal, send: resolve, costs: createSelectorCosts(),
    roots: () => [document, ...(globalThis.moreRoots ?? [])],
  });
  tools[type](body);
});

/** The longest that the page could not do anything else meanwhile. */
globalThis.longestPause = async (work) => {
  let last = performance.now();
  let longest = 0;
  let on = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  await work();
  on = false;
  return longest;
};`;

let browser: Browser;
let script: string;
beforeAll(async () => {
  browser = await openBrowser();
  script = await bundlePage(entry);
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(script);
  return page;
}

interface Named {
  readonly type: string;
  readonly body: { readonly names: readonly PageName[]; readonly isComplete: boolean };
}
const namesOf = async (page: Page) =>
  (await page.evaluate(`ask('selectors/names', { requestId: 1 })`)) as Named;

async function difference(page: Page, before: string, after: readonly string[]) {
  const written = (selector: string) => ({ selector, exceptions: [] });
  const body = JSON.stringify({ requestId: 1, before: written(before), after: after.map(written) });
  const answer = (await page.evaluate(`ask('preview/compare', ${body})`)) as { body: { results: unknown[] } };
  expect(isPageToPanel(answer)).toBe(true);
  return answer.body.results;
}

describe('names of a page', () => {
  it('are its classes, ids, attributes, stable values and tags, and nobody’s data', async () => {
    const page = await open(`<main id="checkout" class="order-summary">
      <p class="customer-zorblax card" id="zorblax" data-testid="summary-mail">Zorblax Quuxley</p>
      <p class="card css-1q2w3e" data-zorblax="1" data-testid="quuxley" aria-label="Quuxley">x</p>
      <input class="jane@example.org field" name="email" value="wobblethorpe"><i class="wobblethorpe" id="u-99123456"></i>
      <quuxley-card></quuxley-card><order-card></order-card></main>`);
    const { body } = await namesOf(page);
    const told = body.names.map(({ kind, name, of }) => `${kind} ${of ? `${of}=` : ''}${name}`);
    for (const expected of [
      'id checkout',
      'class order-summary',
      'class card',
      'class css-1q2w3e',
      'value data-testid=summary-mail',
      'value name=email',
      'attribute data-testid',
      'tag order-card',
      'tag main',
    ])
      expect(told).toContain(expected);
    expect(told.join(' ')).not.toMatch(/zorblax|quuxley|wobblethorpe|jane|99123456/i);
    expect(body.names.find(({ name }) => name === 'card')?.count).toBe(2);
    expect(body.isComplete).toBe(true);
  });

  it('stay within bounds on a page that makes them without end, and the page can breathe', async () => {
    const page = await open(`<script>
      const text = 'word '.repeat(200000);
      const parts = [];
      for (let i = 0; i < 30000; i += 1)
        parts.push('<b class="cell row' + 'abcdefghij'[i % 10] + ' ' + 'x'.repeat(i % 90) + 'q' + i.toString(36) + '" id="k' + i + '" data-' + i.toString(36) + '="{}">.</b>');
      document.write('<p>' + text + '</p>' + parts.join(''));
    </script>`);
    const answer = await namesOf(page);
    expect(isPageToPanel(answer)).toBe(true);
    expect(answer.body.names.length).toBeGreaterThan(5);
    expect(answer.body.isComplete).toBe(false);
    expect(JSON.stringify(answer).length).toBeLessThan(256 * 1024);
    const pause = await page.evaluate(`longestPause(() => ask('selectors/names', { requestId: 2 }))`);
    // Two cores are shared by all tests: what is to be seen is that it is cut, not one long task.
    expect(pause).toBeLessThan(250);
  });

  it('leave the page as it was', async () => {
    const page = await open(
      '<form><input name="attributes"><input name="querySelectorAll"></form><p class="lead">x</p>',
    );
    const before = await page.content();
    const { body } = await namesOf(page);
    expect(body.names.map(({ name }) => name)).toContain('lead');
    expect(await page.content()).toBe(before);
  });
});

describe('what a mend would match', () => {
  it('is counted beside what is written', async () => {
    const page = await open('<p class="a b">1</p><p class="a">2</p><p class="b">3</p>');
    expect(await difference(page, '.a', ['.a', 'p', '.b', '.none', '[', '::before'])).toEqual([
      { count: 2, lost: 0, gained: 0 },
      { count: 3, lost: 0, gained: 1 },
      { count: 2, lost: 1, gained: 1 },
      { count: 0, lost: 2, gained: 0 },
      null,
      { count: 0, lost: 2, gained: 0 },
    ]);
  });

  it('is everything where what is written is no selector', async () => {
    const page = await open('<p class="a">1</p>');
    expect(await difference(page, '.a[class', ['.a'])).toEqual([{ count: 1, lost: 0, gained: 0 }]);
    expect(await difference(page, '.a{', ['.a'])).toEqual([{ count: 1, lost: 0, gained: 1 }]);
  });

  it('styles and fetches nothing, whatever the selector says', async () => {
    const page = await open('<p class="a">1</p>');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const smuggled = [
      '.a{background:url(https://evil.example/1)}',
      '.a/*',
      '*/ .a',
      '.a,*{color:red}/*',
      ':host',
      '::part(x)',
      '.a\0',
      '\u202e.a',
      '@import "https://evil.example/2";',
      '.a\n}\n.b{',
      '\\7b color:red',
      // What was smuggled through ad blockers: uBlock-issues 668, 1693, 1794, 1806, 1811.
      '*{background:\\75 rl("https://evil.example/3")}',
      '.a:is(*){background:u/**/rl(https://evil.example/4)}',
      '.a,.a/*',
      '.a[x="*/{}*{background-color:red;color:red}"]',
      '/*/ {background:url(https://evil.example/5)} */',
      '*{background:image-set("https://evil.example/6" 1x)}',
    ];
    const results = await difference(page, '.a', smuggled);
    expect(results).toHaveLength(smuggled.length);
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length)).toBe(
      0,
    );
    expect(await page.$eval('.a', (element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
  });

  it('gives up on what is too costly, and says so', async () => {
    const page = await open(`<main>${'<div><p>x</p></div>'.repeat(4000)}</main>`);
    const costly = `:is(${':has(* ~ * ~ *) ~ *,'.repeat(40)}p):has(~ * ~ * ~ *)`;
    const pause = await page.evaluate(
      `longestPause(() => ask('preview/compare', { requestId: 1, before: { selector: 'p', exceptions: [] }, after: [{ selector: ${JSON.stringify(costly)}, exceptions: [] }] }).then((answer) => { globalThis.answer = answer; }))`,
    );
    const answer = (await page.evaluate('answer')) as { body: { results: unknown[] } };
    expect(answer.body.results).toEqual([null]);
    expect(pause).toBeLessThan(400);
  });
});
