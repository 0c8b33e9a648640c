import type { Page } from 'puppeteer';
import { scanned } from './openHarness.ts';
import { press } from './panelHands.ts';
import type { UiState } from './uiState.ts';

/** Opens a new rule on a page with names of every kind, and waits until the names are known. */
export async function newRule(page: Page): Promise<void> {
  await scanned(page);
  await press(page, '[data-view=rules]');
  await press(page, '[data-action=new-rule]');
  await page.waitForSelector('[name=selector]');
}

/** Writes a selector and waits until the page has answered for it. */
export async function write(page: Page, selector: string): Promise<void> {
  await page.type('[name=selector]', selector);
  if (await page.$('[role=listbox]')) await page.keyboard.press('Escape');
  await page.waitForSelector('.live-count, .problem-bad, .lint-item');
}

/** The action, as a person chooses it. */
export const choose = (page: Page, action: string) => press(page, `.segment input[value=${action}]`);

/** A remark about the rule, with its mends compared on the page. */
export const remark = (page: Page, key: string) => page.waitForSelector(`[data-lint="${key}"]`);

async function withRemarks(page: Page, selector: string, keys: readonly string[]): Promise<void> {
  await newRule(page);
  await write(page, selector);
  for (const key of keys) await remark(page, key);
}

export const editorStates: readonly UiState[] = [
  { name: 'editor-new', case: 'named', reach: newRule },
  {
    name: 'editor-completion',
    case: 'named',
    reach: async (page) => {
      await newRule(page);
      await page.type('[name=selector]', '.pro');
      await page.waitForSelector('[role=option][aria-selected=true]');
    },
  },
  {
    name: 'editor-matches',
    case: 'named',
    reach: async (page) => {
      await newRule(page);
      await write(page, '.order-row td');
      await page.keyboard.press('F8');
      await page.keyboard.press('F8');
      await page.waitForSelector('.matched-row[aria-current=true]');
      await page.waitForSelector('.effect li');
    },
  },
  {
    name: 'editor-remarks',
    case: 'named',
    reach: async (page) => {
      await withRemarks(page, '.css-1q2w3e:nth-child(2)', ['generated-name', 'positional', 'pseudo-class']);
      await page.waitForSelector('[data-mend="other-name"]');
      await page.waitForSelector('.mend-effect');
    },
  },
  {
    name: 'editor-place',
    case: 'named',
    reach: async (page) => {
      await withRemarks(page, '.profile-card > [data-testid="profile-mail', ['unclosed']);
      await page.waitForSelector('.tok-note, .tok-bad');
    },
  },
  {
    name: 'editor-wrong',
    case: 'named',
    reach: async (page) => {
      await withRemarks(page, '.profile-card { color: red }', ['invalid']);
      await page.waitForSelector('[data-mend=faults]');
    },
  },
  {
    name: 'editor-mended',
    case: 'named',
    reach: async (page) => {
      await withRemarks(page, '.Card_title__Qw3rT', ['generated-name']);
      await press(page, '[data-mend=prefix]');
      await page.waitForSelector('[data-action=undo-mend]');
      await page.waitForSelector('.live-count');
    },
  },
  {
    name: 'editor-secret',
    case: 'named',
    reach: async (page) => {
      await newRule(page);
      await choose(page, 'unmask');
      await write(page, '.profile-secret');
      await remark(page, 'unmask-secret-held');
    },
  },
  {
    name: 'editor-image',
    case: 'named',
    reach: async (page) => {
      await withRemarks(page, '.profile-photo', ['mask-image']);
    },
  },
  {
    name: 'editor-keys',
    case: 'named',
    reach: async (page) => {
      await newRule(page);
      await press(page, '.editor-keys .disclosure-button');
    },
  },
];
