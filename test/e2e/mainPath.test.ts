import type { ElementHandle, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftMask } from '../../scripts/demo/draftMask.ts';
import { listServerRules } from '../../scripts/demo/listServerRules.ts';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { pointAtElement } from '../../scripts/demo/pointAtElement.ts';
import { press } from '../../scripts/demo/press.ts';
import { readVerdict } from '../../scripts/demo/writeEvidence.ts';
import { createPanelSteps, type PanelSteps, planned } from './createPanelSteps.ts';
import { openScene, type Scene } from './openScene.ts';
import { shopLeaks, shownLeaks } from './shopLeaks.ts';
import { words } from './words.ts';

let scene: Scene;
let page: Page;
let panel: Page;
let steps: PanelSteps;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.openShop();
  panel = await scene.openPanel(page);
  steps = createPanelSteps(panel);
});

afterAll(() => scene?.close());

describe('the check of the shop', () => {
  it('says how many things look personal', async () => {
    const { verdict, level } = await readVerdict(panel);
    expect({ verdict, level }).toEqual({
      verdict: words('verdict.leaks', { count: shopLeaks.length }),
      level: 'red',
    });
  });

  it('lists each of them once, also those in the open shadow root and in the frame of the same origin', async () => {
    expect(await shownLeaks(panel)).toEqual(shopLeaks);
  });

  it('names the frame of another origin as not inspected', async () => {
    await press(panel, '.why .disclosure-button');
    const list = await panel.waitForSelector('.uninspected');
    expect(await list?.$$eval('li', (rows) => rows.length)).toBe(1);
    expect(await list?.evaluate((items) => items.textContent)).toContain(scene.shop.paymentsUrl);
  });

  it('shows no value of the page in the panel', async () => {
    expect(await panel.content()).not.toMatch(/avery|@example\.com|555.?01|3704/i);
  });

  it('draws on what a rule excludes and on nothing that is plainly recorded', async () => {
    const look = async () => {
      const [excluded, plain] = await Promise.all(['.gift', 'h1'].map((selector) => picture(selector)));
      return { excluded, plain };
    };
    await press(panel, '[data-action="overlay"]');
    await page.waitForFunction(() => document.documentElement.children.length === 2);
    const without = await look();
    await press(panel, '[data-action="overlay"]');
    await expect.poll(async () => (await look()).excluded === without.excluded).toBe(false);
    expect((await look()).plain).toBe(without.plain);
  });
});

/** The pixels where an element stands, as base64. */
async function picture(selector: string): Promise<string> {
  const element = (await page.$(selector)) as ElementHandle<Element>;
  await element.scrollIntoView();
  const clip = await element.boundingBox();
  if (!clip) throw new Error(`${selector} is not shown.`);
  return page.screenshot({ clip, encoding: 'base64' });
}

describe('picking with the mouse', () => {
  const places = [
    { where: 'in the page', target: '.phone-line', frame: () => undefined },
    { where: 'in an open shadow root', target: 'support-chat >>> li.mine', frame: () => undefined },
    { where: 'in a frame of the same origin', target: '.refund-account', frame: invoiceFrame },
  ];

  it.each(places)(
    '$where offers at least three selectors that match more and more',
    async ({ target, frame }) => {
      await pick(target, frame());
      const offered = await offeredSelectors();
      await press(panel, '[data-action="cancel-edit"]');
      expect(offered.length).toBeGreaterThanOrEqual(3);
      expect(new Set(offered.map(({ count }) => count)).size).toBe(offered.length);
      expect(offered.map(({ count }) => count)).toEqual(
        offered.map(({ count }) => count).toSorted((a, b) => a - b),
      );
      for (const { selector } of offered) expect(selector).not.toMatch(/avery|theo|@|\d{3}/i);
    },
  );
});

async function pick(target: string, frame?: Frame): Promise<void> {
  const { x, y } = await pointAtElement({ page, panel, target, frame });
  await page.mouse.click(x, y);
  await panel.waitForSelector(panelHooks.editor);
}

function invoiceFrame() {
  return page.frames().find((frame) => frame.url().endsWith('/invoice.html'));
}

/** Every stop of the slider, from "only this one" to "everything like it". */
async function offeredSelectors(): Promise<{ selector: string; count: number }[]> {
  const slider = await panel.waitForSelector('[name="candidates"]');
  if (!slider) throw new Error('No selectors were offered.');
  const stops = await slider.evaluate((range) => Number((range as HTMLInputElement).max));
  await slider.focus();
  await panel.keyboard.press('Home');
  const offered: { selector: string; count: number }[] = [];
  for (let stop = 0; stop <= stops; stop += 1) {
    await panel.waitForFunction(
      (at) => (document.querySelector('[name="candidates"]') as HTMLInputElement).value === at,
      {},
      String(stop),
    );
    const told = await slider.evaluate((range) => range.getAttribute('aria-valuetext') ?? '');
    const selector = await panel.$eval(panelHooks.selector, (field) => (field as HTMLInputElement).value);
    offered.push({ selector, count: Number.parseInt(told, 10) });
    await panel.keyboard.press('ArrowRight');
  }
  return offered;
}

describe('a selector that is not valid', () => {
  it('is called that, cannot be saved, and changes neither draft nor check', async () => {
    await press(panel, '[data-view="rules"]');
    await press(panel, '[data-action="new-rule"]');
    await steps.write('.phone-line');
    await panel.waitForSelector('ul.effect .effect-good');
    await steps.write('.phone-line:not(');
    await panel.waitForSelector(`${panelHooks.selector}[aria-invalid="true"]`);
    await steps.says(words('editor.problem.invalid-selector'));
    expect(await panel.$(panelHooks.saveDraft)).toBeNull();
    await panel.keyboard.press('Enter');
    expect(await steps.draftCount()).toBe(0);
    expect(await panel.$(panelHooks.editor)).not.toBeNull();
    await press(panel, '[data-action="cancel-edit"]');
    await steps.view('leaks');
    expect(await shownLeaks(panel)).toEqual(shopLeaks);
  });
});

describe('mending a leak', () => {
  it('shows while the selector is typed how many leaks it closes', async () => {
    await pick('.phone-line');
    await steps.choose('mask');
    await steps.says(words('effect.closes', { count: 1 }));
    await steps.write('.phone-line, .order-note-v3');
    await steps.says(words('effect.closes', { count: 3 }));
    await steps.write('.phone-line');
    await steps.says(words('effect.closes', { count: 1 }));
  });

  it('keeps the rule as a draft that the server knows nothing of', async () => {
    expect(await draftMask(panel)).toBe('.phone-line');
    await steps.says(words('draft.title', { count: 1 }));
    expect(await steps.draftCount()).toBe(1);
    expect((await listServerRules(scene.server)).map(({ selector }) => selector)).not.toContain(
      '.phone-line',
    );
  });

  it('says what the draft hides, and that nothing becomes visible', async () => {
    await panel.waitForSelector('.differences-hidden');
    expect(await panel.$('.becomes-visible')).toBeNull();
  });

  it('writes nothing before the plan was confirmed', async () => {
    await steps.plan('push-live');
    await steps.says(words('plan.go.live', { count: 1 }));
    expect(await panel.$$eval(`${planned} .plan-steps li`, (rows) => rows.length)).toBe(1);
    expect(scene.gate.seen.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('pushes it, reads it back, and says so', async () => {
    await steps.confirm();
    expect(await steps.outcome()).toBe('confirmed');
    await steps.says(words('push.done.live'));
    const [rule, ...others] = (await listServerRules(scene.server)).filter(
      ({ selector }) => selector === '.phone-line',
    );
    expect(rule).toMatchObject({ action: 'MASK', scope: 'ALL_SESSIONS', by: 'ada@acme-outfitters.example' });
    expect(others).toEqual([]);
    await expect.poll(() => steps.draftCount()).toBe(0);
  });

  it('finds one leak less from then on', async () => {
    await press(panel, panelHooks.rescan);
    const { verdict } = await readVerdict(panel);
    expect(verdict).toBe(words('verdict.leaks', { count: shopLeaks.length - 1 }));
  });
});
