import type { Browser } from 'puppeteer';
import { findBrowser } from '../scripts/findBrowser.ts';
import { launchChromium } from '../scripts/launchChromium.ts';
import { defaultViewport } from './browser/setPage.ts';

/** A headless Chromium for the commands; installed when the machine has none. */
export async function launchBrowser(log: (line: string) => void): Promise<Browser> {
  const executablePath = await findBrowser({ kind: 'chrome', install: true, log });
  return launchChromium({ executablePath, headless: true, viewport: defaultViewport });
}
