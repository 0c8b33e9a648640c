import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

const entry = `
import { suggestForElement } from './page/picker/suggestForElement.ts';
import { createNodeIds } from './page/nodeIds.ts';
const roots = () => {
  const found = [document];
  for (let index = 0; index < found.length; index += 1)
    for (const element of found[index].querySelectorAll('*')) {
      if (element.shadowRoot) found.push(element.shadowRoot);
      if (element.localName === 'iframe' && element.contentDocument) found.push(element.contentDocument);
    }
  return found;
};
globalThis.suggest = (element) => {
  const ids = createNodeIds();
  const id = ids.idOf(element);
  const all = roots();
  // A clock of looks: what is found in time does not depend on how busy the machine is.
  globalThis.clock = 0;
  const now = () => (globalThis.clock += 1);
  const ranked = suggestForElement({ element, roots: all, idOf: ids.idOf, now });
  return ranked.map((one) => ({ ...one, first: one.nodes[0] === id }));
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

type Suggested = RankedSelector & { readonly first: boolean };

async function open(html: string): Promise<Page> {
  const page = await serveTestPage(browser, { '/': { body: `<!doctype html>${html}` } });
  await page.evaluate(code);
  return page;
}

const suggest = (page: Page, element: string) => page.evaluate(`suggest(${element})`) as Promise<Suggested[]>;

const shop = `<main class="account"><table class="order-history"><tbody>
  ${['Jane Doe', 'Oleg Petrov', 'Mia Chan']
    .map(
      (name, index) => `<tr data-testid="order-row"><td>${index}</td>
      <td class="recipient css-1q2w3e" title="${name}">${name}</td><td>3 items</td></tr>`,
    )
    .join('')}</tbody></table><p class="recipient">x</p></main>`;

describe('suggestions', () => {
  it('go from this one to all like it, each counted, each hitting the picked element', async () => {
    const page = await open(shop);
    const ranked = await suggest(page, 'document.querySelectorAll("td")[4]');
    expect(ranked.length).toBeGreaterThanOrEqual(3);
    expect(ranked.every((one) => one.first)).toBe(true);
    const counts = ranked.map((one) => one.count);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBe(1);
    expect(ranked.map((one) => one.selector)).toContain('.recipient');
    const real = await page.evaluate(
      (selectors: string[]) => selectors.map((selector) => document.querySelectorAll(selector).length),
      ranked.map((one) => one.selector),
    );
    expect(counts).toEqual(real);
  });

  it('stay inside the shadow root of the element, and count every root', async () => {
    const page = await open(`<section class="support"><div class="one"><template shadowrootmode="open">
      <div class="chat"><p class="message">hello</p></div></template></div></section><p class="message">outside</p>`);
    const ranked = await suggest(page, 'document.querySelector(".one").shadowRoot.querySelector("p")');
    expect(ranked.map((one) => [one.selector, one.count])).toContainEqual(['.message', 2]);
    expect(ranked.some((one) => one.selector.includes('support') || one.selector.includes('.one'))).toBe(
      false,
    );
    expect(ranked[0]?.selector).toBe('.chat .message');
  });

  it('use positions where a page has no names at all, and say so', async () => {
    const page = await open(
      '<div><div><span>a</span><span>b</span></div><div><span>c</span><span>d</span></div></div>',
    );
    const ranked = await suggest(page, 'document.querySelectorAll("span")[2]');
    expect(ranked[0]?.count).toBe(1);
    expect(ranked[0]?.notes).toContain('positional');
    expect(ranked.length).toBeGreaterThanOrEqual(3);
  });

  it('take no word that the page shows, wherever it is planted', async () => {
    const words = ['Zorblax', 'Quenneville', 'Wimmersbach'];
    const page = await open(
      `<main>${words
        .map(
          (
            word,
          ) => `<div id="${word.toLowerCase()}" class="user-${word} ${word}Card row-${word.toLowerCase()}" data-testid="of${word}"
        name="${word}" role="${word}"><x-${word.toLowerCase()}><p class="${word.toLowerCase()}_note" title="x">text</p></x-${word.toLowerCase()}></div>`,
        )
        .join('')}<input value="Zorblax"><p>Call Mr. Quenneville</p><img alt="wimmersbach"></main>`,
    );
    for (let index = 0; index < words.length; index += 1) {
      for (const one of await suggest(
        page,
        `document.querySelectorAll('main > div')[${index}].querySelector('p')`,
      )) {
        for (const word of words) expect(one.selector.toLowerCase()).not.toContain(word.toLowerCase());
      }
    }
  });

  it('are not led astray by a form whose fields are named like properties', async () => {
    const page =
      await open(`<form class="payment"><input name="id"><input name="className"><input name="parentNode">
      <input name="attributes"><p class="total">x</p></form>`);
    const ranked = await suggest(page, 'document.querySelector("form")');
    expect(ranked.map((one) => one.selector)).toContain('.payment');
  });

  it('keep within their time on a page of 80,000 elements', async () => {
    const page = await open(
      `<table class="orders">${'<tr class="row"><td class="cell">a</td><td class="cell"><b class="price">b</b></td></tr>'.repeat(20_000)}</table>`,
    );
    const ranked = await suggest(page, 'document.querySelectorAll("b")[19000]');
    expect(ranked.every((one) => one.first)).toBe(true);
    expect(ranked[0]?.count).toBe(1);
    expect(ranked.at(-1)?.count).toBe(20_000);
    // Here time is looks at the clock: as many as search and positions may take, and one for each that came too late.
    const looks = await page.evaluate('clock');
    expect(looks).toBeLessThan(75);
  });
});
