import type { Page } from 'puppeteer';
import { effectKnown, maskFirstLeak, press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

/** Weakens one rule, deletes one, and masks one leak. */
export async function draftThree(page: Page): Promise<void> {
  await maskFirstLeak(page);
  await press(page, '[data-action=save-draft]');
  await press(page, '[data-rule=rule-4] [data-action=edit-rule]');
  await press(page, '.segment input[value=unmask]');
  await effectKnown(page);
  await press(page, '[data-action=save-draft]');
  await press(page, '[data-rule=rule-1] [data-action=edit-rule]');
  await press(page, '[data-action=delete-rule]');
  await page.waitForSelector('.rule-deleted');
  await view(page, 'draft');
  await seen(page, '.becomes-visible');
}

export async function planned(page: Page, button: string): Promise<void> {
  await draftThree(page);
  await press(page, `[data-action=${button}]`);
  await seen(page, '.plan');
}

export async function typeNames(page: Page): Promise<void> {
  for (const field of await page.$$('.weakening')) {
    const words = await field.$eval('.field > span', (span) => span.textContent ?? '');
    const input = await field.$('input');
    await input?.type(words.slice(words.indexOf(': ') + 2));
  }
}

const effectOfMerge = (page: Page) => seen(page, '.merge-result .change-effect, .merge-result .quiet');

/** Conflicts, and what a push tells: one state for each thing that can have happened. */
export const pushStates: readonly UiState[] = [
  {
    name: 'conflict',
    case: 'conflict',
    reach: async (page) => {
      await planned(page, 'push-live');
      await effectOfMerge(page);
    },
  },
  {
    name: 'conflict-clash',
    case: 'clash',
    reach: async (page) => {
      await planned(page, 'push-live');
      await seen(page, '.merge-result [role=status]');
    },
  },
  {
    name: 'conflict-merged',
    case: 'merged',
    reach: async (page) => {
      await planned(page, 'push-live');
      await seen(page, '[data-merged]');
    },
  },
  {
    name: 'conflict-gone',
    case: 'gone',
    reach: async (page) => {
      await planned(page, 'push-live');
      await seen(page, '[data-action=create-anew]');
    },
  },
  ...(
    [
      ['push-half', 'push-half', 'incomplete'],
      ['push-queued', 'push-queued', 'waits'],
      ['push-asks', 'push-asks', 'asks'],
      ['push-rejected', 'push-rejected', 'incomplete'],
      ['push-conflict', 'push-conflict', 'incomplete'],
      ['pushed', 'leaks', 'confirmed'],
    ] as const
  ).map(([name, start, standing]) => ({
    name,
    case: start,
    reach: async (page: Page) => {
      await planned(page, 'push-live');
      await typeNames(page);
      await press(page, '[data-action=confirm-push]:enabled');
      await seen(page, `[data-push-state=${standing}]`);
    },
  })),
  {
    name: 'push-preview-half',
    case: 'push-half',
    reach: async (page) => {
      await planned(page, 'preview-change');
      await press(page, '[data-action=confirm-push]:enabled');
      await seen(page, '[data-push-state=incomplete]');
    },
  },
];
