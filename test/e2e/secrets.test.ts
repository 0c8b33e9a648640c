import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftMask } from '../../scripts/demo/draftMask.ts';
import { mendOneLeak } from '../../scripts/demo/mendOneLeak.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { evaluateInWorker } from './evaluateInWorker.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';

declare const chrome: ExtensionApi;

/** Where the page script keeps what its port brought, in the extension's own world. */
interface Listening {
  heard?: string[];
}

let scene: Scene;
let page: Page;
let panel: Page;
let heard: readonly string[];

/** The whole main job, with an ear on the page's end of the port. */
beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  const first = await scene.openPanel(page);
  await contentWorld().evaluate(() => {
    const listening = globalThis as Listening;
    listening.heard = [];
    chrome.runtime.onConnect.addListener((port) =>
      port.onMessage.addListener((message) => listening.heard?.push(JSON.stringify(message))),
    );
  });
  // A new panel opens a new port: all of it is heard.
  await first.close();
  panel = await scene.openPanel(page);
  await mendOneLeak(page, panel, '.phone-line');
  await createPanelSteps(panel).view('rules');
  await press(panel, '[data-action="new-rule"]');
  await createPanelSteps(panel).write('.order-note-v3');
  await draftMask(panel);
  heard = await contentWorld().evaluate(() => (globalThis as Listening).heard ?? []);
});

afterAll(() => scene?.close());

function contentWorld() {
  const [world] = page.extensionRealms();
  if (!world) throw new Error('The page script is not in the page.');
  return world;
}

/** The key as it was given, as base64, and its secret half. */
function holdsKey(text: string): boolean {
  const { key } = scene.server;
  const half = key.slice(Math.floor(key.length / 2));
  return [key, half, Buffer.from(key).toString('base64').replace(/=+$/, '')].some((form) =>
    text.includes(form),
  );
}

const area = (name: 'local' | 'session' | 'sync') =>
  evaluateInWorker(scene, async (which) => JSON.stringify(await chrome.storage[which].get(null)), name);

describe('the API key', () => {
  it('is in storage.session, so that this test looks for the right thing', async () => {
    expect(holdsKey(await area('session'))).toBe(true);
  });

  it.each(['local', 'sync'] as const)('is not in storage.%s', async (name) => {
    expect(holdsKey(await area(name))).toBe(false);
  });

  it('is not in IndexedDB, where drafts and pushes are', async () => {
    const dump = await evaluateInWorker(scene, dumpDatabases);
    expect(dump).toContain('.phone-line');
    expect(dump).toContain('.order-note-v3');
    expect(holdsKey(dump)).toBe(false);
  });

  it('is not in any message to the page, nor is the org, who is connected or who wrote a rule', () => {
    expect(heard.some((message) => message.includes('scan/start'))).toBe(true);
    for (const message of heard) {
      expect(holdsKey(message)).toBe(false);
      expect(message).not.toMatch(/o-ACME1-na1|ada@/);
    }
  });

  it('is not in the page, closed shadow roots and frames included', async () => {
    const session = await page.createCDPSession();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const text = JSON.stringify(root);
    expect(text).toContain('"shadowRootType":"closed"');
    expect(holdsKey(text)).toBe(false);
  });

  it('is not in the panel nor in the options page, where it was typed', async () => {
    const options = await scene.browser.newPage();
    await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
    await options.waitForSelector('main[data-connection-state="connected"]');
    const texts = [await options.content(), await panel.content()];
    await options.close();
    expect(texts.map(holdsKey)).toEqual([false, false]);
  });

  it('is not in any address, nor in the log of the settings server', () => {
    expect(scene.server.lines.length).toBeGreaterThan(5);
    expect([...scene.gate.seen, ...scene.server.lines].filter(holdsKey)).toEqual([]);
  });
});

describe('what was on the page', () => {
  const raw = /avery|theo\.brandt|555-01|3704 ?0044/i;

  it('is in no storage of the extension', async () => {
    const kept = [await area('local'), await area('session'), await evaluateInWorker(scene, dumpDatabases)];
    expect(kept.filter((text) => raw.test(text))).toEqual([]);
  });
});

/** Everything in every database, as JSON. Runs in the worker. */
async function dumpDatabases(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const found: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      found.push(store, await done(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return JSON.stringify(found);
}
