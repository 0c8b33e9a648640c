import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps, type PanelSteps } from './createPanelSteps.ts';
import { createPickerSteps, type PickerSteps } from './createPickerSteps.ts';
import { openScene, type Scene } from './openScene.ts';
import { openSpiedPage, type Sighting, type SpiedPage } from './openSpiedPage.ts';
import { framedPage, pageWithFrame, pickerPages } from './pickerPages.ts';
import { type PageServer, servePages } from './servePages.ts';
import { words } from './words.ts';

let pages: PageServer;
let other: PageServer;
let scene: Scene;
let spied: SpiedPage;
let before: Sighting;
let page: Page;
let panel: Page;
let steps: PanelSteps;
let picker: PickerSteps;

beforeAll(async () => {
  other = await servePages({ '/pay.html': framedPage });
  pages = await servePages({ ...pickerPages, '/framed.html': pageWithFrame(`${other.url}/pay.html`) });
  scene = await openScene();
  spied = await openSpiedPage(scene.browser, `${pages.url}/picker.html`);
  page = spied.page;
  before = await spied.look();
  panel = await scene.openPanel(page);
  steps = createPanelSteps(panel);
  picker = createPickerSteps(page, panel);
});

afterAll(async () => {
  await scene?.close();
  await pages?.close();
  await other?.close();
});

const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
const innerFrame = () => page.frames().find((frame) => frame.url().endsWith('/two.html'));

describe('with the mouse, on a page that stops every event and removes what is not its own', () => {
  it.each([
    ['nested shadow roots', '#outer >>> #inner >>> .nested-note', '.nested-note'],
    ['what ignores the pointer', '.unhittable', '.unhittable'],
    ['the page itself', '.imprint', '.imprint'],
  ])('picks in %s, and the page hears nothing', async (_where, target, selector) => {
    await heard();
    await picker.pick(target);
    expect(await picker.selector()).toBe(selector);
    expect(await heard()).toEqual([]);
    await picker.cancel();
  });

  it('picks in a frame in a frame', async () => {
    await picker.pick('.framed-note', innerFrame());
    expect(await picker.selector()).toBe('.framed-note');
    expect(await heard()).toEqual([]);
    await picker.cancel();
  });

  it('picks in a closed shadow root through the extension API, and says that nobody knows about rules in there', async () => {
    await picker.pick('#shut');
    expect(await picker.selector()).toBe('.sealed-note');
    await steps.says(words('selectorNote.closed-root'));
    await steps.says(words('rules.matchesHere', { count: 1 }));
    expect(await heard()).toEqual([]);
    await picker.cancel();
  });

  it('picks in a popover of the page', async () => {
    await page.evaluate(() => (document.querySelector('#menu') as HTMLElement).showPopover());
    await picker.pick('.menu-note');
    expect(await picker.selector()).toBe('.menu-note');
    expect(await heard()).toEqual([]);
    await picker.cancel();
    await page.evaluate(() => (document.querySelector('#menu') as HTMLElement).hidePopover());
  });

  it('picks by touch', async () => {
    await picker.arm();
    const { x, y } = await picker.pointAt('.imprint');
    await page.touchscreen.tap(x, y);
    await panel.waitForSelector(panelHooks.editor);
    expect(await picker.selector()).toBe('.imprint');
    expect(await heard()).toEqual([]);
    await picker.cancel();
  });
});

describe('with the keyboard alone, from the panel', () => {
  it('picks under a modal dialog of the page, and the page hears nothing', async () => {
    await page.evaluate(() => (document.querySelector('#box') as HTMLDialogElement).showModal());
    await heard();
    await picker.arm();
    // Body, its first child, and on to the last one, the dialog; then into it.
    const siblings = await page.$$eval('body > :not(script)', (all) => all.length);
    await picker.keys(
      'ArrowDown',
      'ArrowDown',
      ...Array<'ArrowRight'>(siblings - 1).fill('ArrowRight'),
      'ArrowDown',
    );
    await panel.waitForSelector('.picker-target');
    await picker.keys('Enter');
    await panel.waitForSelector(panelHooks.editor);
    expect(await picker.selector()).toBe('.modal-note');
    expect(await heard()).toEqual([]);
    await picker.cancel();
    await page.evaluate(() => (document.querySelector('#box') as HTMLDialogElement).close());
  });

  it('leaves with Esc', async () => {
    await picker.arm();
    await picker.keys('Escape');
    await panel.waitForSelector(`${panelHooks.pick}[aria-pressed="false"]`);
  });
});

describe('many examples', () => {
  it('are clicked together: taken, left out, taken back; the selector follows', async () => {
    await picker.pick('.recipient');
    await press(panel, '[data-action="add-example"]');
    await panel.waitForSelector('.picker[data-mode="examples"]');
    await picker.click('.imprint');
    await picker.examples(2, 0);
    await expect.poll(() => picker.matched()).toEqual(expect.arrayContaining(['line recipient', 'imprint']));
    const takesGift = (await picker.matched()).includes('line recipient gift');
    await picker.click('.gift');
    // What is matched is left out, anything else is taken.
    await picker.examples(takesGift ? 2 : 3, takesGift ? 1 : 0);
    await expect.poll(async () => (await picker.matched()).includes('line recipient gift')).toBe(!takesGift);
    await picker.click('.gift');
    await picker.examples(2, 0);
    expect(await heard()).toEqual([]);
    await picker.keys('Escape');
    await panel.waitForSelector('.examples[data-state="idle"]');
    await picker.cancel();
  });

  it('are collected with the keyboard alone: N goes through the matches, Enter leaves one out', async () => {
    await steps.view('rules');
    await press(panel, '[data-action="new-rule"]');
    await steps.write('.line');
    await steps.says(words('rules.matchesHere', { count: 3 }));
    await press(panel, '[data-action="add-example"]');
    await picker.examples(3, 0);
    await picker.keys('n', 'n', 'n', 'Enter');
    await picker.examples(2, 0);
    await panel.waitForSelector('.picker-click-exclude');
    await picker.keys('Enter');
    await picker.examples(2, 1);
    await expect.poll(() => picker.matched()).toEqual(['line recipient', 'line recipient gift']);
    await picker.keys('Escape');
    await panel.waitForSelector('.picker', { hidden: true });
    await picker.cancel();
  });
});

describe('afterwards', () => {
  it('the page is the same byte for byte, no attribute was touched and no global is left', async () => {
    await panel.close();
    await expect.poll(async () => (await spied.look()).html === before.html).toBe(true);
    const after = await spied.look();
    expect(after.globals).toEqual(before.globals);
    // The dialog was opened and closed by the test itself.
    const strange = after.mutations.filter(
      (mutation) => !/^childList HTML |^attributes DIALOG open$/.test(mutation),
    );
    expect(strange).toEqual([]);
  });
});

describe('a frame of another site', () => {
  it('is named as such before the click', async () => {
    const framed = await scene.browser.newPage();
    await framed.goto(`${pages.url}/framed.html`);
    const own = await scene.openPanel(framed);
    const there = createPickerSteps(framed, own);
    await there.arm();
    await there.pointAt('iframe');
    await createPanelSteps(own).says(words('doubt.sealed-frame'));
    expect(await own.$('.picker [data-action="check-frame"]')).not.toBeNull();
    await own.close();
    await framed.close();
  });
});
