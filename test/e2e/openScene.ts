import type { Browser, Page } from 'puppeteer';
import { inject } from 'vitest';
import { connectExtension } from '../../scripts/demo/connectExtension.ts';
import { extensionIdOf, openPanel, type PanelOpening } from '../../scripts/demo/openPanel.ts';
import { readVerdict } from '../../scripts/demo/writeEvidence.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';
import { type ShopServer, serveShop } from '../../scripts/serveShop.ts';
import { type Gate, openGate } from './openGate.ts';
import { type SettingsServer, startSettingsServer } from './startSettingsServer.ts';

/** A browser with the built extension, connected through `gate` to a settings server of its own, and the demo shop. */
export interface Scene {
  readonly browser: Browser;
  readonly extensionId: string;
  readonly shop: ShopServer;
  readonly server: SettingsServer;
  /** What the extension was told is the settings server: requests can be counted and held there. */
  readonly gate: Gate;
  /** Opens the shop's account page, all of it. */
  openShop(): Promise<Page>;
  /** Clicks the toolbar button and waits for the verdict. */
  openPanel(page: Page, opening?: PanelOpening): Promise<Page>;
  close(): Promise<void>;
}

/** What the shop shows last. */
const lateWidget = '.advisor-contact';

export async function openScene(): Promise<Scene> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).toReversed()) await end();
  };
  try {
    const shop = await serveShop();
    closers.push(shop.close);
    const server = await startSettingsServer();
    closers.push(server.close);
    const gate = await openGate(server.url);
    closers.push(gate.close);
    const browser = await launchChromium({ headless: true, extensionDir: inject('extensions').chrome });
    closers.push(() => browser.close());
    await connectExtension(browser, { url: gate.url, key: server.key });
    return {
      browser,
      extensionId: await extensionIdOf(browser),
      shop,
      server,
      gate,
      openShop: () => openShop(browser, shop),
      async openPanel(page, opening) {
        const panel = await openPanel(browser, page, opening);
        await readVerdict(panel);
        return panel;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openShop(browser: Browser, shop: ShopServer): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${shop.url}/account.html`, { waitUntil: 'load' });
  await page.waitForSelector(lateWidget);
  return page;
}
