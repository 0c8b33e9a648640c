import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage, type TestPageFiles } from './serveTestPage.ts';

const entry = `
import { createOverlay } from './page/overlay/createOverlay.ts';
globalThis.startOverlay = (labels) => {
  const end = new AbortController();
  const log = { lost: [], asked: [] };
  const overlay = createOverlay({ document, signal: end.signal, onLost: (reason) => log.lost.push(reason),
    labelFor: labels && ((element) => { log.asked.push(element.id); return { treatment: 'Masked' }; }) });
  globalThis.underTest = { end, log, overlay };
};
globalThis.frames = (count = 2) => new Promise((done) => {
  const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
  next();
});
globalThis.drawnAfterFrames = async () => { await frames(); await frames(); return underTest.overlay.drawn().map(
  ({ kind, x, y, width, height }) => [kind, ...[x, y, width, height].map(Math.round)].join(' ')); };`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function open(html: string, more: TestPageFiles = {}): Promise<Page> {
  const body = `<!doctype html><style>*{margin:0}</style>${html}`;
  const page = await serveTestPage(browser, { '/': { body }, ...more });
  await page.evaluate(code);
  await page.evaluate('startOverlay()');
  return page;
}

const drawn = (page: Page) => page.evaluate('drawnAfterFrames()') as Promise<string[]>;
const show = (page: Page, category: string, selector: string) =>
  page.evaluate(
    `underTest.overlay.show(new Map([['${category}', [...document.querySelectorAll('${selector}')]]]))`,
  );

describe('boxes', () => {
  it('lie where the element is, and follow it when the page or a part of it scrolls', async () => {
    const page = await open(`<div id="pane" style="height:200px;overflow:auto;position:relative">
      <div style="height:100px"></div><p id="a" style="width:100px;height:50px">x</p><div style="height:900px"></div></div>
      <div style="height:3000px"></div>`);
    await show(page, 'masked', '#a');
    expect(await drawn(page)).toEqual(['masked 0 100 100 50']);
    await page.evaluate('document.querySelector("#pane").scrollTop = 30');
    expect(await drawn(page)).toEqual(['masked 0 70 100 50']);
    await page.evaluate('scrollTo(0, 20)');
    expect(await drawn(page)).toEqual(['masked 0 50 100 50']);
  });

  it('are cut to the box that scrolls them, and gone when scrolled out of it', async () => {
    const page =
      await open(`<div id="pane" style="height:120px;overflow:auto"><div style="height:100px"></div>
      <p id="a" style="width:100px;height:50px">x</p><div style="height:900px"></div></div>`);
    await show(page, 'masked', '#a');
    expect(await drawn(page)).toEqual(['masked 0 100 100 20']);
    await page.evaluate('document.querySelector("#pane").scrollTop = 400');
    expect(await drawn(page)).toEqual([]);
  });

  it('follow a new window size and a changed page', async () => {
    const page = await open('<p id="a" style="height:50px">x</p>');
    await show(page, 'masked', '#a');
    expect(await drawn(page)).toEqual(['masked 0 0 800 50']);
    await page.setViewport({ width: 500, height: 400 });
    expect(await drawn(page)).toEqual(['masked 0 0 500 50']);
    await page.evaluate('document.querySelector("#a").style.height = "80px"; underTest.overlay.refresh()');
    expect(await drawn(page)).toEqual(['masked 0 0 500 80']);
  });

  it('reach into open shadow roots and nested frames, cut to the frame', async () => {
    const page = await open(
      `<div id="host"><template shadowrootmode="open"><p id="in" style="width:60px;height:40px;margin:0">x</p></template></div>
       <iframe id="f" src="/frame" style="position:absolute;left:100px;top:100px;width:200px;height:100px;border:10px solid;padding:5px"></iframe>`,
      {
        '/frame': {
          body: '<style>*{margin:0}</style><iframe id="g" src="/leaf" style="border:0;width:150px;height:300px"></iframe>',
        },
        '/leaf': { body: '<style>*{margin:0}</style><p id="leaf" style="width:50px;height:200px">x</p>' },
      },
    );
    await page.waitForFunction(
      'document.querySelector("#f").contentDocument?.querySelector("#g")?.contentDocument?.querySelector("#leaf")',
    );
    await page.evaluate(`globalThis.inner = document.querySelector('#f').contentDocument;
      underTest.overlay.show(new Map([['masked', [document.querySelector('#host').shadowRoot.querySelector('#in')]],
        ['leaking', [inner.querySelector('#g').contentDocument.querySelector('#leaf')]]]))`);
    expect(await drawn(page)).toEqual(['masked 0 0 60 40', 'leaking 115 115 50 100']);
    await page.evaluate('inner.scrollingElement.scrollTop = 150');
    expect(await drawn(page)).toEqual(['masked 0 0 60 40', 'leaking 115 115 50 50']);
  });

  it('are not drawn for what is not rendered, hidden or empty', async () => {
    const page =
      await open(`<p class="t" style="display:none">x</p><p class="t" style="visibility:hidden">x</p>
      <p class="t"></p><p class="t" id="a" style="height:20px">x</p>`);
    await show(page, 'unknown', '.t');
    expect(await drawn(page)).toEqual(['unknown 0 18 800 20']);
  });

  it('follow the lines of a text that wraps', async () => {
    const page = await open(
      '<div style="width:100px;font:20px/20px monospace"><span id="a">aaaaaa bbbbbb cc</span></div>',
    );
    await show(page, 'masked', '#a');
    expect((await drawn(page)).length).toBeGreaterThan(1);
  });

  it('are all drawn in the end, wherever in a long list they stand', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) =>
        `<p class="t" ${index === 2345 ? 'id="stray" style="position:fixed;top:300px;left:400px;width:50px;height:50px"' : ''}>row</p>`,
    ).join('');
    const page = await open(rows);
    await show(page, 'masked', '.t');
    await page.waitForFunction('underTest.overlay.drawn().some(({ x, y }) => x === 400 && y === 300)');
    await page.evaluate('scrollTo(0, 20000)');
    await page.waitForFunction('underTest.overlay.drawn().length > 20');
    const boxes = (await page.evaluate('underTest.overlay.drawn().map(({ y }) => y)')) as number[];
    expect(Math.min(...boxes)).toBeGreaterThan(-50);
    expect(Math.max(...boxes)).toBeLessThan(650);
  });

  it('lie right on a page that zooms its root', async () => {
    const page = await open(
      '<style>html{zoom:1.5}</style><p id="a" style="width:100px;height:50px;background:#fff">x</p>',
    );
    await show(page, 'leaking', '#a');
    await drawn(page);
    const [inside, outside] = await pixels(page, [
      [149, 40],
      [170, 40],
    ]);
    // The line ends where the element does: 1.5 * 100 pixels from the left.
    expect(inside).not.toEqual([255, 255, 255]);
    expect(outside).toEqual([255, 255, 255]);
  });
});

describe('categories', () => {
  it('can be told apart without colour, on light and on dark', async () => {
    const kinds = ['excluded', 'masked', 'unknown', 'leaking'];
    const tile = (kind: string, color: string) =>
      `<div id="${kind}" style="position:absolute;width:140px;height:84px;background:${color};left:${20 + kinds.indexOf(kind) * 160}px;top:20px"></div>`;
    for (const color of ['#fff', '#111', '#777']) {
      const page = await open(
        `<body style="background:${color}">${kinds.map((kind) => tile(kind, color)).join('')}`,
      );
      await page.evaluate(
        `underTest.overlay.show(new Map(${JSON.stringify(kinds)}.map((kind) => [kind, [document.getElementById(kind)]])))`,
      );
      await drawn(page);
      const tiles = await greyTiles(
        page,
        kinds.map((_, index) => [20 + index * 160, 20]),
      );
      for (const [index, one] of tiles.entries()) {
        for (const other of tiles.slice(index + 1)) expect(difference(one, other)).toBeGreaterThan(0.02);
      }
    }
  });

  it('are drawn in system colours when colours are forced', async () => {
    const page = await open('<p id="a" style="height:50px">x</p>');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await show(page, 'leaking', '#a');
    await drawn(page);
    const [line] = await pixels(page, [[2, 25]]);
    expect(line).toEqual([0, 0, 0]);
  });

  it('keep a flash still for people who asked for less motion', async () => {
    const page = await open('<p id="a" style="height:50px">x</p>');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const seen = (await page.evaluate(`(async () => {
      underTest.overlay.flash(document.querySelector('#a'));
      const seen = [];
      for (let round = 0; round < 30; round += 1) { await frames(1); seen.push(underTest.overlay.drawn().length); }
      return seen.slice(1);
    })()`)) as number[];
    expect(new Set(seen)).toEqual(new Set([1]));
  });
});

describe('labels', () => {
  it('are asked for once per element under the pointer, and for the focus', async () => {
    const page = await open('<p id="a" style="height:50px">x</p><input id="b">');
    await page.evaluate('underTest.end.abort(); startOverlay(true)');
    await show(page, 'masked', '#a, #b');
    await drawn(page);
    for (let step = 0; step < 10; step += 1) await page.mouse.move(20 + step, 20);
    await page.waitForFunction('underTest.log.asked.includes("a")');
    await page.keyboard.press('Tab');
    await page.waitForFunction('underTest.log.asked.includes("b")');
  });
});

/** Red, green and blue of points of a screenshot. */
async function pixels(page: Page, points: readonly (readonly [number, number])[]): Promise<number[][]> {
  const image = await page.screenshot({ encoding: 'base64' });
  const reader = await browser.newPage();
  const read = (await reader.evaluate(
    async (data: string, wanted: readonly (readonly [number, number])[]) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      return wanted.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
    },
    image,
    points,
  )) as number[][];
  await reader.close();
  return read;
}

/** 140 by 84 pixels in grey, 0..1, from each corner. */
async function greyTiles(page: Page, corners: readonly (readonly number[])[]): Promise<number[][]> {
  const points = corners.flatMap(([left = 0, top = 0]) =>
    Array.from(
      { length: 140 * 84 },
      (_, index) => [left + (index % 140), top + Math.floor(index / 140)] as const,
    ),
  );
  const greys = (await pixels(page, points)).map(
    ([r = 0, g = 0, b = 0]) => (0.3 * r + 0.59 * g + 0.11 * b) / 255,
  );
  return corners.map((_, index) => greys.slice(index * 140 * 84, (index + 1) * 140 * 84));
}

/** Share of pixels whose grey differs clearly. */
function difference(one: readonly number[], other: readonly number[]): number {
  return one.filter((grey, index) => Math.abs(grey - (other[index] ?? 0)) > 0.2).length / one.length;
}
