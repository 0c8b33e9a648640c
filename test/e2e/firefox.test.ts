import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectOnPage } from '../../scripts/demo/connectOnPage.ts';
import { press } from '../../scripts/demo/press.ts';
import { readRuleBack } from '../../scripts/demo/readRuleBack.ts';
import { readVerdict } from '../../scripts/demo/writeEvidence.ts';
import { type ShopServer, serveShop } from '../../scripts/serveShop.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { createPickerSteps, type PickerSteps } from './createPickerSteps.ts';
import { type FirefoxScene, openFirefoxScene } from './openFirefoxScene.ts';
import { openSpiedPage, type Sighting, type SpiedPage } from './openSpiedPage.ts';
import { framedPage, pageWithFrame, pickerPages } from './pickerPages.ts';
import { type PageServer, servePages } from './servePages.ts';
import { shopLeaks, shownLeaks } from './shopLeaks.ts';
import { type SettingsServer, startSettingsServer } from './startSettingsServer.ts';
import { breakPolicy, strictPage } from './stillPages.ts';
import { words } from './words.ts';

let shop: ShopServer;
let server: SettingsServer;
let scene: FirefoxScene;
let page: Page;
let panel: Page;

beforeAll(async () => {
  shop = await serveShop();
  server = await startSettingsServer();
  scene = await openFirefoxScene();
  page = await scene.browser.newPage();
  await page.goto(`${shop.url}/account.html`, { waitUntil: 'load' });
  await page.waitForSelector('.advisor-contact');
  const options = await scene.openOptions(page);
  await connectOnPage(options, server);
  await options.close();
  panel = await scene.openPanel(page);
});

afterAll(async () => {
  await scene?.close();
  await server?.close();
  await shop?.close();
});

describe('the build that is shipped to Firefox', () => {
  it('has none of what the test build adds', () => {
    const manifest = JSON.parse(readFileSync(join(inject('extensions').firefox, 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.background).toEqual({ scripts: ['background.js'] });
  });
});

describe('the check of the shop in Firefox', () => {
  it('says as many leaks as in Chromium', async () => {
    const { verdict } = await readVerdict(panel);
    expect(verdict).toBe(words('verdict.leaks', { count: shopLeaks.length }));
  });

  it('lists the same ones, shadow root and frame included', async () => {
    expect(await shownLeaks(panel)).toEqual(shopLeaks);
  });

  it('names the frame of another origin as not inspected', async () => {
    await createPanelSteps(panel).says(words('verdict.uninspected', { count: 1 }));
  });
});

describe('a rule written in Firefox', () => {
  it('is pushed to the server and read back', async () => {
    const steps = createPanelSteps(panel);
    await steps.view('rules');
    await press(panel, '[data-action="new-rule"]');
    await steps.write('.phone-line');
    await steps.says(words('effect.closes', { count: 1 }));
    await steps.save();
    await steps.plan('push-live');
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    expect(await readRuleBack(server, '.phone-line')).toMatchObject({
      action: 'MASK',
      scope: 'ALL_SESSIONS',
    });
  });
});

describe('a page that forbids everything, in Firefox', () => {
  let pages: PageServer;

  beforeAll(async () => {
    pages = await servePages({ '/': strictPage });
  });

  afterAll(() => pages?.close());

  it('gets no report of a violation, and is the same byte for byte once the panel is closed', async () => {
    const spied = await openSpiedPage(scene.browser, `${pages.url}/`);
    const before = await spied.look();
    const own = await scene.openPanel(spied.page);
    await readVerdict(own);
    await press(own, '[data-action="pick"]');
    await own.waitForSelector('[data-action="pick"][aria-pressed="true"]');
    const during = await spied.look();
    expect(during.mutations.filter((mutation) => !/^childList HTML /i.test(mutation))).toEqual([]);
    expect(during.mutations.length).toBeGreaterThan(0);
    await own.close();
    await expect.poll(async () => (await spied.look()).html === before.html).toBe(true);
    const after = await spied.look();
    expect(after.violations).toEqual([]);
    expect(after.globals).toEqual(before.globals);
    expect(pages.posted).toEqual([]);
    await breakPolicy(spied.page);
    await expect.poll(async () => (await spied.look()).violations.length).toBeGreaterThan(0);
  });
});

describe('the picker in Firefox', () => {
  let pages: PageServer;
  let other: PageServer;
  let spied: SpiedPage;
  let before: Sighting;
  let own: Page;
  let picker: PickerSteps;
  const heard = () =>
    spied.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));

  beforeAll(async () => {
    other = await servePages({ '/pay.html': framedPage });
    pages = await servePages({ ...pickerPages, '/framed.html': pageWithFrame(`${other.url}/pay.html`) });
    spied = await openSpiedPage(scene.browser, `${pages.url}/picker.html`);
    before = await spied.look();
    own = await scene.openPanel(spied.page);
    await readVerdict(own);
    picker = createPickerSteps(spied.page, own);
  });

  afterAll(async () => {
    await pages?.close();
    await other?.close();
  });

  it.each([
    ['the page itself', '.imprint', '.imprint'],
    ['what ignores the pointer', '.unhittable', '.unhittable'],
    ['nested shadow roots', '#outer >>> #inner >>> .nested-note', '.nested-note'],
    ['a closed shadow root, through the extension API', '#shut', '.sealed-note'],
  ])('picks in %s with the mouse, and the page hears nothing', async (_where, target, selector) => {
    await heard();
    await picker.pick(target);
    expect(await picker.selector()).toBe(selector);
    expect(await heard()).toEqual([]);
    await picker.cancel();
  });

  it('picks in a frame in a frame, and in a popover of the page', async () => {
    const inner = spied.page.frames().find((frame) => frame.url().endsWith('/two.html'));
    await picker.pick('.framed-note', inner);
    expect(await picker.selector()).toBe('.framed-note');
    await picker.cancel();
    await spied.page.evaluate(() => (document.querySelector('#menu') as HTMLElement).showPopover());
    await picker.pick('.menu-note');
    expect(await picker.selector()).toBe('.menu-note');
    expect(await heard()).toEqual([]);
    await picker.cancel();
    await spied.page.evaluate(() => (document.querySelector('#menu') as HTMLElement).hidePopover());
  });

  it('picks by touch', async () => {
    await picker.arm();
    const { x, y } = await picker.pointAt('.imprint');
    await spied.page.touchscreen.tap(x, y);
    await own.waitForSelector('form.editor');
    expect(await picker.selector()).toBe('.imprint');
    await picker.cancel();
  });

  it('picks under a modal dialog with the keyboard alone, from the panel', async () => {
    await spied.page.evaluate(() => (document.querySelector('#box') as HTMLDialogElement).showModal());
    await heard();
    await picker.arm();
    const siblings = await spied.page.$$eval('body > :not(script)', (all) => all.length);
    const along = Array<'ArrowRight'>(siblings - 1).fill('ArrowRight');
    await picker.keys('ArrowDown', 'ArrowDown', ...along, 'ArrowDown', 'Enter');
    await own.waitForSelector('form.editor');
    expect(await picker.selector()).toBe('.modal-note');
    expect(await heard()).toEqual([]);
    await picker.cancel();
    await spied.page.evaluate(() => (document.querySelector('#box') as HTMLDialogElement).close());
  });

  it('collects many examples with the mouse, and with the keyboard', async () => {
    await picker.pick('.recipient');
    await press(own, '[data-action="add-example"]');
    await picker.click('.imprint');
    await picker.examples(2, 0);
    await expect.poll(() => picker.matched()).toContain('imprint');
    await picker.keys('Escape');
    await own.waitForSelector('.examples[data-state="idle"]');
    await picker.cancel();
    await press(own, '[data-action="new-rule"]');
    await createPanelSteps(own).write('.line');
    await createPanelSteps(own).says(words('rules.matchesHere', { count: 3 }));
    await press(own, '[data-action="add-example"]');
    await picker.examples(3, 0);
    await picker.keys('n', 'n', 'n', 'Enter');
    await picker.examples(2, 0);
    await own.waitForSelector('.picker-click-exclude');
    await picker.keys('Enter');
    await picker.examples(2, 1);
    await expect.poll(() => picker.matched()).toEqual(['line recipient', 'line recipient gift']);
    await picker.keys('Escape');
    await picker.cancel();
  });

  it('leaves the page the same byte for byte, with no global', async () => {
    await own.close();
    await expect.poll(async () => (await spied.look()).html === before.html).toBe(true);
    expect((await spied.look()).globals).toEqual(before.globals);
  });

  it('works in a frame of another origin that the extension was let into', async () => {
    const framed = await scene.browser.newPage();
    await framed.goto(`${pages.url}/framed.html`);
    const panelOfFramed = await scene.openPanel(framed);
    await readVerdict(panelOfFramed);
    const there = createPickerSteps(framed, panelOfFramed);
    await there.arm();
    await there.pointAt('iframe');
    await createPanelSteps(panelOfFramed).says(words('doubt.sealed-frame'));
    await panelOfFramed.bringToFront();
    // A real click: browsers give access for nothing less.
    await panelOfFramed.click('.picker [data-action="check-frame"]');
    await panelOfFramed.waitForSelector('[data-action="pick"][aria-pressed="false"]');
    await readVerdict(panelOfFramed);
    const inner = framed.frames().find((frame) => frame.url().endsWith('/pay.html'));
    await there.pick('.expiry', inner);
    expect(await there.selector()).toBe('.expiry');
  });
});
