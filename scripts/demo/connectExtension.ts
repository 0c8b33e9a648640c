import type { Browser } from 'puppeteer';
import { connectOnPage } from './connectOnPage.ts';
import { extensionIdOf } from './openPanel.ts';

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
export async function connectExtension(browser: Browser, connection: Connection): Promise<string> {
  const id = await extensionIdOf(browser);
  const page = await browser.newPage();
  try {
    await page.goto(`chrome-extension://${id}/options.html`);
    return await connectOnPage(page, connection);
  } finally {
    await page.close();
  }
}
