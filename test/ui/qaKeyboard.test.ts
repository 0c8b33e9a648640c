import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness, scanned } from './openHarness.ts';
import { seen } from './panelHands.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? document.activeElement?.tagName);

/** Focuses a button and presses it with the keyboard. */
async function enter(page: Page, action: string): Promise<void> {
  await (await page.waitForSelector(`[data-action=${action}]`))?.focus();
  await page.keyboard.press('Enter');
}

async function openPages(name: string): Promise<Page> {
  const page = await harness.open(name);
  await scanned(page);
  await page.focus('#tab-leaks');
  await page.keyboard.press('ArrowRight');
  await seen(page, '[data-view=pages][aria-selected=true]');
  return page;
}

describe('with the keyboard alone', () => {
  it('a session is begun, ended and discarded, and the focus stays at hand', async () => {
    const page = await openPages('leaks');
    await enter(page, 'qa-start');
    await seen(page, '[data-qa=on] [data-qa-level=red]');
    expect(await focused(page)).toBe('qa-stop');
    await page.keyboard.press('Enter');
    await seen(page, '[data-qa=off]');
    expect(await focused(page)).toBe('qa-start');
    await enter(page, 'qa-discard');
    await page.keyboard.press('Enter');
    await seen(page, '[data-qa=none]');
    expect(await focused(page)).toBe('qa-start');
    await page.close();
  });

  it('a page is forgotten, and the focus goes to the next', async () => {
    const page = await openPages('qa-full');
    const rows = () => page.$$eval('[data-qa-page]', ({ length }) => length);
    const before = await rows();
    await enter(page, 'qa-forget');
    await expect.poll(rows).toBe(before - 1);
    expect(await focused(page)).toBe('qa-forget');
    await page.close();
  });

  it('the page is filled in after a question, and can be left as it is', async () => {
    const page = await openPages('fill');
    await enter(page, 'fill-ask');
    expect(await focused(page)).toBe('fill-go');
    await enter(page, 'fill-cancel');
    expect(await focused(page)).toBe('fill-ask');
    expect(await page.$eval('#page', typedIn)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await seen(page, '[data-fill=done]');
    expect(await page.$eval('#page', typedIn)).toHaveLength(5);
    await page.close();
  });
});

function typedIn(frame: Element): string[] {
  const fields =
    (frame as HTMLIFrameElement).contentDocument?.querySelectorAll('input:not([readonly])') ?? [];
  return [...fields].map((field) => (field as HTMLInputElement).value).filter((value) => value !== '');
}
