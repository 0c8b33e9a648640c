import type { BrowserContext, Page } from 'puppeteer';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import { within } from '../within.ts';

/** The tabs of one browser context. */
export interface ContextTabs {
  inTab<T>(keepsTab: boolean, work: (page: Page) => Promise<T>): Promise<T>;
  isBusy(): boolean;
  close(): Promise<void>;
}

export interface ContextTabsOptions {
  readonly context: BrowserContext;
  /** False: the browser's own, which is not closed. */
  readonly isOwn: boolean;
}

/** A tab keeps what its pages left in memory: after so many it is closed. */
const maxUses = 40;
const openTimeout = 30_000;
const closeTimeout = 5_000;

interface Tab {
  readonly page: Page;
  uses: number;
}

/** A new tab costs several times what opening a page in one costs (docs/benchmarks.md). */
export function createContextTabs({ context, isOwn }: ContextTabsOptions): ContextTabs {
  const free: Tab[] = [];
  let working = 0;

  async function take(): Promise<Tab> {
    for (let known = free.pop(); known; known = free.pop()) {
      if (await emptied(known.page)) return known;
      await leave(known.page);
    }
    const page = await within(openTimeout, context.newPage(), 'no tab was opened');
    answerDialogs(page);
    // A tab behind others is hidden: it draws no frames and loads nothing lazily, so that less would be there to find
    // the more tabs there are. What is typed into it would go nowhere, too.
    await within(openTimeout, page.emulateFocusedPage(true), 'the tab was not shown');
    return { page, uses: 0 };
  }

  async function inTab<T>(keepsTab: boolean, work: (page: Page) => Promise<T>): Promise<T> {
    working += 1;
    let tab: Tab | undefined;
    let isGood = false;
    try {
      tab = await take();
      const done = await work(tab.page);
      isGood = true;
      return done;
    } finally {
      working -= 1;
      if (tab) await putBack(tab, keepsTab && isGood);
    }
  }

  async function putBack(tab: Tab, keeps: boolean): Promise<void> {
    tab.uses += 1;
    if (keeps && tab.uses < maxUses) free.push(tab);
    else await leave(tab.page);
  }

  return {
    inTab,
    isBusy: () => working > 0,
    async close() {
      if (isOwn) await within(closeTimeout, context.close(), 'a context did not close').catch(ignoreLoss);
    },
  };
}

/**
 * Takes out what a page leaves in its tab: what it stored for this tab alone, the tab's history, and who listened to it.
 * The page itself goes when the next one comes: an empty one in between costs more than many pages do.
 *
 * @returns whether the tab is as good as new
 */
async function emptied(page: Page): Promise<boolean> {
  try {
    const origin = new URL(page.url()).origin;
    const session = await page.createCDPSession();
    if (origin !== 'null') {
      const storageId = { securityOrigin: origin, isLocalStorage: false };
      await within(closeTimeout, session.send('DOMStorage.clear', { storageId }));
    }
    await session.send('Page.resetNavigationHistory');
    await session.detach();
    for (const event of ['response', 'request', 'requestfailed', 'console', 'pageerror'] as const)
      page.removeAllListeners(event);
    return true;
  } catch (error) {
    // A tab that does not let go of its page is closed, and the next page gets another.
    if (!(error instanceof Error)) throw error;
    return false;
  }
}

/** A tab that does not close, or a browser that does not answer any more, is for whoever owns the browser to end. */
async function leave(page: Page): Promise<void> {
  try {
    await within(closeTimeout, page.close());
  } catch (error) {
    // A crashed tab cannot be closed; what matters of it was reported by the scan.
    if (!(error instanceof Error)) throw error;
    if (error instanceof PageNotLoaded) page.browser().process()?.kill('SIGKILL');
  }
}

/** Nobody is there to answer: an open dialog would hold the page, and the scan with it. A page is left all the same. */
function answerDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    const answered = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
    answered.catch(ignoreLoss);
  });
}

/** It went away by itself; the scan says so. */
function ignoreLoss(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
