import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { press } from '../../scripts/demo/press.ts';
import { evaluateInWorker } from './evaluateInWorker.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';
import { type PageServer, servePages } from './servePages.ts';
import { words } from './words.ts';

declare const chrome: ExtensionApi;

/** A page with FullStory's snippet and what waits in it, Datadog with its configuration, and Clarity's tag. */
const html = `<!doctype html><html lang="en"><title>Order</title><p>Blue shirt</p><script>
  window._fs_org = 'o-TEST-na1'; window._fs_namespace = 'FS';
  window.FS = Object.assign(function () { FS.q.push([...arguments]); }, { q: [], _v: '2.0.0' });
  FS('setIdentity', { uid: '17', properties: { email: 'jane.roe@example.org' } });
  window.DD_RUM = { version: '7.16.2', init() {},
    getInitConfiguration: () => ({ defaultPrivacyLevel: 'mask', clientToken: 'pub-secret' }) };
  window.clarity = Object.assign(function () {}, { q: [] });
</script>`;

let scene: Scene;
let pages: PageServer;
let panel: Page;

beforeAll(async () => {
  scene = await openScene();
  pages = await servePages({ '/': { body: html } });
  const page = await scene.browser.newPage();
  await page.goto(pages.url);
  panel = await scene.openPanel(page);
});

afterAll(async () => {
  await pages?.close();
  await scene?.close();
});

const text = (selector: string) => panel.$eval(selector, (part) => part.textContent ?? '');
const played = (id: string) => panel.waitForSelector(`[data-recorder=${id}][aria-pressed=true]`);

/** What the extension keeps on the disk. */
const kept = async () =>
  evaluateInWorker(scene, async () => JSON.stringify(await chrome.storage.local.get(null)));

it('names the recorders of the page, and shows what the page says to FullStory, redacted', async () => {
  await played('fullstory');
  expect(await text('.recorders')).toMatch(/FullStory.*Datadog 7\.16\.2.*Microsoft Clarity/s);
  expect(await text('[data-way=identity]')).toContain('j•••@•••.org');
  expect(await panel.content()).not.toMatch(/jane\.roe|pub-secret/);
});

it('plays another one at one press, with the configuration of the page', async () => {
  await press(panel, '[data-recorder=datadog]');
  await played('datadog');
  await panel.waitForSelector('[data-configuration=page]');
  await panel.waitForSelector('main[data-scan-state=done][data-verdict=green]');
  expect(await text('.verdict-sentence')).toBe(words('verdict.clean'));
});

it('asks for a configuration once, and knows the answer after the panel was opened anew', async () => {
  await press(panel, '[data-recorder=clarity]');
  await panel.waitForSelector('[data-configuration=not-known]');
  await press(panel, '[data-action=use-defaults]');
  await panel.waitForSelector('[data-configuration=defaults]');
  await panel.reload();
  await played('clarity');
  await panel.waitForSelector('[data-configuration=defaults]');
  expect(await kept()).not.toMatch(/jane\.roe|pub-secret|o-TEST/);
});

it('forgets it on request', async () => {
  await press(panel, '[data-action=session]');
  await press(panel, '[data-action=forget-site]');
  await played('fullstory');
  expect(await kept()).not.toContain(pages.url);
});
