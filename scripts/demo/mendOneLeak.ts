import type { Page } from 'puppeteer';
import { panelHooks } from './panelHooks.ts';

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
  await panel.locator(panelHooks.pick).click();
  await panel.waitForSelector(panelHooks.picking);
  await pickOnPage(page, target);
  await panel.waitForSelector(panelHooks.editor);
  await panel.locator(panelHooks.maskChoice).click();
  await panel.waitForSelector(panelHooks.saveDraft);
  const selector = await panel.$eval(panelHooks.selector, (field) => (field as HTMLInputElement).value);
  await panel.locator(panelHooks.saveDraft).click();
  await panel.locator(panelHooks.draftView).click();
  await panel.locator(panelHooks.pushLive).click();
  await panel.locator(panelHooks.confirmPush).click();
  const result = await panel.waitForSelector(panelHooks.pushConfirmed);
  const outcome = (await result?.evaluate((element) => element.getAttribute('aria-label'))) ?? '';
  return { selector, outcome };
}

/** Clicks where the element is. puppeteer's own click would scroll and wait for the element to be hit; the picker's shield is hit instead. */
async function pickOnPage(page: Page, target: string): Promise<void> {
  await page.bringToFront();
  const element = await page.waitForSelector(target, { visible: true });
  await element?.scrollIntoView();
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${target} is not on the page.`);
  // The middle of its first letters: a block's own middle may be empty space or its child.
  const x = box.x + Math.min(box.width / 2, 12);
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y);
}
