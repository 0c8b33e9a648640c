import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { press } from '../../scripts/demo/press.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';

declare const chrome: ExtensionApi;

/** Where Debian's and Ubuntu's Chromium reads what administrators say. Only root may write there. */
const folder = '/etc/chromium/policies/managed';
const file = `${folder}/scrim-e2e.json`;
const mayWrite = process.getuid?.() === 0;

let scene: Scene;
let options: Page;

beforeAll(async () => {
  if (!mayWrite) return;
  scene = await openScene();
  options = await scene.browser.newPage();
  await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
  await options.waitForSelector('[data-key-state]');
});

afterAll(async () => {
  if (!mayWrite) return;
  rmSync(file, { force: true });
  await scene?.close();
});

/** As an administrator does it. The browser notices by itself. */
async function say(policy: object, until: 'set' | 'broken'): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [scene.extensionId]: policy } } }));
  await vi.waitUntil(async () => (await state()).policy.kind === until, { timeout: 60_000, interval: 1_000 });
}

const ask = <T>(type: string, body: object = {}) =>
  options.evaluate((message) => chrome.runtime.sendMessage<T>(message), { type, body });

interface Answer {
  readonly value?: {
    readonly policy: { readonly kind: string };
    readonly problem?: { readonly code: string };
  };
  readonly problem?: { readonly code: string };
}

async function state() {
  const { value } = await ask<Answer>('settings/state');
  if (!value) throw new Error('The background gave no state.');
  return value;
}

describe.runIf(mayWrite)('an organisation’s policy in a managed browser', () => {
  it('is in force without a restart: remembered keys are forgotten, none may be remembered again', async () => {
    await press(options, '[data-action="remember"]');
    await options.waitForSelector('[data-key-state="remembered"]');
    await say({ mayRememberKeys: false, allowedSettingsOrigins: [scene.gate.url], mayRemeber: 1 }, 'set');
    await vi.waitUntil(async () => {
      await options.reload();
      return options.waitForSelector('[data-key-state="session"]', { timeout: 2_000 }).catch(() => null);
    });
    expect(await ask('keys/change', { change: 'remember' })).toMatchObject({
      problem: { code: 'policy-remember' },
    });
    const words = await options.$eval('.options', (main) => main.textContent);
    expect(words).toContain('Set by your organisation');
  });

  it('keeps keys from other addresses', async () => {
    const before = scene.server.lines.length;
    const answer = await ask('settings/connect', { baseUrl: scene.server.url, key: scene.server.key });
    expect(answer).toMatchObject({ problem: { code: 'policy-origin' } });
    expect(scene.server.lines.length).toBe(before);
  });

  it('that cannot be understood stops connecting and pushing, and the page names the entry', async () => {
    await say({ directPushes: 'never' }, 'broken');
    const answer = await ask('settings/connect', { baseUrl: scene.gate.url, key: scene.server.key });
    expect(answer).toMatchObject({ problem: { code: 'policy-broken' } });
    expect((await state()).problem).toEqual({ code: 'policy-broken' });
    await options.reload();
    const notice = await options.waitForSelector('[data-policy="broken"]');
    expect(await notice?.evaluate((element) => element.textContent)).toContain('directPushes');
  });
});
