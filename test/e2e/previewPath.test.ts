import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listServerRules } from '../../scripts/demo/listServerRules.ts';
import { ruleNamed } from './changeOnServer.ts';
import { createPanelSteps, type PanelSteps } from './createPanelSteps.ts';
import { openScene, type Scene } from './openScene.ts';
import { words } from './words.ts';

const name = 'Customer e-mail';
let scene: Scene;
let page: Page;
let steps: PanelSteps;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  steps = createPanelSteps(await scene.openPanel(page));
});

afterAll(() => scene?.close());

const rulesLike = async () =>
  (await listServerRules(scene.server)).filter((rule) => rule.name.startsWith(name));

describe('previewing an edit of a live rule', () => {
  it('gives preview sessions a twin with the edit and leaves live visitors what they have', async () => {
    await steps.edit(name);
    await steps.choose('exclude');
    await steps.save();
    await steps.plan('preview-change');
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    await steps.says(words('push.done.preview'));
    const rules = await rulesLike();
    expect(rules).toHaveLength(2);
    expect(rules.find((rule) => rule.name === name)).toMatchObject({
      action: 'MASK',
      selector: '.customer-email',
      scope: 'LIVE_SESSIONS_ONLY',
    });
    expect(rules.find((rule) => rule.name !== name)).toMatchObject({
      action: 'EXCLUDE',
      selector: '.customer-email',
      scope: 'PREVIEW_SESSIONS_ONLY',
    });
  });

  it('writes the twin before it takes preview sessions from the original', () => {
    const writes = scene.gate.seen.filter((request) => request.startsWith('POST'));
    expect(writes).toEqual([
      'POST /v2beta/privacy/elements',
      expect.stringMatching(/^POST \/v2beta\/privacy\/elements\/[\w-]+$/),
    ]);
  });

  it('is promoted: the original has the edit again for all sessions, and the twin is gone', async () => {
    await steps.plan('promote');
    await steps.confirm();
    await steps.says(words('push.done.promote'));
    expect(await rulesLike()).toHaveLength(1);
    expect(await ruleNamed(scene.server, name)).toMatchObject({
      action: 'EXCLUDE',
      selector: '.customer-email',
      scope: 'ALL_SESSIONS',
      description: '',
    });
  });
});
