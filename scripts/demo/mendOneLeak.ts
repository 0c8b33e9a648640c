import type { Page } from 'puppeteer';
import { draftMask } from './draftMask.ts';
import { panelHooks } from './panelHooks.ts';
import { pickElement } from './pickElement.ts';
import { press } from './press.ts';

export interface MendedLeak {
  /** The selector the panel suggested for the picked element. */
  readonly selector: string;
  /** What the panel says about the push. */
  readonly outcome: string;
}

/**
 * The main job, with a person's gestures only: pick an element on the page, mask it, look at the draft, push it
 * live, and wait until the panel says that it was read back.
 *
 * @param target CSS selector of the element to click on the page
 */
export async function mendOneLeak(page: Page, panel: Page, target: string): Promise<MendedLeak> {
  await pickElement({ page, panel, target });
  const selector = await draftMask(panel);
  await press(panel, panelHooks.pushLive);
  await press(panel, panelHooks.confirmPush);
  const result = await panel.waitForSelector(panelHooks.pushConfirmed);
  const outcome = (await result?.evaluate((element) => element.getAttribute('aria-label'))) ?? '';
  return { selector, outcome };
}
