import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listServerRules } from '../../scripts/demo/listServerRules.ts';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps, type PanelSteps } from './createPanelSteps.ts';
import { killWorker } from './killWorker.ts';
import { openScene, type Scene } from './openScene.ts';

let scene: Scene;
let page: Page;
let panel: Page;
let steps: PanelSteps;
let last = 0;
let selector = '';

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  panel = await scene.openPanel(page);
  steps = createPanelSteps(panel);
});

afterAll(() => scene?.close());

/** A new rule in the draft and planned, each time another one. */
beforeEach(async () => {
  last += 1;
  selector = `.never-there-${last}`;
  await press(panel, panelHooks.rulesView);
  await press(panel, '[data-action="new-rule"]');
  await steps.write(selector);
  await steps.save();
  await steps.plan('push-live');
});

const onServer = async () =>
  (await listServerRules(scene.server)).filter((rule) => rule.selector === selector);
const creates = () => scene.gate.seen.filter((request) => request === 'POST /v2beta/privacy/elements').length;
const kill = () => killWorker(scene.browser, scene.extensionId);
/** The draft is empty only once the rule was read back. */
const settled = () => expect.poll(() => steps.draftCount()).toBe(0);

describe('when the background worker dies', () => {
  it('between plan and push, the push works all the same', async () => {
    await kill();
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    expect(await onServer()).toHaveLength(1);
    await settled();
  });

  it('after the server took the rule and before anybody knew, it is found by reading, not sent again', async () => {
    const before = creates();
    const held = scene.gate.holdNext('POST', 'answer');
    await steps.confirm();
    const { release } = await held;
    await kill();
    release();
    expect(await steps.outcome()).toBe('confirmed');
    await settled();
    expect(await onServer()).toHaveLength(1);
    expect(creates() - before).toBe(1);
  });

  it('while the request is on its way, it is sent again and a late arrival makes no second rule', async () => {
    const held = scene.gate.holdNext('POST', 'request');
    await steps.confirm();
    const { release } = await held;
    await kill();
    expect(await steps.outcome()).toBe('confirmed');
    await settled();
    expect(await onServer()).toHaveLength(1);
    const late = creates();
    release();
    await expect.poll(() => scene.gate.open()).toBe(0);
    expect(late).toBeGreaterThan(1);
    expect(await onServer()).toHaveLength(1);
  });
});
