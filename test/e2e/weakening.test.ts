import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../core/protocol.ts';
import type { PushOutcome, PushPlan } from '../../core/settings/pushPlan.ts';
import { listServerRules } from '../../scripts/demo/listServerRules.ts';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { ruleNamed } from './changeOnServer.ts';
import { createPanelSteps, type PanelSteps } from './createPanelSteps.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { openScene, type Scene } from './openScene.ts';
import { typeInto } from './typeInto.ts';
import { words } from './words.ts';

declare const chrome: ExtensionApi;

const nameField = 'input[name="confirm-name"]';
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

/** Types a name, one that is not enough first. */
async function typeNames(wrong: string, right: string): Promise<void> {
  await panel.waitForSelector(nameField);
  expect(await panel.$(panelHooks.confirmPush)).toBeNull();
  await typeInto(panel, nameField, wrong);
  expect(await panel.$(panelHooks.confirmPush)).toBeNull();
  await typeInto(panel, nameField, right);
  await panel.waitForSelector(panelHooks.confirmPush);
}

describe('deleting a rule', () => {
  it('shows in red what becomes visible, and waits for the name, letter by letter', async () => {
    await steps.edit('Customer e-mail');
    await press(panel, '[data-action="delete-rule"]');
    await panel.waitForSelector(panelHooks.editor, { hidden: true });
    await steps.view('draft');
    await panel.waitForSelector('.becomes-visible');
    await steps.plan('push-live');
    await steps.says(words('weakening.deleted'));
    await typeNames('customer e-mail', 'Customer e-mail');
    expect(writes()).toEqual([]);
  });

  it('happens once the name is right', async () => {
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    expect((await listServerRules(scene.server)).map(({ name }) => name)).not.toContain('Customer e-mail');
  });
});

describe('unmasking what a rule masked', () => {
  it('waits for the name', async () => {
    await steps.edit('Customer name');
    await steps.choose('unmask');
    await steps.save();
    await steps.plan('push-live');
    await typeNames('Customer', 'Customer name');
    await press(panel, '[data-action="cancel-push"]');
  });

  it('is refused by the background too when the name is wrong, whatever the panel asked', async () => {
    const answer = await panel.evaluate(async () => {
      const send = <T>(type: string, body: object) => chrome.runtime.sendMessage<T>({ type, body });
      const { value } = await send<{ value: PushPlan }>('push/plan', { mode: 'live' });
      const typed = Object.fromEntries(value.planned.map(({ change }) => [change.id, 'Customer']));
      return await send<Reply<PushOutcome>>('push/execute', { planId: value.id, typed, effects: {} });
    });
    expect(answer).toEqual({ ok: false, problem: { code: 'confirmation-missing' } });
    expect(await ruleNamed(scene.server, 'Customer name')).toMatchObject({ action: 'MASK' });
  });
});
