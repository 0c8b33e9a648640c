import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness, scanned } from './openHarness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
const words = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

async function openRules(name: string): Promise<Page> {
  const page = await harness.open(name);
  await scanned(page);
  await press(page, '[data-view=rules]');
  return page;
}

describe('a rule that a release broke', () => {
  it('says what it matched and when, and what looks like it now', async () => {
    const page = await openRules('rot');
    await page.waitForSelector('[data-rule=rule-6] [data-action=mend-rule]');
    const text = await words(page, '[data-rule=rule-6] .rot');
    expect(text).toContain('Matched 1 element here on November 19 and matches none now.');
    expect(text).toContain('1 element looks like what it matched.');
  });

  it('is mended in the editor, and saved only when somebody says so', async () => {
    const page = await openRules('rot');
    const offered = await page.waitForSelector('[data-rule=rule-6] [data-action=mend-rule]');
    const label = await offered?.evaluate((button) => button.textContent ?? '');
    await offered?.click();
    await page.waitForSelector('.live-count');
    const selector = await page.$eval('[name=selector]', (field) => (field as HTMLTextAreaElement).value);
    expect(label).toContain(selector);
    expect(await words(page, '.live-count')).toContain('1');
    expect(await page.$('#tab-draft .count')).toBeNull();
    await press(page, '[data-action=save-draft]');
    await page.waitForFunction(() => document.querySelector('#tab-draft .count')?.textContent === '1');
  });

  it('is not spoken of where nothing is remembered', async () => {
    const page = await openRules('leaks');
    await page.waitForSelector('[data-rule=rule-6]');
    expect(await page.$('[data-rot]')).toBeNull();
  });
});
