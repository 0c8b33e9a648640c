import type { Page } from 'puppeteer';

/**
 * Presses a button, tab, switch or radio button of the panel as soon as it is there.
 *
 * Not with the mouse: the panel's lines move while the page is checked, and on a loaded machine a click at the place
 * where a button was a moment ago presses its neighbour. What is pressed on the page is pressed with the real mouse.
 */
export async function press(panel: Page, selector: string): Promise<void> {
  const button = await panel.waitForSelector(selector);
  await button?.evaluate((element) => (element as HTMLElement).click());
}
