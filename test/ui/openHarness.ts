import type { Browser, Page } from 'puppeteer';
import { launchChromium } from '../../scripts/launchChromium.ts';
import { serveFolder } from '../../scripts/serveFolder.ts';
import { harnessFolder } from './buildHarness.ts';

export type Scheme = 'light' | 'dark';

export interface Look {
  readonly width?: number;
  readonly scheme?: Scheme;
  /** Beside other pages at the same time: of two tabs in one window only one is drawn. */
  readonly ownWindow?: boolean;
  /** A page that is not needed any more: a new one costs as much as opening a case in it. */
  readonly again?: Page | undefined;
}

export interface Harness {
  readonly browser: Browser;
  /** Opens one case and waits until it has settled. Errors in the page fail the next `check`. */
  open(name: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

export async function openHarness(): Promise<Harness> {
  const server = await serveFolder({ folder: harnessFolder, isLasting: true });
  // A page that went to the cache keeps its database open, and the next case in its window waits to delete it.
  const browser = await launchChromium({ headless: true, args: ['--disable-features=BackForwardCache'] });
  return {
    browser,
    async open(name, { width = 360, scheme = 'light', ownWindow = false, again } = {}) {
      const page = again ?? (await (ownWindow ? openWindow(browser) : browser.newPage()));
      page.removeAllListeners('pageerror');
      page.on('pageerror', (error) => console.error(name, error));
      await page.setViewport({ width, height: 800, deviceScaleFactor: 2 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.url}/index.html?case=${name}`);
      await page.waitForSelector('main');
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext();
  return context.newPage();
}

/** Waits until the page was scanned and read for leaks. */
export async function scanned(page: Page): Promise<void> {
  await page.waitForSelector('main[data-scan-state=done]', { timeout: 20_000 });
}
