import type { Browser } from 'puppeteer';
import { extensionIdOf } from './openPanel.ts';
import { optionsHooks } from './panelHooks.ts';

export interface Connection {
  readonly url: string;
  readonly key: string;
}

/**
 * Connects the extension to a settings server as a person would: on its options page, with the fields filled
 * in and Connect pressed.
 *
 * @returns the sentence the page confirms it with
 */
export async function connectExtension(browser: Browser, { url, key }: Connection): Promise<string> {
  const id = await extensionIdOf(browser);
  const page = await browser.newPage();
  try {
    await page.goto(`chrome-extension://${id}/options.html`);
    await page.locator(optionsHooks.where).fill('server');
    await page.locator(optionsHooks.serverUrl).fill(url);
    await page.locator(optionsHooks.key).fill(key);
    await page.locator(optionsHooks.connect).click();
    const answer = await page.waitForSelector(`${optionsHooks.connected}, ${optionsHooks.problem}`);
    const words = (await answer?.evaluate((element) => element.textContent?.trim())) ?? '';
    if ((await page.$(optionsHooks.connected)) === null) throw new Error(words);
    return words;
  } finally {
    await page.close();
  }
}
