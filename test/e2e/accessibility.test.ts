import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { createPanelSteps, type PanelSteps } from './createPanelSteps.ts';
import { openScene, type Scene } from './openScene.ts';

let scene: Scene;
let panel: Page;
let steps: PanelSteps;
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  scene = await openScene();
  panel = await scene.openPanel(await scene.openShop());
  steps = createPanelSteps(panel);
});

afterAll(() => scene?.close());

/** What axe finds: `rule: first element`. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe('axe', () => {
  it.each(['leaks', 'rules', 'replay'] as const)('finds nothing in the view %s', async (view) => {
    await steps.view(view);
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('finds nothing in the rule editor, nor in a draft with a plan that asks for a name', async () => {
    await steps.edit('Customer e-mail');
    await steps.choose('unmask');
    await panel.waitForSelector('ul.effect');
    expect(await axeFindings(panel)).toEqual([]);
    await steps.save();
    await steps.plan('push-live');
    expect(await axeFindings(panel)).toEqual([]);
    await press(panel, '[data-action="cancel-push"]');
    await press(panel, '[data-action="discard"]');
  });

  it('finds nothing on the options page', async () => {
    const options = await scene.browser.newPage();
    await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
    await options.waitForSelector('main[data-connection-state="connected"]');
    const findings = await axeFindings(options);
    await options.close();
    expect(findings).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  const selected = () =>
    panel.$eval('[role="tab"][aria-selected="true"]', (tab) => tab.getAttribute('data-view'));

  it('arrow keys move through the five views and around', async () => {
    await panel.focus('[data-view="draft"]');
    await panel.keyboard.press('Home');
    const visited: (string | null)[] = [await selected()];
    for (let press = 0; press < 5; press += 1) {
      await panel.keyboard.press('ArrowRight');
      visited.push(await selected());
    }
    expect(visited).toEqual(['leaks', 'pages', 'rules', 'replay', 'draft', 'leaks']);
  });

  it('Alt+P, arrow keys and Enter pick an element and open the editor with a selector', async () => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('KeyP');
    await panel.keyboard.up('Alt');
    await panel.waitForSelector(panelHooks.picking);
    const pointed = () => panel.$eval('.picker-target strong', (label) => label.textContent);
    await panel.keyboard.press('ArrowDown');
    await panel.waitForSelector('.picker-target strong');
    const first = await pointed();
    await panel.keyboard.press('ArrowDown');
    await expect.poll(pointed).not.toBe(first);
    await panel.keyboard.press('Enter');
    await panel.waitForSelector(panelHooks.editor);
    expect(await panel.$eval(panelHooks.selector, (field) => (field as HTMLInputElement).value)).not.toBe('');
    expect(await panel.evaluate(() => document.activeElement?.closest('form')?.className)).toContain(
      'editor',
    );
  });

  it('Escape leaves the picker', async () => {
    await panel.keyboard.press('Escape');
    await panel.waitForSelector(panelHooks.editor, { hidden: true });
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('KeyP');
    await panel.keyboard.up('Alt');
    await panel.waitForSelector(panelHooks.picking);
    await panel.keyboard.press('Escape');
    await panel.waitForSelector(`${panelHooks.pick}[aria-pressed="false"]`);
  });
});
