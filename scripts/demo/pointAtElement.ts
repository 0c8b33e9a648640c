import type { Frame, Page } from 'puppeteer';
import { panelHooks } from './panelHooks.ts';

export interface PointedElement {
  readonly page: Page;
  readonly panel: Page;
  /** CSS selector of an element of the page; puppeteer's ` >>> ` goes into shadow roots. */
  readonly target: string;
  /** The frame the element is in; the page itself when absent. */
  readonly frame?: Frame | undefined;
}

/**
 * Arms the picker and moves the pointer onto an element of the page.
 *
 * @returns where the pointer is: puppeteer's own click would wait for the element to be hit, and the picker's
 *   shield is hit instead
 */
export async function pointAtElement({
  page,
  panel,
  target,
  frame,
}: PointedElement): Promise<{ x: number; y: number }> {
  await panel.locator(panelHooks.pick).click();
  await panel.waitForSelector(panelHooks.picking);
  await page.bringToFront();
  const element = await (frame ?? page).waitForSelector(target, { visible: true });
  await element?.scrollIntoView();
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${target} is not on the page.`);
  // The middle of its first letters: a block's own middle may be empty space or its child.
  const place = { x: box.x + Math.min(box.width / 2, 12), y: box.y + box.height / 2 };
  await page.mouse.move(place.x, place.y, { steps: 3 });
  return place;
}
