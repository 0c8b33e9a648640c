import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, openHarness } from './openHarness.ts';
import { states } from './states.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);

it('saved pages are renamed and deleted by keyboard, which stays where it was', async () => {
  const state = states.find(({ name }) => name === 'saved-pages');
  if (!state) throw new Error('no state "saved-pages"');
  const page = await harness.open(state.case);
  await state.reach(page);
  await press(page, '[data-action=rename-page]');
  await page.waitForSelector('[name=page-name]');
  expect(await focused(page, 'name')).toBe('page-name');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('[name=page-name]'));
  expect(await focused(page, 'data-action')).toBe('rename-page');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' two');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.saved-name')?.textContent?.endsWith('two'));
  expect(await focused(page, 'data-action')).toBe('rename-page');
  await press(page, '[data-action=delete-page]');
  await page.waitForFunction(() => document.querySelectorAll('[data-saved-page]').length === 1);
  expect(await focused(page, 'aria-expanded')).toBe('true');
  await page.close();
});
