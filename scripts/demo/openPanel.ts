import type { Browser, Page } from 'puppeteer';

const targetTimeout = 30_000;

/** Id of the one extension that is installed. */
export async function extensionIdOf(browser: Browser): Promise<string> {
  const [id, ...others] = (await browser.extensions()).keys();
  if (id === undefined || others.length > 0)
    throw new Error(`Expected one extension, found ${others.length + 1}.`);
  return id;
}

/**
 * Clicks the extension's toolbar button on a page, as a person would, and gives the side panel that opens.
 * This click is what grants the extension the page (`activeTab`).
 */
export async function openPanel(browser: Browser, page: Page): Promise<Page> {
  const id = await extensionIdOf(browser);
  const origin = `chrome-extension://${id}/`;
  // Its listener is there only once the worker ran; a click before that would be lost.
  await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
    {
      timeout: targetTimeout,
    },
  );
  const opened = browser.waitForTarget((target) => target.url().startsWith(`${origin}sidepanel.html`), {
    timeout: targetTimeout,
  });
  await page.bringToFront();
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('The extension is gone.');
  await extension.triggerAction(page);
  return await (await opened).asPage();
}
