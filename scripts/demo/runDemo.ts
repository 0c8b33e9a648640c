import type { Browser, Page } from 'puppeteer';
import { buildExtension } from '../buildExtension.ts';
import { findBrowser } from '../findBrowser.ts';
import { launchChromium } from '../launchChromium.ts';
import { connectExtension } from './connectExtension.ts';
import { downloadsOf } from './downloadsOf.ts';
import { mendOneLeak } from './mendOneLeak.ts';
import { openPanel } from './openPanel.ts';
import { panelHooks } from './panelHooks.ts';
import { press } from './press.ts';
import { readRuleBack } from './readRuleBack.ts';
import { type ServedTarget, servedTarget } from './servedTarget.ts';
import { type DemoServer, startDemoServer } from './startDemoServer.ts';
import { within } from './within.ts';
import { readVerdict, writeEvidence } from './writeEvidence.ts';

export interface DemoOptions {
  readonly headless: boolean;
  readonly target?: string;
  /** For downloads; removed by the caller. */
  readonly workFolder: string;
  /** Ctrl+C. */
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** Called with each thing that must be closed again, in the order of opening. */
  readonly onOpened: (close: () => Promise<void>) => void;
}

type StepRunner = <T>(name: string, seconds: number, work: () => Promise<T>) => Promise<T>;

interface Closable {
  close(): Promise<void>;
}

interface Scene {
  readonly server: DemoServer;
  readonly served: ServedTarget;
  readonly browser: Browser;
}

/** The element whose leak the demo mends: the phone number nobody wrote a rule for. */
const forgotten = '.phone-line';
/** What the shop shows last. */
const lateWidget = '.advisor-contact';

/**
 * Sets the scene, opens the page and the panel; then waits for Ctrl+C, or, headless, does the main job and ends.
 *
 * @throws StepFailed with the step that did not come to its end; BrowserNotFound
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { headless, signal, log, workFolder } = options;
  const step: StepRunner = async (name, seconds, work) => {
    log(`${name} ...`);
    return await within({ name, timeout: seconds * 1000, signal }, work);
  };
  const scene = await setScene(options, step);
  const { browser, server, served } = scene;
  const connected = await step('Connecting the extension on its options page', 60, () =>
    connectExtension(browser, server),
  );
  log(`  ${connected}`);
  const page = await step(`Opening ${served.url}`, 60, () => openPage(browser, served));
  const panel = await step('Clicking the toolbar button', 60, () => openPanel(browser, page));
  const { verdict } = await step('Waiting for the panel to finish its scan', 120, () => readVerdict(panel));
  if (headless) {
    const downloads = await downloadsOf(browser, workFolder);
    await proveIt({ ...scene, page, panel, log, step, downloads });
  } else {
    log(`\n${verdict}\nThe side panel is open. Ctrl+C ends this and cleans up.`);
    await ended(browser, signal);
  }
}

async function setScene(options: DemoOptions, step: StepRunner): Promise<Scene> {
  const { headless, target, log, onOpened } = options;
  // Noted before it is there: what is still opening when the person gives up is closed as well.
  const open = <T extends Closable>(name: string, seconds: number, work: () => Promise<T>): Promise<T> =>
    step(name, seconds, () => {
      const opening = work();
      onOpened(async () => (await opening.catch(() => undefined))?.close());
      return opening;
    });
  // First, because a wrong path should be said at once.
  const served = await open('Serving the page', 30, () => servedTarget(target));
  const install = (): Promise<string> => findBrowser({ kind: 'chrome', install: true, log });
  const executablePath = await step('Looking for a browser', 900, install);
  log(`  ${executablePath}`);
  const extensionDir = await step('Building the extension', 180, () => buildExtension('chrome'));
  const server = await open('Starting the settings server with the demo org "Acme Outfitters"', 120, () =>
    startDemoServer((line) => log(`  ${line}`)),
  );
  log(`  ${server.url}`);
  const browser = await open('Starting the browser with the extension', 90, () =>
    launchChromium({ executablePath, headless, extensionDir, args: ['--window-size=1680,1000'] }),
  );
  return { server, served, browser };
}

async function openPage(browser: Browser, { url, isShop }: ServedTarget): Promise<Page> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(url, { waitUntil: 'load' });
  // So that what is counted before and after the mended leak is the same page.
  if (isShop) await page.waitForSelector(lateWidget);
  return page;
}

interface Proof extends Scene {
  readonly page: Page;
  readonly panel: Page;
  readonly log: (line: string) => void;
  readonly step: StepRunner;
  readonly downloads: Awaited<ReturnType<typeof downloadsOf>>;
}

/** What a person would do next, and what it leaves behind: pictures, a report, and a rule in the org's settings. */
async function proveIt({ page, panel, server, served, downloads, log, step }: Proof): Promise<void> {
  const evidence = await step('Taking the pictures and the report', 60, () =>
    writeEvidence({ page, panel, downloads }),
  );
  for (const file of evidence.files) log(`  ${file}`);
  log(`\n${evidence.verdict}\n`);
  if (!served.isShop) return;
  const { selector, outcome } = await step('Picking the phone number, masking it, pushing it live', 120, () =>
    mendOneLeak(page, panel, forgotten),
  );
  log(`  ${outcome}`);
  const rule = await step('Reading it back from the settings server', 30, () =>
    readRuleBack(server, selector),
  );
  if (!rule) throw new Error(`The settings server does not have the rule ${selector} that was pushed.`);
  log(`  ${rule.action} ${rule.selector} (${rule.scope}), by ${rule.by}`);
  const after = await step('Scanning again', 60, async () => {
    await press(panel, panelHooks.rescan);
    await verdictOtherThan(panel, evidence.verdict);
    return await readVerdict(panel);
  });
  log(`\n${after.verdict}`);
}

/** Waits for the panel to say something else than before: until then it shows what it knew before the push. */
async function verdictOtherThan(panel: Page, before: string): Promise<void> {
  await panel.waitForFunction(
    (selector, old) => {
      const sentence = document.querySelector(selector)?.textContent?.trim();
      return sentence !== undefined && sentence !== old;
    },
    {},
    panelHooks.verdict,
    before,
  );
}

/** The person presses Ctrl+C or closes the window. */
function ended(browser: Browser, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    browser.once('disconnected', () => resolve());
  });
}
