import type { Browser, Page, Target } from 'puppeteer';

const targetTimeout = 30_000;

/** Id of the one extension that is installed. */
export async function extensionIdOf(browser: Browser): Promise<string> {
  const [id, ...others] = (await browser.extensions()).keys();
  if (id === undefined || others.length > 0)
    throw new Error(`Expected one extension, found ${others.length + 1}.`);
  return id;
}

/** The extension's background worker, as soon as it is there. */
export function workerTarget(browser: Browser, id: string): Promise<Target> {
  return browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`),
    { timeout: targetTimeout },
  );
}

export interface PanelOpening {
  /** The worker ran once and may have died since: the browser knows its listeners and starts it for the click. */
  readonly mayBeAsleep?: boolean;
}

/**
 * Clicks the extension's toolbar button on a page, as a person would, and gives the side panel that opens.
 * This click is what grants the extension the page (`activeTab`).
 */
export async function openPanel(
  browser: Browser,
  page: Page,
  { mayBeAsleep = false }: PanelOpening = {},
): Promise<Page> {
  const id = await extensionIdOf(browser);
  const origin = `chrome-extension://${id}/`;
  // Its listener is there only once the worker ran; a click before that would be lost.
  if (!mayBeAsleep) await workerTarget(browser, id);
  const opened = browser.waitForTarget((target) => target.url().startsWith(`${origin}sidepanel.html`), {
    timeout: targetTimeout,
  });
  await page.bringToFront();
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('The extension is gone.');
  await extension.triggerAction(page);
  return await (await opened).asPage();
}
