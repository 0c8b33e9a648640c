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
import { type FirefoxScene, openFirefoxScene } from './openFirefoxScene.ts';
import { openSpiedPage } from './openSpiedPage.ts';
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
