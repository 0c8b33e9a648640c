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

  it('keeps what was being typed when the panel was closed and the worker killed', async () => {
    const first = await scene.openPanel(page, { mayBeAsleep: true });
    const before = createPanelSteps(first);
    await before.view('rules');
    await press(first, '[data-action="new-rule"]');
    await before.write('[name="phone"], .phone');
    // No pause: closing the panel is what has to keep the last letters.
    await first.close();
    await killWorker(scene.browser, scene.extensionId);

    const panel = await scene.openPanel(page, { mayBeAsleep: true });
    const after = createPanelSteps(panel);
    await after.view('rules');
    await panel.waitForSelector('[data-kept]');
    await press(panel, '[data-action="continue-edit"]');
    const field = await panel.waitForSelector('[name="selector"]');
    expect(await field?.evaluate((element) => (element as HTMLTextAreaElement).value)).toBe(
      '[name="phone"], .phone',
    );
  });

  it('is one of several, by name, and the one that was chosen is chosen still', async () => {
    const first = await scene.openPanel(page, { mayBeAsleep: true });
    const before = createPanelSteps(first);
    await before.view('draft');
    await press(first, '[data-action="manage-drafts"]');
    await first.type('[name="draft-name"]', 'Checkout');
    await press(first, '[data-action="new-draft"]:enabled');
    await first.waitForSelector('select[name="draft"]');
    await expect.poll(() => before.draftCount()).toBe(0);
    await killWorker(scene.browser, scene.extensionId);
    await first.close();

    const panel = await scene.openPanel(page, { mayBeAsleep: true });
    const after = createPanelSteps(panel);
    await after.view('draft');
    const chosen = await panel.waitForSelector('select[name="draft"]');
    const names = (select: Element) =>
      [...(select as HTMLSelectElement).options].map((option) => [option.text, option.selected]);
    expect(await chosen?.evaluate(names)).toEqual([
      [expect.stringContaining('3'), false],
      [expect.stringContaining('Checkout'), true],
    ]);
  });
});
