import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { killWorker } from './killWorker.ts';
import { openScene, type Scene } from './openScene.ts';
import { words } from './words.ts';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
});

afterAll(() => scene?.close());

describe('a draft', () => {
  it('is there again after the worker was killed and the panel closed, with its undo', async () => {
    const first = await scene.openPanel(page);
    const before = createPanelSteps(first);
    await before.edit('Customer name');
    await before.choose('exclude');
    await before.save();
    await before.edit('Customer e-mail');
    await before.write('.customer-email, .phone-line');
    await before.save();
    await killWorker(scene.browser, scene.extensionId);
    await first.close();

    const panel = await scene.openPanel(page, { mayBeAsleep: true });
    const after = createPanelSteps(panel);
    expect(await after.draftCount()).toBe(2);
    await after.view('draft');
    await after.says('Customer name');
    await after.says('.customer-email, .phone-line');
    await press(panel, '[data-action="undo"]:enabled');
    await expect.poll(() => after.draftCount()).toBe(1);
    await press(panel, '[data-action="redo"]:enabled');
    await after.says(words('draft.title', { count: 2 }));
  });

  it('is lost in nothing when the worker dies between two edits', async () => {
    const panel = await scene.openPanel(page, { mayBeAsleep: true });
    const steps = createPanelSteps(panel);
    await killWorker(scene.browser, scene.extensionId);
    await steps.edit('Order recipients');
    await steps.choose('exclude');
    await steps.save();
    expect(await steps.draftCount()).toBe(3);
  });
});
