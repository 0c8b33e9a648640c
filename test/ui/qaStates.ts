import type { Page } from 'puppeteer';
import { scanned } from './openHarness.ts';
import { press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

async function start(page: Page): Promise<void> {
  await scanned(page);
  await view(page, 'pages');
  await press(page, '[data-action=qa-start]');
  await seen(page, '[data-qa-level=red]');
}

/** A session over several pages. */
export const qaStates: readonly UiState[] = [
  {
    name: 'qa-none',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'pages');
      await seen(page, '[data-qa=none]');
    },
  },
  { name: 'qa-on', case: 'leaks', reach: start },
  {
    name: 'qa-bar',
    case: 'leaks',
    reach: async (page) => {
      await start(page);
      await view(page, 'leaks');
      await seen(page, '[data-action=qa-show]');
    },
  },
  {
    name: 'qa-no-access',
    case: 'qa-no-access',
    reach: async (page) => {
      await start(page);
      await seen(page, '[data-action=qa-allow-site]');
    },
  },
  {
    name: 'qa-full',
    case: 'qa-full',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'pages');
      await seen(page, '[data-qa-level=amber]');
      for (const one of ['account', 'checkout', 'basket'])
        await press(page, `[data-qa-page*="/${one}"] .disclosure-button`);
      await press(page, '[data-action=qa-discard]');
    },
  },
  {
    name: 'qa-not-kept',
    case: 'qa-not-kept',
    reach: async (page) => {
      await start(page);
      await seen(page, '.qa > .notice-warn');
    },
  },
  {
    name: 'qa-refused',
    case: 'qa-refused',
    reach: async (page) => {
      await view(page, 'pages');
      await seen(page, '[data-qa=on] [data-qa-level]');
    },
  },
];
