// What a person does in the panel over and over, for the states and the tests of them.
import type { Page } from 'puppeteer';
import { scanned } from './openHarness.ts';

export const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();
export const view = (page: Page, name: string) => press(page, `[data-view=${name}]`);
export const seen = (page: Page, selector: string) => page.waitForSelector(selector);
export const effectKnown = (page: Page) => seen(page, '.effect li, .change-effect');

/** Opens the editor on the first leak, and waits until it is known what the rule changes. */
export async function maskFirstLeak(page: Page): Promise<void> {
  await scanned(page);
  await press(page, '[data-action=mask]');
  await seen(page, '.live-count');
  await effectKnown(page);
}

/** Gives the panel a file, as if a person had chosen it. */
export async function giveFile(
  page: Page,
  input: string,
  file: { name: string; text: string },
): Promise<void> {
  await seen(page, input);
  await page.$eval(
    input,
    (field, { name, text }) => {
      const files = new DataTransfer();
      files.items.add(new File([text], name, { type: 'application/json' }));
      (field as HTMLInputElement).files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    file,
  );
}
