import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftMask } from '../../scripts/demo/draftMask.ts';
import { mendOneLeak } from '../../scripts/demo/mendOneLeak.ts';
import { workerTarget } from '../../scripts/demo/openPanel.ts';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { evaluateInWorker } from './evaluateInWorker.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { type Github, openGithub } from './openGithub.ts';
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
let github: Github;
/** What the extension's pages and its worker wrote to their consoles. */
const logged: string[] = [];
/** Texts that the panel offered as files. */
let files: readonly string[];

/** The whole main job with two remembered keys, with an ear on the page's end of the port. */
beforeAll(async () => {
  scene = await openScene();
  scene.browser.on('targetcreated', async (target) => {
    if (!target.url().startsWith(`chrome-extension://${scene.extensionId}/`)) return;
    (await target.page())?.on('console', (message) => logged.push(message.text()));
  });
  const worker = await (await workerTarget(scene.browser, scene.extensionId)).worker();
  worker?.on('console', (message) => logged.push(message.text()));
  github = await openGithub();
  const options = await openOptions();
  await press(options, '[data-action="remember"]');
  await options.waitForSelector('[data-key-state="remembered"]');
  // By message: the browser asks a person for access to GitHub, and nobody is here to answer.
  const { url: baseUrl, token: key, repository, path } = github;
  const body = { kind: 'github', baseUrl, key, repository, path, remember: true };
  expect(await ask(options, 'settings/connect', body)).toMatchObject({
    ok: true,
    value: { connection: { kind: 'github', canWrite: true } },
  });
  await options.close();
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
  await panel.evaluate(() => {
    const { createObjectURL } = URL;
    const offered: Promise<string>[] = [];
    Object.assign(globalThis, { offered });
    URL.createObjectURL = (blob: Blob) => {
      offered.push(blob.text());
      return createObjectURL(blob);
    };
  });
  await createPanelSteps(panel).view('leaks');
  await press(panel, panelHooks.exportReport);
  await createPanelSteps(panel).view('draft');
  await press(panel, '[data-action="hand-over"]');
  await press(panel, '[data-action="export-draft"]');
  files = await panel.evaluate(() =>
    Promise.all((globalThis as unknown as { offered: Promise<string>[] }).offered),
  );
  heard = await contentWorld().evaluate(() => (globalThis as Listening).heard ?? []);
});

afterAll(async () => {
  await scene?.close();
  await github?.close();
});

async function openOptions(): Promise<Page> {
  const options = await scene.browser.newPage();
  await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
  await options.waitForSelector('[data-key-state]');
  return options;
}

const ask = (from: Page, type: string, body: object = {}, connection?: string): Promise<unknown> =>
  from.evaluate((message) => chrome.runtime.sendMessage<unknown>(message), {
    type,
    body,
    ...(connection === undefined ? {} : { connection }),
  });

function contentWorld() {
  const [world] = page.extensionRealms();
  if (!world) throw new Error('The page script is not in the page.');
  return world;
}

/** Either key as it was given, as base64, and its secret half. */
function holdsKey(text: string): boolean {
  return [scene.server.key, github.token].some((key) => {
    const half = key.slice(Math.floor(key.length / 2));
    const coded = Buffer.from(key).toString('base64').replace(/=+$/, '');
    return [key, half, coded.slice(0, -2)].some((form) => text.includes(form));
  });
}

const area = (name: 'local' | 'session' | 'sync') =>
  evaluateInWorker(scene, async (which) => JSON.stringify(await chrome.storage[which].get(null)), name);

describe('the API keys', () => {
  it('are in storage.session, so that this test looks for the right thing', async () => {
    const session = await area('session');
    for (const key of [scene.server.key, github.token]) expect(session).toContain(key);
  });

  it('are remembered in storage.local, encrypted', async () => {
    const { 'remembered-keys': sealed } = JSON.parse(await area('local')) as Record<string, unknown[]>;
    expect(sealed).toHaveLength(2);
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
      expect(message).not.toMatch(/o-ACME1-na1|ada@|acme\/site/);
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
    expect(github.seen.length).toBeGreaterThan(0);
    expect([...scene.gate.seen, ...scene.server.lines, ...github.seen].filter(holdsKey)).toEqual([]);
  });

  it('is in no console of the extension, nor in a file that the panel offers', () => {
    expect(logged.filter(holdsKey)).toEqual([]);
    expect(files).toHaveLength(2);
    expect(files.filter(holdsKey)).toEqual([]);
  });

  it.each([
    ['of another server', () => ({ baseUrl: github.url, key: scene.server.key })],
    ['at an address where nobody answers', () => ({ baseUrl: 'http://127.0.0.1:9', key: github.token })],
    [
      'for a repository that is not there',
      () => ({
        ...{ kind: 'github', baseUrl: github.url, key: github.token },
        ...{ repository: 'acme/gone', path: 'rules.json' },
      }),
    ],
  ])('is in no error: %s', async (_, body) => {
    const options = await openOptions();
    const answer = await ask(options, 'settings/connect', body());
    await options.close();
    expect(answer).toMatchObject({ ok: false });
    expect(holdsKey(JSON.stringify(answer))).toBe(false);
  });

  it('is in no answer of the background to its own pages', async () => {
    const options = await openOptions();
    const answers = await Promise.all(
      ['settings/state', 'connections/list', 'data/read'].map((type) => ask(options, type)),
    );
    await options.close();
    for (const answer of answers) expect(answer).toMatchObject({ ok: true });
    expect(holdsKey(JSON.stringify(answers))).toBe(false);
  });
});

describe('keys that are locked', () => {
  it('are in no memory and not in the clear anywhere, and work again when a person unlocks them', async () => {
    const options = await openOptions();
    await press(options, '[data-action="lock"]');
    await options.waitForSelector('[data-keys="locked"]');
    const everywhere = [
      await area('session'),
      await area('local'),
      await evaluateInWorker(scene, dumpDatabases),
    ];
    expect(everywhere.filter(holdsKey)).toEqual([]);
    expect(await ask(options, 'settings/refresh')).toMatchObject({
      value: { problem: { code: 'key-locked' } },
    });
    await press(options, '[data-action="unlock"]');
    await options.waitForSelector('[data-keys="open"]');
    const answer = (await ask(options, 'settings/refresh')) as { value: { problem?: unknown } };
    expect(answer.value.problem).toBeUndefined();
    await options.close();
  });
});

describe('what was on the page', () => {
  const raw = /avery|theo\.brandt|555-01|3704 ?0044/i;

  it('is in no storage of the extension', async () => {
    const kept = [await area('local'), await area('session'), await evaluateInWorker(scene, dumpDatabases)];
    expect(kept.filter((text) => raw.test(text))).toEqual([]);
  });
});

describe('what is kept of one org, when a person erases it', () => {
  it('is gone, with its key; what is kept of another stays', async () => {
    const options = await openOptions();
    const sourceId = `${scene.gate.url}#o-ACME1-na1`;
    expect(await evaluateInWorker(scene, dumpDatabases)).toContain('.phone-line');
    await ask(options, 'data/erase', { sourceId, typed: 'o-ACME1-na1' });
    const dump = await evaluateInWorker(scene, dumpDatabases);
    for (const word of ['.phone-line', '.order-note-v3', sourceId]) expect(dump).not.toContain(word);
    expect(dump).toContain('.customer-name');
    expect(await ask(options, 'connections/list')).toMatchObject({
      value: { connections: [{ key: 'remembered' }] },
    });
    const { 'remembered-keys': sealed } = JSON.parse(await area('local')) as Record<string, unknown[]>;
    expect(sealed).toHaveLength(1);
    await options.close();
  });
});

describe('everything, when a person erases it', () => {
  it('is gone from storage.local, storage.session and every database, and asks for a word before', async () => {
    const operation = { kind: 'create', draftId: 'd1', content: draftedContent };
    await ask(panel, 'draft/apply', { operation }, 'local');
    const options = await openOptions();
    await press(options, '[data-action="erase-all"]');
    expect(await ask(options, 'data/erase', { typed: 'yes' })).toMatchObject({
      problem: { code: 'confirmation-missing' },
    });
    expect(await evaluateInWorker(scene, dumpDatabases)).toContain('.customer-name');
    await options.locator('[name="confirm-erase"]').fill('erase everything');
    await press(options, '[data-action="confirm-erase"]:enabled');
    await options.waitForSelector('main[data-connection-state="local"]');
    expect(JSON.parse(await area('local'))).toEqual({});
    expect(JSON.parse(await area('session'))).toEqual({});
    const stores = JSON.parse(await evaluateInWorker(scene, dumpDatabases)) as unknown[];
    expect(stores.length).toBeGreaterThan(6);
    expect(stores.filter((entry) => typeof entry !== 'string').flat()).toEqual([]);
    await options.close();
  });
});

const draftedContent = {
  ...{ name: 'Kept here', selector: '.kept-here', exceptions: [], action: 'mask' },
  ...{ consent: false, scope: 'all', platforms: ['web'] },
};

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
