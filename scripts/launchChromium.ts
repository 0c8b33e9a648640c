import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from './findBrowser.ts';

export interface ChromiumLaunch {
  readonly headless: boolean;
  /** Found, and installed if need be, when absent. */
  readonly executablePath?: string;
  /** Folder of a built extension; it is installed before this returns. */
  readonly extensionDir?: string;
  /** A fresh temporary profile when absent. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly log?: (line: string) => void;
}

const launchTimeout = 60_000;

// Verified on a bare Debian with software rendering; QUIC and the background services only cost time there.
const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const headlessViewport = { width: 1280, height: 900 };

/**
 * Starts Chromium over a pipe.
 *
 * The extension is installed by a call of its own: puppeteer 25 does not wait for those named in
 * `enableExtensions`, so the first page could be there before the extension is. Branded Chrome takes it too:
 * it comes over the pipe (Extensions.loadUnpacked), not by --load-extension, which Chrome 137 and later ignore.
 *
 * @throws BrowserNotFound, or puppeteer's error when the browser does not start or refuses the extension
 */
export async function launchChromium(launch: ChromiumLaunch): Promise<Browser> {
  const { headless, extensionDir, userDataDir, args = [], viewport, log = () => undefined } = launch;
  const executablePath = launch.executablePath ?? (await findBrowser({ kind: 'chrome', install: true, log }));
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    timeout: launchTimeout,
    enableExtensions: extensionDir !== undefined,
    // A window on a screen keeps its own size; screenshots need a fixed one.
    defaultViewport: viewport ?? (headless ? headlessViewport : null),
    // The caller decides what Ctrl+C ends, and in which order.
    handleSIGINT: false,
    args: [...chromiumFlags, ...sandboxFlags(), ...args],
    ...(userDataDir === undefined ? {} : { userDataDir }),
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

/** Chromium refuses its sandbox to root; everybody else keeps it. */
function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
