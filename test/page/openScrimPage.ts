import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { findBrowser } from '../../scripts/findBrowser.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';

/** A page with Scrim's page script in an isolated world of its own, as the command line has it. */
export interface ScrimPage {
  readonly page: Page;
  /** Calls an export of cli/pageScript.ts with JSON arguments and gives back its JSON. */
  call<T>(name: string, argument: unknown): Promise<T>;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser({ kind: 'chrome', install: false, log: () => undefined });
  return launchChromium({ executablePath, headless: true });
}

let script: Promise<string> | undefined;

async function pageScript(): Promise<string> {
  script ??= buildPageScript().then((file) => readFile(file, 'utf8'));
  return script;
}

/** @param html the page's source; its own scripts run */
export async function openScrimPage(browser: Browser, html: string): Promise<ScrimPage> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load' });
  return attachScrim(page);
}

export async function attachScrim(page: Page): Promise<ScrimPage> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'scrim',
  });

  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  await evaluate(`${await pageScript()};void 0`);
  return {
    page,
    call: async <T>(name: string, argument: unknown) =>
      (await evaluate(`scrimPage.${name}(${JSON.stringify(argument)})`)) as T,
  };
}
