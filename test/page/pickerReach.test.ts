import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage, type TestPageFiles } from './serveTestPage.ts';

const entry = `
import { elementAtPoint } from './page/picker/elementAtPoint.ts';
import { stepElement } from './page/picker/stepElement.ts';
import { createOverlay } from './page/overlay/createOverlay.ts';
import { createPicker } from './page/picker/createPicker.ts';
const name = (element) => element && (element.id || element.localName);
const openClosedRoot = (element) => globalThis.closedRoots?.get(element) ?? null;
globalThis.at = (x, y) => name(elementAtPoint({ document, openClosedRoot, isOurs: () => false, beneathShield: (ask) => ask() }, x, y));
globalThis.walk = (start, ...ways) => ways.reduce((element, to) =>
  element && stepElement(element, to, { openClosedRoot, isOurs: () => false }), start);
globalThis.walked = (start, ...ways) => name(walk(start, ...ways));
globalThis.keys = () => {
  const signal = new AbortController().signal;
  const log = [];
  const overlay = createOverlay({ document, signal });
  const picker = createPicker({ document, overlay, signal,
    describe: (element) => ({ node: 1, label: '', treatment: 'captured', rule: -1, inherited: true, doubts: [] }),
    onHover: (target, element) => log.push('hover ' + name(element)),
    onPick: (element) => log.push('pick ' + name(element)), onLeave: () => log.push('leave'), onArmed() {} });
  globalThis.keyTest = { log, picker, overlay };
  picker.arm();
};`;

let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function open(html: string, more: TestPageFiles = {}): Promise<Page> {
  const page = await serveTestPage(browser, {
    '/': { body: `<!doctype html><style>*{margin:0}p{height:50px}</style>${html}` },
    ...more,
  });
  await page.evaluate(code);
  return page;
}

const shadowPage = `<div id="outer"><template shadowrootmode="open"><p id="in-open">open</p>
  <div id="second"><template shadowrootmode="open"><p id="in-second">deeper</p></template></div><slot></slot></template>
  <p id="slotted">slotted</p></div><div id="shut"></div><script>
  const root = document.querySelector('#shut').attachShadow({ mode: 'closed' });
  root.innerHTML = '<p id="in-closed">closed</p>';
  globalThis.closedRoots = new Map([[document.querySelector('#shut'), root]]);</script>`;

describe('the element at a point', () => {
  it('lies in open and closed shadow roots, and in slots', async () => {
    const page = await open(`<style>p{height:50px;margin:0}</style>${shadowPage}`);
    const names = await page.evaluate(`['in-open','in-second','slotted','in-closed'].map((id) => {
      const find = (root) => root.getElementById?.(id) ?? [...root.querySelectorAll('*')].map((one) =>
        (one.shadowRoot ?? closedRoots.get(one)) && find(one.shadowRoot ?? closedRoots.get(one))).find(Boolean);
      const { x, y } = find(document).getBoundingClientRect();
      return at(x + 5, y + 5);
    })`);
    expect(names).toEqual(['in-open', 'in-second', 'slotted', 'in-closed']);
  });

  it('lies in nested, scaled frames of this origin, and is the frame itself elsewhere', async () => {
    const page = await open(
      `<iframe id="near" src="/frame" style="position:absolute;left:100px;top:100px;width:200px;height:200px;border:10px solid;padding:5px;transform:scale(2);transform-origin:0 0"></iframe>
       <iframe id="far" src="http://other.test/far" style="position:absolute;left:600px;top:0;width:100px;height:100px"></iframe>`,
      {
        '/frame': {
          body: '<style>*{margin:0}</style><p id="top" style="height:50px">x</p><iframe id="inner" src="/leaf" style="border:0;width:150px;height:100px"></iframe>',
        },
        '/leaf': { body: '<style>*{margin:0}</style><p id="leaf" style="height:100px">leaf</p>' },
        'http://other.test/far': { body: '<p style="height:90px">far</p>' },
      },
    );
    // The frame's content starts at 100 + 2 * (10 + 5).
    expect(await page.evaluate('[at(140, 140), at(140, 250), at(105, 105), at(650, 50)]')).toEqual([
      'top',
      'leaf',
      'near',
      'far',
    ]);
  });

  it('is found although it ignores the pointer', async () => {
    const page = await open(
      `<main id="main" style="height:300px"><div id="off" style="pointer-events:none"><p id="leaf">x</p></div>
       <p id="on">y</p></main><div id="flat" style="pointer-events:none;height:0"><p id="out">z</p></div>`,
    );
    expect(await page.evaluate('[at(5, 5), at(5, 60), at(5, 310)]')).toEqual(['leaf', 'on', 'out']);
  });
});

describe('steps', () => {
  it('cross shadow roots and frames both ways', async () => {
    const page = await open(`${shadowPage}<iframe id="near" src="/frame"></iframe>`, {
      '/frame': { body: '<body id="framed"><p id="inside">x</p></body>' },
    });
    await page.waitForFunction('document.querySelector("#near").contentDocument?.querySelector("#inside")');
    const outer = 'document.querySelector("#outer")';
    expect(await page.evaluate(`walked(${outer}, 'child')`)).toBe('in-open');
    expect(await page.evaluate(`walked(${outer}, 'child', 'parent')`)).toBe('outer');
    expect(await page.evaluate(`walked(${outer}, 'child', 'next', 'child')`)).toBe('in-second');
    expect(await page.evaluate(`walked(${outer}, 'child', 'next', 'next', 'child')`)).toBe('slotted');
    expect(await page.evaluate(`walked(${outer}, 'next', 'child')`)).toBe('in-closed');
    const near = 'document.querySelector("#near")';
    expect(await page.evaluate(`walked(${near}, 'child', 'child')`)).toBe('inside');
    expect(await page.evaluate(`walked(${near}, 'child', 'parent', 'parent')`)).toBe('near');
  });

  it('skip what is never shown, and end where there is nothing more', async () => {
    const page = await open(
      '<main id="main"><script></script><p id="a">a</p><style></style><p id="b">b</p></main>',
    );
    const main = 'document.querySelector("#main")';
    expect(await page.evaluate(`walked(${main}, 'child')`)).toBe('a');
    expect(await page.evaluate(`walked(${main}, 'child', 'next')`)).toBe('b');
    expect(await page.evaluate(`walked(${main}, 'child', 'next', 'next')`)).toBe(null);
    expect(await page.evaluate(`walked(document.documentElement, 'parent')`)).toBe(null);
  });
});

describe('the keyboard alone', () => {
  it('walks, goes back down the way it came, and picks', async () => {
    const page = await open('<main id="main"><p id="a">a</p><p id="b"><b id="bold">b</b></p></main>');
    await page.evaluate('keys()');
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'ArrowRight',
      'ArrowDown',
      'ArrowUp',
      'ArrowDown',
    ] as const)
      await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('keyTest.log')).toEqual([
      'hover body',
      'hover main',
      'hover a',
      'hover b',
      'hover bold',
      'hover b',
      'hover bold',
      'hover null',
      'pick bold',
    ]);
  });

  it("leaves with Esc, and then the keys are the page's again", async () => {
    const page = await open('<p id="a">a</p>');
    await page.evaluate(
      `globalThis.pressed = []; document.addEventListener('keydown', (event) => pressed.push(event.key)); keys()`,
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('keyTest.log.at(-1)')).toBe('leave');
    expect(await page.evaluate('pressed')).toEqual(['ArrowDown']);
  });

  it('can be driven from the panel, and scrolls to what is out of sight', async () => {
    const page = await open('<p id="a">a</p><div style="height:3000px"></div><p id="b">b</p>');
    await page.evaluate(`keys(); for (const to of ['child','child','next','next']) keyTest.picker.step(to)`);
    expect(await page.evaluate('keyTest.log.at(-1)')).toBe('hover b');
    expect(
      await page.evaluate('document.querySelector("#b").getBoundingClientRect().top < innerHeight'),
    ).toBe(true);
    await page.evaluate('keyTest.picker.choose()');
    expect(await page.evaluate('keyTest.log.at(-1)')).toBe('pick b');
  });
});
