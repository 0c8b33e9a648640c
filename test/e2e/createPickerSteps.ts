// Picking as a person does it, with the panel in a tab or side panel and the page in front. For both browsers.
import type { Frame, KeyInput, Page } from 'puppeteer';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';

export interface PickerSteps {
  arm(): Promise<void>;
  /** Middle of the left edge of an element; ` >>> ` goes into shadow roots. */
  pointAt(selector: string, frame?: Frame): Promise<{ x: number; y: number }>;
  /** Arms the picker, points, clicks, and waits for the editor. */
  pick(selector: string, frame?: Frame): Promise<void>;
  /** Waits until the panel counts so many to take and to leave out. */
  examples(included: number, excluded: number): Promise<void>;
  /** Clicks an element of the page while the picker is armed. */
  click(selector: string): Promise<void>;
  /** Keys pressed in the panel. */
  keys(...keys: readonly KeyInput[]): Promise<void>;
  /** The selector in the editor. */
  selector(): Promise<string>;
  /** Class names of what the selector in the editor matches on the page, once it takes these. */
  matched(): Promise<string[]>;
  cancel(): Promise<void>;
}

export function createPickerSteps(page: Page, panel: Page): PickerSteps {
  const steps: PickerSteps = {
    async arm() {
      await press(panel, panelHooks.pick);
      await panel.waitForSelector(panelHooks.picking);
    },
    async pointAt(selector, frame) {
      await page.bringToFront();
      const element = await (frame ?? page).waitForSelector(selector);
      const box = await element?.boundingBox();
      if (!box) throw new Error(`${selector} is not shown.`);
      const place = { x: box.x + Math.min(12, box.width / 2), y: box.y + box.height / 2 };
      await page.mouse.move(place.x - 3, place.y);
      await page.mouse.move(place.x, place.y);
      return place;
    },
    async pick(selector, frame) {
      await steps.arm();
      const { x, y } = await steps.pointAt(selector, frame);
      await panel.waitForSelector(panelHooks.pointed);
      await page.mouse.click(x, y);
      await panel.waitForSelector(panelHooks.editor);
    },
    async examples(included, excluded) {
      await panel.waitForSelector(`[data-examples="${included}:${excluded}"]`);
    },
    async click(selector) {
      const { x, y } = await steps.pointAt(selector);
      await page.mouse.click(x, y);
    },
    async keys(...keys) {
      await panel.bringToFront();
      await panel.waitForSelector('.picker');
      await panel.focus('.picker');
      for (const key of keys) await panel.keyboard.press(key);
    },
    selector: () => panel.$eval(panelHooks.selector, (field) => (field as HTMLTextAreaElement).value),
    async matched() {
      return page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((element) => element.className),
        await steps.selector(),
      );
    },
    cancel: () => press(panel, '[data-action="cancel-edit"]'),
  };
  return steps;
}
