import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press } from '../../scripts/demo/press.ts';
import { changeOnServer, deleteOnServer, ruleNamed } from './changeOnServer.ts';
import { createPanelSteps, type PanelSteps, planned } from './createPanelSteps.ts';
import { openScene, type Scene } from './openScene.ts';
import { otherEmail } from './startSettingsServer.ts';
import { words } from './words.ts';

let scene: Scene;
let panel: Page;
let steps: PanelSteps;

beforeAll(async () => {
  scene = await openScene();
  panel = await scene.openPanel(await scene.openShop());
  steps = createPanelSteps(panel);
});

afterAll(() => scene?.close());

const writes = () => scene.gate.seen.filter((request) => !/^(GET|OPTIONS)/.test(request));
const bea = () => ({ url: scene.server.url, key: scene.server.otherKey });

async function draftExclude(rule: string): Promise<void> {
  await steps.edit(rule);
  await steps.choose('exclude');
  await steps.save();
}

describe('a rule of which somebody else changed another field after the draft was begun', () => {
  const rule = 'Customer name';

  it('is merged, and the plan says who changed what and that theirs is kept', async () => {
    await draftExclude(rule);
    await changeOnServer(bea(), rule, '.customer-name, .buyer');
    await steps.plan('push-live');
    await steps.says(otherEmail);
    await steps.says(words('merge.taken', { fields: words('field.selector') }));
    expect(writes()).toEqual([]);
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    expect(await ruleNamed(scene.server, rule)).toMatchObject({
      selector: '.customer-name, .buyer',
      action: 'EXCLUDE',
    });
    await expect.poll(() => steps.draftCount()).toBe(0);
  });
});

describe('a rule that somebody else deleted after the draft was begun', () => {
  const rule = 'Customer e-mail';

  it('is not written, and can be taken out of the draft', async () => {
    await draftExclude(rule);
    await deleteOnServer(bea(), rule);
    const before = writes().length;
    await steps.plan('push-live');
    await steps.says(words('conflict.deleted', { rule }));
    await steps.says(words('plan.nothing'));
    expect(await panel.$(`${planned} [data-action="confirm-push"]:enabled`)).toBeNull();
    expect(writes()).toHaveLength(before);
    await press(panel, '[data-action="drop-change"]');
    await expect.poll(() => steps.draftCount()).toBe(0);
  });
});

describe('a rule that somebody else changes between the plan and the push', () => {
  const rule = 'Order recipients';

  it('is not written either, and the panel says that the push stopped there', async () => {
    await draftExclude(rule);
    await steps.plan('push-live');
    await changeOnServer(bea(), rule, '.recipient');
    const before = writes().length;
    await steps.confirm();
    expect(await steps.outcome()).toBe('incomplete');
    await steps.says(words('stepState.conflict'));
    expect(writes()).toHaveLength(before);
    expect(await ruleNamed(scene.server, rule)).toMatchObject({ selector: '.recipient', action: 'MASK' });
    expect(await steps.draftCount()).toBe(1);
  });
});
