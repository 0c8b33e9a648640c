import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness } from './openHarness.ts';
import { states } from './states.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

async function reached(name: string): Promise<Page> {
  const state = states.find((one) => one.name === name);
  if (!state) throw new Error(`no state ${name}`);
  const page = await harness.open(state.case);
  await state.reach(page);
  return page;
}

const fieldValue = (page: Page, selector: string) =>
  page.$eval(selector, (field) => (field as HTMLInputElement).value);
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();

describe('examples in the rule editor', () => {
  it('write the selector anew, and a second thought takes them back', async () => {
    const page = await reached('examples');
    const both = await fieldValue(page, '[name=selector]');
    const matched = (selector: string) =>
      page.evaluate(
        (css) =>
          [
            ...(document.querySelector<HTMLIFrameElement>('#page')?.contentDocument?.querySelectorAll(css) ??
              []),
          ].map((element) => element.localName),
        selector,
      );
    expect(await matched(both)).toEqual(['section', 'p']);
    await press(page, '[data-example=in]:last-child [data-action=take-back]');
    await page.waitForSelector('[data-examples="1:0"]');
    const one = await fieldValue(page, '[name=selector]');
    expect(one).not.toBe(both);
    expect(await matched(one)).toContain('p');
    await page.close();
  });

  it('end with Esc from anywhere in the panel, and the editor stays open', async () => {
    const page = await reached('examples-collecting');
    await page.focus('[name=selector]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.picker', { hidden: true });
    expect(await page.$('form.editor')).not.toBeNull();
    await page.keyboard.press('Escape');
    await page.waitForSelector('form.editor', { hidden: true });
    await page.close();
  });

  it('give the keyboard back to the button that they began with', async () => {
    const page = await reached('examples');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe(
      'add-example',
    );
    await page.close();
  });

  it('that no selector tells apart become exceptions of the rule, when the person says so', async () => {
    const page = await reached('examples-inseparable');
    expect(await fieldValue(page, '[name=selector]')).toBe('.policy-id');
    await press(page, '[data-action=use-excepted]');
    await page.waitForFunction(() => document.querySelector('.live-count')?.textContent?.startsWith('2 '));
    expect(await page.$eval('.editor', (form) => form.textContent)).toContain('nth-of-type(2)');
    await page.close();
  });

  it('are forgotten with the rule: nothing of them stays on the page', async () => {
    const page = await reached('examples');
    await press(page, '[data-action=cancel-edit]');
    await press(page, '[data-action=overlay]');
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLIFrameElement>('#page')?.contentDocument?.documentElement.children
          .length === 2,
    );
    await press(page, '[data-action=new-rule]');
    expect(await page.$('[data-examples="0:0"]')).not.toBeNull();
    await page.close();
  });

  it('can be collected with the buttons of the bar, without a key', async () => {
    const page = await reached('examples-collecting');
    await press(page, '[data-key=example]');
    await page.waitForSelector('[data-examples="2:0"]');
    await press(page, '[data-key=done]');
    await page.waitForSelector('.picker', { hidden: true });
    await page.close();
  });
});
