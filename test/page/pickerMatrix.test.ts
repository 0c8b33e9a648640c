import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from './bundlePage.ts';
import { openBrowser } from './openScrimPage.ts';
import { type PickerFixture, pickerFixtures } from './pickerFixtures.ts';
import { serveTestPage } from './serveTestPage.ts';

/** The page's own ears, before Scrim is there: its windows hear everything that any listener of it may hear. */
const ears = `<script>
  window.heard = []; var closedRoots = new Map();
  for (const type of ['pointerdown','pointerup','pointermove','mousedown','mouseup','mousemove','click','contextmenu',
    'touchstart','touchend','keydown','keyup','focusin','blur'])
    window.addEventListener(type, (event) => window.heard.push(type), true);
</script>`;

const entry = `
import { createOverlay } from './page/overlay/createOverlay.ts';
import { createPicker } from './page/picker/createPicker.ts';
/** Every byte of the page: frames and shadow roots, the closed ones too. */
const bytes = (node) => {
  const own = node.nodeType === 1 ? node.cloneNode(false).outerHTML : node.nodeType === 9 ? '' : node.nodeValue ?? '';
  const root = node.nodeType === 1 ? node.shadowRoot ?? closedRoots.get(node) : null;
  const frame = node.localName === 'iframe' ? node.contentDocument : null;
  return [own, ...[root, frame].flatMap((inner) => inner ? ['#', bytes(inner)] : []), ...[...node.childNodes].map(bytes)].join('');
};
globalThis.bytesOfPage = () => bytes(document);
globalThis.changes = [];
globalThis.watchPage = (target) => {
  for (const root of [document, target.getRootNode()])
    new MutationObserver((records) => {
      for (const { type, target } of records)
        if (type !== 'childList' || target !== document.documentElement) changes.push(type + ' ' + target.nodeName);
    }).observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
};
globalThis.startPicker = () => {
  const end = new AbortController();
  const log = { picked: [], hovered: [], armed: [], left: 0 };
  const overlay = createOverlay({ document, signal: end.signal });
  const name = (element) => element && (element.id || element.localName);
  const picker = createPicker({
    document, overlay, signal: end.signal,
    describe: (element) => ({ node: 1, label: name(element), treatment: 'captured', rule: -1, inherited: true, doubts: [] }),
    onHover: (target, element) => log.hovered.push(name(element)),
    onPick: (element) => log.picked.push(name(element)),
    onLeave: () => { log.left += 1; },
    onArmed: (state) => log.armed.push(state),
    openClosedRoot: (element) => closedRoots.get(element) ?? null,
  });
  globalThis.underTest = { end, log, overlay, picker };
};
/** Where an element is in the top window. */
globalThis.pointOf = (element) => {
  let { x, y } = element.getBoundingClientRect();
  for (let view = element.ownerDocument.defaultView; view.frameElement; view = view.parent) {
    const frame = view.frameElement;
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
  }
  return [x + 10, y + 10];
};`;

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundlePage(entry)]);
});
afterAll(() => browser.close());

interface Scene {
  readonly page: Page;
  readonly before: string;
}

async function arm({ html, files, setup = '', target, shielded }: PickerFixture): Promise<Scene> {
  const body = `<!doctype html><meta name="viewport" content="width=device-width">${ears}${html}`;
  const page = await serveTestPage(browser, { '/': { body }, ...files });
  await page.evaluate(`(async () => { ${setup} })()`);
  await page.evaluate(`${code}; watchPage(${target}); startPicker();`);
  const before = (await page.evaluate('bytesOfPage()')) as string;
  await page.evaluate('underTest.picker.arm()');
  // A page that takes the host out gets what happens until it is back: what is claimed is claimed of a shield that holds.
  if (shielded) await page.waitForFunction('document.elementFromPoint(2, 2) === underTest.overlay.host');
  if (html.includes('removals')) await page.waitForFunction('removals <= 0');
  if (shielded) await page.waitForFunction('document.elementFromPoint(2, 2) === underTest.overlay.host');
  await page.evaluate('heard.length = 0');
  return { page, before };
}

/** The picker is gone, and the page is what it was. */
async function leavesNothing({ page, before }: Scene): Promise<void> {
  await page.waitForFunction('!underTest.overlay.host.isConnected');
  expect(await page.evaluate('bytesOfPage()')).toBe(before);
  expect(await page.evaluate('changes')).toEqual([]);
  await page.close();
}

const picked = (page: Page) => page.evaluate('underTest.log.picked');
const heard = (page: Page) => page.evaluate('heard');
const keyOf = { parent: 'ArrowUp', child: 'ArrowDown', previous: 'ArrowLeft', next: 'ArrowRight' } as const;

describe.each(pickerFixtures)('$name', (fixture) => {
  it('is picked with the mouse', async () => {
    const scene = await arm(fixture);
    const [x, y] = (await scene.page.evaluate(`pointOf(${fixture.target})`)) as [number, number];
    await scene.page.mouse.move(x - 3, y);
    await scene.page.mouse.move(x, y);
    await scene.page.waitForFunction('underTest.log.hovered.at(-1) === "target"');
    await scene.page.mouse.click(x, y);
    expect(await picked(scene.page)).toEqual(['target']);
    if (fixture.shielded) expect(await heard(scene.page)).toEqual([]);
    else expect(await scene.page.evaluate('underTest.log.armed.at(-1).seenByPage')).toBeGreaterThan(0);
    await leavesNothing(scene);
  });

  it('is picked by touch', async () => {
    const scene = await arm(fixture);
    const [x, y] = (await scene.page.evaluate(`pointOf(${fixture.target})`)) as [number, number];
    await scene.page.touchscreen.tap(x, y);
    await scene.page.waitForFunction('underTest.log.picked.length > 0');
    expect(await picked(scene.page)).toEqual(['target']);
    if (fixture.shielded) expect(await heard(scene.page)).toEqual([]);
    await leavesNothing(scene);
  });

  it("is picked with the panel's keys alone, and the page hears nothing", async () => {
    const scene = await arm(fixture);
    const steps = ['child', ...fixture.steps];
    await scene.page.evaluate((all) => {
      const { underTest } = globalThis as unknown as {
        underTest: { picker: { step(to: string): void; choose(): void } };
      };
      for (const to of all) underTest.picker.step(to);
      underTest.picker.choose();
    }, steps);
    expect(await picked(scene.page)).toEqual(['target']);
    expect(await heard(scene.page)).toEqual([]);
    await leavesNothing(scene);
  });
});

describe.each(pickerFixtures.filter(({ stopsKeys }) => !stopsKeys))('$name', (fixture) => {
  it("is picked with the page's keys alone, and Esc leaves", async () => {
    const scene = await arm(fixture);
    for (const to of ['child', ...fixture.steps] as const) await scene.page.keyboard.press(keyOf[to]);
    await scene.page.keyboard.press('Enter');
    expect(await picked(scene.page)).toEqual(['target']);
    await scene.page.evaluate('underTest.picker.arm()');
    await scene.page.keyboard.press('Escape');
    expect(await scene.page.evaluate('underTest.log.left')).toBe(1);
    expect(await scene.page.evaluate('underTest.picker.state().armed')).toBe(false);
    await leavesNothing(scene);
  });
});

describe('a page that keeps the keys to itself', () => {
  it('keeps those that are pressed on it, and the panel leaves all the same', async () => {
    const scene = await arm(pickerFixtures.find(({ stopsKeys }) => stopsKeys) as PickerFixture);
    await scene.page.keyboard.press('Escape');
    expect(await scene.page.evaluate('underTest.picker.state().armed')).toBe(true);
    await scene.page.evaluate('underTest.picker.disarm()');
    await leavesNothing(scene);
  });
});

describe('Esc', () => {
  it('leaves the picker and not the dialog of the page that is open', async () => {
    const dialog = pickerFixtures.find(({ name }) => name.includes('dialog')) as PickerFixture;
    const scene = await arm(dialog);
    await scene.page.keyboard.press('Escape');
    expect(await scene.page.evaluate('underTest.log.left')).toBe(1);
    expect(await scene.page.evaluate('document.querySelector("#box").open')).toBe(true);
    await scene.page.keyboard.press('Escape');
    expect(await scene.page.evaluate('document.querySelector("#box").open')).toBe(false);
  });

  it("does not take the browser's own keys with it", async () => {
    const scene = await arm(pickerFixtures[0] as PickerFixture);
    await scene.page.keyboard.down('Control');
    await scene.page.keyboard.press('n');
    await scene.page.keyboard.up('Control');
    expect(await scene.page.evaluate('underTest.log.hovered')).toEqual([]);
    expect(await scene.page.evaluate('underTest.picker.state().seenByPage')).toBe(0);
  });
});
