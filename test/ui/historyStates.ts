import type { Page } from 'puppeteer';
import { scanned } from './openHarness.ts';
import { press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

const leakOf = (kind: string) => `[data-kind="detector.${kind}"] .leak`;

/** Asks since when the first leak of a kind has been visible. */
export async function askSince(page: Page, kind: string): Promise<void> {
  await scanned(page);
  await press(page, `${leakOf(kind)} [data-action=visible-since]`);
  await seen(page, `${leakOf(kind)} [data-since]`);
}

export async function openHistory(page: Page, rule: string): Promise<void> {
  await scanned(page);
  await view(page, 'rules');
  await press(page, `[data-rule=${rule}] .rule-main`);
  await press(page, `[data-rule=${rule}] .rule-history .disclosure-button`);
  await seen(page, `[data-rule=${rule}] [data-history=end]`);
}

/** What the rules were before, and what else decides about recording. */
export const historyStates: readonly UiState[] = [
  {
    name: 'since',
    case: 'history',
    reach: async (page) => {
      await askSince(page, 'phone');
      await press(page, '.clean-up .disclosure-button');
    },
  },
  {
    name: 'rule-history',
    case: 'history',
    reach: async (page) => {
      await openHistory(page, 'rule-6');
      await press(page, '.gone-rules .disclosure-button');
      await seen(page, '[data-gone]');
    },
  },
  {
    name: 'not-recorded',
    case: 'not-recorded',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await seen(page, '.recording-notes');
    },
  },
];
