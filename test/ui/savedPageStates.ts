import type { Page } from 'puppeteer';
import { scanned } from './openHarness.ts';
import { giveFile, maskFirstLeak, press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

/** Keeps the page twice, as somebody does who has two. */
async function keepPages(page: Page): Promise<void> {
  await scanned(page);
  await view(page, 'rules');
  for (const count of [1, 2]) {
    await page.waitForSelector('[data-action=keep-page]:enabled');
    await press(page, '[data-action=keep-page]');
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('[data-saved-page]').length === wanted,
      { timeout: 20_000 },
      count,
    );
  }
}

/** A file that says it is a saved page. */
async function importFile(page: Page, text: string): Promise<void> {
  await scanned(page);
  await view(page, 'rules');
  await giveFile(page, 'input[name=import-pages]', { name: 'some.scrim-page.json', text });
  await seen(page, '.saved-pages .notice-bad, .saved-done:not(:empty)');
}

/** Pages that are kept, and what an edit changes on them. */
export const savedPageStates: readonly UiState[] = [
  {
    name: 'saved-pages-empty',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await seen(page, '.saved-pages');
    },
  },
  { name: 'saved-pages', case: 'leaks', reach: keepPages },
  {
    name: 'saved-pages-rename',
    case: 'leaks',
    reach: async (page) => {
      await keepPages(page);
      await press(page, '[data-action=rename-page]');
      await seen(page, 'input[name=page-name]');
    },
  },
  {
    name: 'saved-pages-broken-import',
    case: 'leaks',
    reach: (page) => importFile(page, '{"format":"scrim-page","version":1,"name":"<b>x</b>","nodes":{}}'),
  },
  {
    name: 'saved-pages-impact',
    case: 'leaks',
    reach: async (page) => {
      await keepPages(page);
      await view(page, 'leaks');
      await maskFirstLeak(page);
      await seen(page, '[data-saved-impact=known]');
      await press(page, '.saved-impact .disclosure-button');
      await seen(page, '.saved-impact-page, [data-saved-matches]');
    },
  },
];
