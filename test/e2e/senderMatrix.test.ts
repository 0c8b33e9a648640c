import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backgroundGuards } from '../../core/backgroundGuards.ts';
import type { BackgroundRequestName, BackgroundRequests } from '../../core/protocol.ts';
import { listServerRules } from '../../scripts/demo/listServerRules.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';

declare const chrome: ExtensionApi;

const content = {
  name: 'Smuggled',
  selector: 'body',
  exceptions: [],
  action: 'unmask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
} as const;

/** One honest request of each kind: what is refused is refused for who asks, not for how. */
const requests: { readonly [K in BackgroundRequestName]: BackgroundRequests[K]['request'] } = {
  'settings/state': {},
  'settings/refresh': {},
  'settings/connect': { baseUrl: 'http://127.0.0.1:9', key: 'stolen' },
  'settings/disconnect': {},
  'connections/list': {},
  'connections/test': {},
  'connections/default': { id: 'local' },
  'connections/choose': { site: 'https://shop.example.com', id: 'local' },
  'keys/change': { change: 'forget-all' },
  'data/read': {},
  'data/erase': { typed: 'erase everything' },
  'draft/apply': { operation: { kind: 'create', draftId: 'd1', content } },
  'draft/undo': {},
  'draft/redo': {},
  'draft/discard': {},
  'draft/import': { operations: [{ kind: 'create', draftId: 'd1', content }] },
  'drafts/change': { change: { kind: 'create', name: 'Smuggled' } },
  'edit/keep': { edit: { id: 'd1', content, ownName: true } },
  'edit/forget': { id: 'd1' },
  'matches/read': {},
  'matches/note': { page: 'https://shop.example.com/', notes: [] },
  'measured/change': { change: { kind: 'remove', recorder: 'fullstory' } },
  'leaks/change': { change: { kind: 'remove-suppression', id: 's1' } },
  'history/read': {},
  'recording/read': {},
  'push/plan': { mode: 'live' },
  'push/execute': { planId: 'p1', typed: {}, effects: {} },
  'push/decide': { pushId: 'p1', decision: 'take-back' },
  'proposals/list': { fresh: true },
  'proposal/submit': { planId: 'p1', typed: {}, effects: {} },
  'proposal/withdraw': { key: '3f1c2f9e-6c1b-4c3e-9d56-0e3c1f0a7b11' },
  'proposal/decide': { id: '7', decision: 'approve', typed: {} },
};
const names = Object.keys(backgroundGuards) as BackgroundRequestName[];
const refused = { ok: false, problem: { code: 'not-allowed' } };

let scene: Scene;
let page: Page;
let panel: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  panel = await scene.openPanel(page);
});

afterAll(() => scene?.close());

/** Sends a message from the world of the content script, where the page script runs. */
async function askFromPage(name: BackgroundRequestName): Promise<unknown> {
  const [world] = page.extensionRealms();
  if (!world) throw new Error('The page script is not in the page.');
  return world.evaluate((message) => chrome.runtime.sendMessage<unknown>(message), {
    type: name,
    body: requests[name],
  });
}

const ask = (from: Page, name: BackgroundRequestName): Promise<unknown> =>
  from.evaluate((message) => chrome.runtime.sendMessage<unknown>(message), {
    type: name,
    body: requests[name],
  });

describe('a message to the background from the world of the content script', () => {
  it.each(names)('%s is refused', async (name) => {
    expect(await askFromPage(name)).toEqual(refused);
  });

  it('changes nothing: connection, draft and rules are as before', async () => {
    const { value } = (await ask(panel, 'settings/state')) as {
      value: { connection: { kind: string }; draft: { changes: unknown[] } };
    };
    expect(value).toMatchObject({ connection: { kind: 'scrim' }, draft: { changes: [] } });
    expect((await listServerRules(scene.server)).map(({ name }) => name)).not.toContain('Smuggled');
  });
});

describe('the page itself', () => {
  it('has no way to send a message at all', async () => {
    const way = await page.evaluate(() => {
      const own = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome;
      return typeof own?.runtime?.sendMessage;
    });
    expect(way).toBe('undefined');
  });
});

describe('the options page', () => {
  it.each(names.filter((name) => name.startsWith('draft/') || name.startsWith('push/')))(
    'is refused %s',
    async (name) => {
      const options = await scene.browser.newPage();
      await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
      const answer = await ask(options, name);
      await options.close();
      expect(answer).toEqual(refused);
    },
  );
});

describe('the side panel', () => {
  it('is answered, and is refused a key', async () => {
    expect(await ask(panel, 'settings/state')).toMatchObject({ ok: true });
    expect(await ask(panel, 'settings/connect')).toEqual(refused);
  });
});
