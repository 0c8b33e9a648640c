import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from './findBrowser.ts';

export interface FirefoxLaunch {
  readonly headless: boolean;
  /** Found, and installed if need be, when absent. */
  readonly executablePath?: string;
  /** Folder of a built extension; it is installed as a temporary add-on before this returns. */
  readonly extensionDir?: string;
  readonly log?: (line: string) => void;
}

// Firefox takes 3 to 4 s on an idle machine, several times that on a shared one.
const launchTimeout = 90_000;

/** Starts Firefox over WebDriver BiDi. @throws BrowserNotFound, or puppeteer's error when it does not start */
export async function launchFirefox(launch: FirefoxLaunch): Promise<Browser> {
  const { headless, extensionDir, log = () => undefined } = launch;
  const executablePath =
    launch.executablePath ?? (await findBrowser({ kind: 'firefox', install: true, log }));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    timeout: launchTimeout,
    handleSIGINT: false,
  });
  if (extensionDir === undefined) return browser;
  try {
    await browser.installExtension(extensionDir);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
