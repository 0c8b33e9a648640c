import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { serveTestPage, type TestPageFiles } from './serveTestPage.ts';

/** The page's own ears: on window, in the capture phase, before Scrim is there. */
const ears = `<script>
  window.heard = [];
  for (const type of ['pointerdown','pointerup','pointermove','mousedown','mouseup','mousemove','click','contextmenu',
    'touchstart','touchend','keydown','keyup','focusin','blur','wheel'])
    window.addEventListener(type, (event) => window.heard.push(type), true);
</script>`;

const entry = `
import { createOverlay } from './page/overlay/createOverlay.ts';
import { createPicker } from './page/picker/createPicker.ts';
globalThis.startPicker = (closedRoots) => {
  const end = new AbortController();
  const log = { hovered: [], picked: [], armed: [], left: 0, lost: [] };
  const overlay = createOverlay({ document, signal: end.signal, onLost: (reason) => log.lost.push(reason) });
  const name = (element) => element && (element.id || element.localName);
  const picker = createPicker({
    document, overlay, signal: end.signal,
    describe: (element) => ({ node: 1, label: name(element), treatment: 'captured', rule: -1, inherited: true, doubts: [] }),
    onHover: (target, element) => log.hovered.push(name(element)),
    onPick: (element) => log.picked.push(name(element)),
    onLeave: () => { log.left += 1; },
    onArmed: (state) => log.armed.push(state),
    openClosedRoot: closedRoots ? (element) => globalThis.closedRoots?.get(element) ?? null : undefined,
  });
  globalThis.underTest = { end, log, overlay, picker };
};`;

interface Log {
  readonly hovered: readonly (string | null)[];
  readonly picked: readonly string[];
  readonly armed: readonly {
    readonly armed: boolean;
    readonly reason?: string;
    readonly seenByPage: number;
  }[];
  readonly left: number;
  readonly lost: readonly string[];
}

let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

async function armed(html: string, more: TestPageFiles = {}, before = ''): Promise<Page> {
  const page = await serveTestPage(browser, { '/': { body: `<!doctype html>${ears}${html}` }, ...more });
  if (before) await page.evaluate(before);
  await page.evaluate(`${code}; startPicker(true); underTest.picker.arm(); heard.length = 0;`);
  return page;
}

const logOf = (page: Page) => page.evaluate('underTest.log') as Promise<Log>;
const heardBy = (page: Page) => page.evaluate('heard') as Promise<string[]>;

async function hovers(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const { underTest } = globalThis as unknown as { underTest: { log: Log } };
      return underTest.log.hovered.at(-1) === wanted;
    },
    {},
    name,
  );
}

describe('the shield', () => {
  it('picks the element under the pointer, and the page hears nothing of it', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.mouse.move(50, 50);
    await hovers(page, 'buy');
    await page.mouse.click(60, 60);
    expect((await logOf(page)).picked).toEqual(['buy']);
    expect(await heardBy(page)).toEqual([]);
    expect((await logOf(page)).armed.at(-1)).toEqual({ armed: false, reason: 'picked', seenByPage: 0 });
  });

  it('describes an element once, however often the pointer moves over it', async () => {
    const page = await armed('<p id="one" style="height:200px">x</p><p id="two" style="height:200px">y</p>');
    for (let step = 0; step < 20; step += 1) await page.mouse.move(50 + step, 60);
    await hovers(page, 'one');
    await page.mouse.move(50, 300);
    await hovers(page, 'two');
    expect((await logOf(page)).hovered).toEqual(['one', 'two']);
  });

  it('takes a tap', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.touchscreen.tap(60, 60);
    await page.waitForFunction('underTest.log.picked.length === 1');
    expect((await logOf(page)).picked).toEqual(['buy']);
    expect(await heardBy(page)).toEqual([]);
  });

  it('swallows the other buttons and the context menu', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.mouse.click(60, 60, { button: 'right' });
    await page.mouse.click(60, 60, { button: 'middle' });
    expect(await heardBy(page)).toEqual([]);
    expect((await logOf(page)).picked).toEqual([]);
  });

  it('tells the page no more than that the pointer went onto something of ours', async () => {
    const page = await armed('<p id="one" style="height:200px">x</p><p id="two" style="height:200px">y</p>');
    // The browser itself says this where a pointer enters a frame; later listeners do not even hear that.
    await page.evaluate(`globalThis.over = []; underTest.picker.disarm();
      for (const type of ['pointerover', 'pointerout', 'pointerenter', 'mouseover', 'mouseout', 'mouseenter'])
        window.addEventListener(type, (event) => over.push(type + ' ' + (event.target === underTest.overlay.host)), true);
      underTest.picker.arm();`);
    await page.mouse.move(50, 50);
    await page.mouse.move(50, 300);
    await page.mouse.move(70, 60);
    await hovers(page, 'one');
    const said = (await page.evaluate('over')) as string[];
    expect(said.filter((line) => !['pointerover true', 'mouseover true'].includes(line))).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(2);
  });

  it('lets the page be scrolled', async () => {
    const page = await armed('<div style="height:5000px"></div>');
    await page.mouse.move(60, 60);
    await page.mouse.wheel({ deltaY: 300 });
    await page.waitForFunction('scrollY > 200');
    expect((await logOf(page)).picked).toEqual([]);
  });

  it('leaves focus where it was', async () => {
    const page = await armed(
      '<input id="name" autofocus><p id="text" style="height:300px">x</p>',
      {},
      'document.querySelector("#name").focus()',
    );
    await page.mouse.click(60, 200);
    expect(await page.evaluate('document.activeElement.id')).toBe('name');
    expect(await heardBy(page)).toEqual([]);
  });

  it('gives the page back when it is disarmed', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.evaluate('underTest.picker.disarm()');
    await page.mouse.click(60, 60);
    expect(await heardBy(page)).toContain('click');
    expect(await page.evaluate('underTest.overlay.host.isConnected')).toBe(false);
  });

  it('holds against a page whose html ignores the pointer', async () => {
    const page = await armed(
      '<style>html{pointer-events:none}</style><main id="main"><p id="deep" style="height:200px">x</p></main>',
    );
    await page.mouse.click(60, 60);
    expect((await logOf(page)).picked).toEqual(['deep']);
    expect(await heardBy(page)).toEqual([]);
  });

  it('comes back when the page removes it, and ends with a word when the page insists', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.evaluate('underTest.overlay.host.remove()');
    await page.waitForFunction('underTest.overlay.host.isConnected');
    await page.mouse.click(60, 60);
    expect((await logOf(page)).picked).toEqual(['buy']);
    expect(await heardBy(page)).toEqual([]);
    await page.evaluate(`
      underTest.picker.arm();
      new MutationObserver(() => underTest.overlay.host.remove()).observe(document.documentElement, { childList: true });
      underTest.overlay.host.remove();`);
    await page.waitForFunction('underTest.log.lost.length === 1');
    expect((await logOf(page)).lost).toEqual(['removed']);
    // Without its shield the picker still works, and counts what the page may hear.
    await page.mouse.click(60, 60);
    const log = await logOf(page);
    expect(log.picked).toEqual(['buy', 'buy']);
    expect(log.armed.at(-1)?.seenByPage).toBeGreaterThan(0);
  });

  it('works although the page stops every event', async () => {
    const page = await armed(
      `<script>for (const type of ['pointermove','pointerdown','click','keydown'])
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);</script>
      <button id="buy" style="width:200px;height:100px">Buy</button>`,
    );
    await page.mouse.click(60, 60);
    expect((await logOf(page)).picked).toEqual(['buy']);
  });

  it('ignores what a script of the page makes up', async () => {
    const page = await armed('<button id="buy" style="width:200px;height:100px">Buy</button>');
    await page.evaluate(`
      for (const target of [document.querySelector('#buy'), underTest.overlay.host, window]) {
        for (const type of ['pointermove', 'click'])
          target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 60, clientY: 60, view: window }));
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      }
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
    const log = await logOf(page);
    expect([log.picked, log.hovered, log.armed.at(-1)?.seenByPage]).toEqual([[], [], 0]);
  });
});

describe('under a modal dialog of the page', () => {
  it('picks inside the dialog, holds the click back and says what the page may have heard', async () => {
    const page = await armed(
      '<dialog id="box"><button id="pay">Pay</button></dialog>',
      {},
      `
      document.querySelector('#box').showModal();
      document.querySelector('#pay').addEventListener('click', () => { document.title = 'paid'; });`,
    );
    const at = await page.evaluate(() => {
      const { x, y } = (document.querySelector('#pay') as Element).getBoundingClientRect();
      return [x + 5, y + 5] as const;
    });
    await page.mouse.move(...at);
    await hovers(page, 'pay');
    await page.mouse.click(...at);
    const log = await logOf(page);
    expect(log.picked).toEqual(['pay']);
    expect(log.armed.at(-1)?.seenByPage).toBeGreaterThan(0);
    expect(await page.title()).not.toBe('paid');
  });

  it('draws on top of a dialog that opens later', async () => {
    const page = await armed('<dialog id="box" style="width:300px;height:200px;background:#fff"></dialog>');
    await page.evaluate(`underTest.picker.disarm();
      globalThis.frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      underTest.overlay.show(new Map([['leaking', [document.body]]])); document.querySelector('#box').showModal(); frames()`);
    await page.evaluate(`underTest.overlay.outline([document.querySelector('#box')], 'preview'); frames()`);
    // The inside of the dialog only: what lies under it cannot show there.
    const box = await (await page.$('#box'))?.boundingBox();
    if (!box) throw new Error('the dialog is not shown');
    const clip = { x: box.x + 20, y: box.y + 20, width: 100, height: 100 };
    const drawn = await page.screenshot({ encoding: 'base64', clip });
    await page.evaluate('underTest.overlay.hide(); frames()');
    expect(await page.screenshot({ encoding: 'base64', clip })).not.toBe(drawn);
  });

  it('picks inside a popover with the shield held', async () => {
    const page = await armed(
      '<div id="menu" popover style="width:300px;height:200px">menu</div>',
      {},
      'document.querySelector("#menu").showPopover()',
    );
    await page.mouse.click(400, 300);
    expect((await logOf(page)).picked).toEqual(['menu']);
    expect(await heardBy(page)).toEqual([]);
  });
});
