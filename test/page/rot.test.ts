import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage } from './serveTestPage.ts';

const entry = `
import { lookalikesOnPage } from './page/rot/lookalikesOnPage.ts';
import { readSketch } from './page/rot/readSketch.ts';
const noWord = () => false;
globalThis.remember = (selector) => {
  const found = [...document.querySelectorAll(selector)];
  return { count: found.length, sketches: found.slice(0, 4).map((one) => readSketch(one, noWord)) };
};
globalThis.look = (remembered, selector) => {
  const work = lookalikesOnPage({ remembered, roots: [document], isOurs: () => false, now: () => performance.now() });
  let steps = 0;
  let step;
  do {
    step = work.next();
    steps += 1;
  } while (!step.done);
  const wanted = [...document.querySelectorAll(selector)];
  return { found: step.value.length, right: step.value.filter((one) => wanted.includes(one)).length, steps };
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function open(html: string): Promise<Page> {
  const page = await serveTestPage(browser, { '/': { body: `<!doctype html>${html}` } });
  await page.evaluate(code);
  return page;
}

interface Look {
  readonly found: number;
  readonly right: number;
  readonly steps: number;
}

const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<tr><td class="line-no">${at}</td><td class="recipient">Name ${at}</td></tr>`,
  ).join('');
const rename = `document.querySelectorAll('[class]').forEach((one) => (one.className = one.className + '_x' + 7));`;

describe('lookalikes on a live page', () => {
  it('are found after the names changed, in a list of thousands, and the page is as it was', async () => {
    const page = await open(`<main class="orders"><table><tbody>${rows(3_000)}</tbody></table></main>`);
    const remembered = await page.evaluate(`remember('.recipient')`);
    await page.evaluate(rename);
    const before = await page.content();
    const look = (await page.evaluate(`look(${JSON.stringify(remembered)}, '.recipient_x7')`)) as Look;
    expect(look.found).toBeGreaterThan(50);
    expect(look.right).toBe(look.found);
    expect(await page.content()).toBe(before);
  });

  it('are looked for in steps that a slice can end between', async () => {
    const page = await open(`<main class="orders"><table><tbody>${rows(10_000)}</tbody></table></main>`);
    const remembered = await page.evaluate(`remember('.line-no')`);
    const look = (await page.evaluate(`look(${JSON.stringify(remembered)}, '.line-no')`)) as Look;
    // One element to a step: cells and rows.
    expect(look.steps).toBeGreaterThanOrEqual(20_000);
  });

  it('keep clear of pages that call their controls like properties', async () => {
    const page = await open(
      '<form id="f" class="contact"><input name="attributes"><input name="parentNode"><input name="className" class="phone"></form>',
    );
    const remembered = await page.evaluate(`remember('.phone')`);
    const look = (await page.evaluate(`look(${JSON.stringify(remembered)}, '.phone')`)) as Look;
    expect(look).toMatchObject({ found: 1, right: 1 });
  });
});
