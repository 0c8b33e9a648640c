import type { Page } from 'puppeteer';
import { panelHooks } from './panelHooks.ts';

/**
 * Chooses "mask" in the open rule editor, saves the rule as a draft and opens the draft.
 *
 * @returns the selector the panel suggested
 */
export async function draftMask(panel: Page): Promise<string> {
  await panel.locator(panelHooks.maskChoice).click();
  await panel.waitForSelector(panelHooks.saveDraft);
  const selector = await panel.$eval(panelHooks.selector, (field) => (field as HTMLInputElement).value);
  await panel.locator(panelHooks.saveDraft).click();
  await panel.locator(panelHooks.draftView).click();
  return selector;
}
