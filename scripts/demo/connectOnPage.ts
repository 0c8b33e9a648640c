import type { Page } from 'puppeteer';
import type { Connection } from './connectExtension.ts';
import { optionsHooks } from './panelHooks.ts';

/**
 * Connects the extension to a settings server on its options page, which is open: the fields filled in, Connect
 * pressed.
 *
 * @returns the sentence the page confirms it with
 * @throws with the page's own words when it did not work
 */
export async function connectOnPage(options: Page, { url, key }: Connection): Promise<string> {
  await options.locator(optionsHooks.where).fill('server');
  await options.locator(optionsHooks.serverUrl).fill(url);
  await options.locator(optionsHooks.key).fill(key);
  await options.locator(optionsHooks.connect).click();
  const answer = await options.waitForSelector(`${optionsHooks.connected}, ${optionsHooks.problem}`);
  const words = (await answer?.evaluate((element) => element.textContent?.trim())) ?? '';
  if ((await options.$(optionsHooks.connected)) === null) throw new Error(words);
  return words;
}
