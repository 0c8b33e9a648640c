// The extension in Firefox, whose toolbar and sidebar no automation can reach. What is loaded is a copy of the build
// that is shipped, every file of it unchanged but for two additions: access to 127.0.0.1 (in place of the grant that a
// toolbar click gives) and one more background script that, told by the address of a tab, opens the
// panel for it in a tab of its own, or the options page.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { inject, vi } from 'vitest';
import { launchFirefox } from '../../scripts/launchFirefox.ts';

export interface FirefoxScene {
  readonly browser: Browser;
  /** Opens the panel, in a tab of its own, for the tab that shows `page`. */
  openPanel(page: Page): Promise<Page>;
  openOptions(page: Page): Promise<Page>;
  close(): Promise<void>;
}

const waiting = { timeout: 20_000, interval: 100 };

/** Runs in the extension's background. Nothing here asks for anything that the shipped panel does not do itself. */
const opener = `
browser.tabs.onUpdated.addListener((tabId, { url }) => {
  const file = url && new URL(url).hash.match(/^#open-(sidepanel|options)$/)?.[1];
  if (file) browser.tabs.create({ url: browser.runtime.getURL(file + '.html?tabId=' + tabId) });
});
`;

export async function openFirefoxScene(): Promise<FirefoxScene> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-firefox-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await makeTestBuild(inject('extensions').firefox, folder);
    const browser = await launchFirefox({ headless: true, extensionDir: folder });
    return {
      browser,
      openPanel: (page) => openOwnPage(browser, page, 'sidepanel'),
      openOptions: (page) => openOwnPage(browser, page, 'options'),
      async close() {
        await browser.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Asks by the page's address for a page of the extension, and waits until it is there. */
async function openOwnPage(browser: Browser, page: Page, file: string): Promise<Page> {
  const before = new Set(await browser.pages());
  await page.evaluate((hash) => location.assign(hash), `#open-${file}`);
  const opened = await vi.waitUntil(() => findPage(browser, before, `/${file}.html`), waiting);
  // So that the next request is a new one; the page itself is as before.
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  return opened;
}

/** Firefox tells automation `about:blank` for pages of extensions: each is asked itself. */
async function findPage(browser: Browser, known: ReadonlySet<Page>, path: string): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    if (known.has(page)) continue;
    // A page that is just going away does not answer.
    const found = await page.evaluate(() => location.pathname).catch(() => undefined);
    if (found === path) return page;
  }
  return undefined;
}

async function makeTestBuild(shipped: string, folder: string): Promise<void> {
  await cp(shipped, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { background: { scripts: string[] } };
  const scripts = [...manifest.background.scripts, 'opener.js'];
  const changed = { ...manifest, host_permissions: ['http://127.0.0.1/*'], background: { scripts } };
  await writeFile(file, JSON.stringify(changed));
  await writeFile(join(folder, 'opener.js'), opener);
}
