import type { Page } from 'puppeteer';
import { vi } from 'vitest';

/** Types into a field of the panel with the keyboard, over what is in it, until the field holds just that. */
export async function typeInto(panel: Page, selector: string, text: string): Promise<void> {
  const field = await panel.waitForSelector(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  const typed = async (): Promise<string> => {
    await field.focus();
    await field.evaluate((element) => (element as HTMLInputElement).select());
    await panel.keyboard.type(text);
    return field.evaluate((element) => (element as HTMLInputElement).value);
  };
  // A panel that just opened an editor may move the focus once.
  await vi.waitUntil(async () => (await typed()) === text, { timeout: 10_000 });
}
