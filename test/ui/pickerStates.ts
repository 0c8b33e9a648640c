import type { KeyInput, Page } from 'puppeteer';
import { scanned } from './openHarness.ts';
import { effectKnown, maskFirstLeak, press, seen, view } from './panelHands.ts';
import type { UiState } from './uiState.ts';

/** Collects examples by keyboard, from the editor that is open. */
async function collect(page: Page, keys: readonly KeyInput[]): Promise<void> {
  await press(page, '[data-action=add-example]');
  await seen(page, '.picker[data-mode=examples]');
  for (const key of keys) {
    await page.keyboard.press(key);
    await seen(page, '.picker-click');
  }
}

/** Pointing at one element, and at many examples. */
export const pickerStates: readonly UiState[] = [
  {
    name: 'picker',
    case: 'leaks',
    reach: async (page) => {
      await scanned(page);
      await page.keyboard.down('Alt');
      await page.keyboard.press('KeyP');
      await page.keyboard.up('Alt');
      await seen(page, '.picker');
      await page.keyboard.press('ArrowDown');
      await seen(page, '.picker-target');
    },
  },
  {
    name: 'picker-frame',
    case: 'partly',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=pick]');
      await seen(page, '.picker');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'] as const)
        await page.keyboard.press(key);
      await seen(page, '.picker [data-action=check-frame]');
    },
  },
  {
    name: 'examples',
    case: 'leaks',
    reach: async (page) => {
      await maskFirstLeak(page);
      await collect(page, ['n', 'ArrowUp', 'ArrowLeft', 'Enter']);
      await seen(page, '[data-examples="2:0"]');
      await page.keyboard.press('Escape');
      await seen(page, '.examples[data-state=idle]');
      await effectKnown(page);
    },
  },
  {
    name: 'examples-collecting',
    case: 'leaks',
    reach: async (page) => {
      await maskFirstLeak(page);
      await collect(page, ['n', 'ArrowUp', 'ArrowLeft']);
      await seen(page, '.picker-click-include');
    },
  },
  {
    name: 'examples-inseparable',
    case: 'settled',
    reach: async (page) => {
      await scanned(page);
      await view(page, 'rules');
      await press(page, '[data-action=new-rule]');
      await page.type('[name=selector]', '.policy-id');
      await seen(page, '.live-count');
      // All three stand for the selector; the second is taken back, then left out.
      await collect(page, ['n', 'n', 'Enter']);
      await seen(page, '[data-examples="2:0"]');
      await seen(page, '.picker-click-exclude');
      await page.keyboard.press('Enter');
      await seen(page, '[data-state=not-separable]');
      await page.keyboard.press('Escape');
      await seen(page, '.examples[data-state=idle]');
    },
  },
];
