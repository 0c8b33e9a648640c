import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps } from './createPanelSteps.ts';
import { killWorker } from './killWorker.ts';
import { openScene, type Scene } from './openScene.ts';
import { shownLeaks } from './shopLeaks.ts';
import { words } from './words.ts';

let scene: Scene;
let page: Page;
let panel: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  panel = await scene.openPanel(page);
});

afterAll(() => scene?.close());

const leaks = async () => (await shownLeaks(panel)).length;

describe('leak settings', () => {
  it('mask all of a kind at once, as drafts, and take them back at once', async () => {
    const steps = createPanelSteps(panel);
    await press(panel, '[data-kind="detector.email"] [data-action=mask-all]');
    await panel.waitForSelector('.mask-all[data-state=ready]');
    const selectors = await panel.$$eval('[name=proposal-selector]', (inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    );
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.join(' ')).not.toContain('@');
    await press(panel, '[data-action=mask-all-save]');
    await expect.poll(() => steps.draftCount()).toBe(selectors.length);
    await press(panel, '[data-action=mask-all-undo]');
    await expect.poll(() => steps.draftCount()).toBe(0);
  });

  it('accept a finding until a day, and remember it when the worker was killed', async () => {
    const before = await leaks();
    await press(panel, '[data-kind="detector.iban"] .suppress .disclosure-button');
    await panel.type('[name=suppress-reason]', 'Our own account');
    await press(panel, '[data-action=suppress-save]');
    await expect.poll(leaks).toBe(before - 1);
    await killWorker(scene.browser, scene.extensionId);
    await panel.close();
    panel = await scene.openPanel(page, { mayBeAsleep: true });
    await createPanelSteps(panel).says(words('verdict.suppressed', { count: 1 }));
    await press(panel, '.suppressed .disclosure-button');
    await press(panel, '[data-action=unsuppress]');
    await expect.poll(leaks).toBe(before);
  });

  it('find what an own pattern describes as soon as it is saved', async () => {
    const steps = createPanelSteps(panel);
    const before = await shownLeaks(panel);
    await steps.view('rules');
    await press(panel, '[data-action=new-detector]');
    await panel.type('[name=detector-name]', 'any-heading');
    await panel.type('[name=detector-pattern]', '[A-Z][a-z]{3,20}');
    await panel.type('[name=detector-found]', 'Order');
    await panel.waitForSelector('[data-trial=done]');
    await press(panel, '[data-action=save-detector]');
    await panel.waitForSelector('[data-detector=any-heading]');
    await steps.view('leaks');
    await panel.waitForSelector('[data-kind="detector.custom:any-heading"]');
    // What the others found is still there.
    expect(await shownLeaks(panel)).toEqual(expect.arrayContaining(before));
  });
});
