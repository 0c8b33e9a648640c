import type { Page } from 'puppeteer';
import { panelHooks } from './panelHooks.ts';
import { press } from './press.ts';

/**
 * Chooses "mask" in the open rule editor, saves the rule as a draft and opens the draft.
 *
 * @returns the selector the panel suggested
 */
export async function draftMask(panel: Page): Promise<string> {
  await press(panel, panelHooks.maskChoice);
  await panel.waitForSelector(panelHooks.saveDraft);
  const selector = await panel.$eval(panelHooks.selector, (field) => (field as HTMLInputElement).value);
  await press(panel, panelHooks.saveDraft);
  await press(panel, panelHooks.draftView);
  return selector;
}
