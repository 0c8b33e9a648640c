// The browser of a command: started with the first page, started anew when it died. Pages are opened in contexts by key,
// so that what one login or site keeps is not seen by another, and tabs are used again where nothing of a page stays.
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { within } from '../within.ts';
import { BrowserLost } from './browserLost.ts';
import { BrowserUnavailable } from './browserUnavailable.ts';
import { type ContextTabs, createContextTabs } from './createContextTabs.ts';

export interface BrowserPool {
  /**
   * Runs `work` in a tab. The tab is used again afterwards when `keepsTab` and nothing went wrong.
   *
   * @throws BrowserLost when the browser went away meanwhile; BrowserUnavailable when there is none to be had
   */
  inTab<T>(place: TabPlace, work: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TabPlace {
  /** Pages of one key share cookies and storage. Absent: what the browser itself begins with. */
  readonly key?: string;
  /** Called once for each context before its first page. What it throws is told of the page that waits for it. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  readonly keepsTab?: boolean;
}

export interface BrowserPoolOptions {
  readonly launch: () => Promise<Browser>;
  /** A browser that others use too: only our own contexts are opened and closed, and it goes on when we are done. */
  readonly isShared?: boolean;
}

/** Contexts with nothing to do that are kept: more of them only take memory. */
const maxIdle = 8;
const closeTimeout = 10_000;

interface Running {
  readonly browser: Browser;
  readonly contexts: Map<string, Promise<ContextTabs>>;
}

export function createBrowserPool({ launch, isShared = false }: BrowserPoolOptions): BrowserPool {
  let running: Promise<Running> | undefined;

  async function started(): Promise<Running> {
    const asked = running;
    const known = await asked?.catch(() => undefined);
    // Whoever waited for the same dead browser may have started the next one by now: two would be one too many.
    if (known && !known.browser.connected && running === asked) running = undefined;
    running ??= begin();
    return running;
  }

  async function begin(): Promise<Running> {
    try {
      return { browser: await launch(), contexts: new Map() };
    } catch (error) {
      running = undefined;
      throw new BrowserUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  async function contextOf(
    { browser, contexts }: Running,
    { key = '', prepare }: TabPlace,
  ): Promise<ContextTabs> {
    const known = contexts.get(key);
    if (known) {
      // Asked for last, closed last.
      contexts.delete(key);
      contexts.set(key, known);
      return known;
    }
    const made = openContext(browser, key, prepare);
    contexts.set(key, made);
    made.catch(() => contexts.delete(key));
    await closeIdle(contexts);
    return made;
  }

  async function openContext(
    browser: Browser,
    key: string,
    prepare: TabPlace['prepare'],
  ): Promise<ContextTabs> {
    const isOwn = key !== '' || isShared;
    const context = isOwn ? await browser.createBrowserContext() : browser.defaultBrowserContext();
    try {
      await prepare?.(context);
    } catch (error) {
      if (isOwn) await context.close();
      throw error;
    }
    return createContextTabs({ context, isOwn });
  }

  async function inTab<T>(place: TabPlace, work: (page: Page) => Promise<T>): Promise<T> {
    const now = await started();
    const going = untilGone(now.browser);
    try {
      const tabs = await Promise.race([contextOf(now, place), going.gone]);
      return await Promise.race([tabs.inTab(place.keepsTab ?? false, work), going.gone]);
    } catch (error) {
      if (!now.browser.connected) throw new BrowserLost(error);
      throw error;
    } finally {
      going.forget();
    }
  }

  return {
    inTab,
    async close() {
      const now = await running?.catch(() => undefined);
      if (!now) return;
      if (isShared) {
        const contexts = await Promise.allSettled(now.contexts.values());
        for (const one of contexts) if (one.status === 'fulfilled') await one.value.close();
      }
      await stop(now.browser, isShared);
    },
  };
}

/**
 * `gone` rejects when the browser goes away. Puppeteer leaves some of what waits for a browser waiting when it dies, a
 * new tab for one: without this each such page took the whole of its time limit.
 */
function untilGone(browser: Browser): { readonly gone: Promise<never>; forget(): void } {
  let forget = (): void => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    const tell = (): void => reject(new Error('the browser went away'));
    // Not `once`: puppeteer wraps those, `off` does not find them, and a page's whole scan would be kept with each.
    browser.on('disconnected', tell);
    forget = () => void browser.off('disconnected', tell);
    if (!browser.connected) tell();
  });
  // Nobody waits for it between two steps, and it may come then.
  gone.catch(() => undefined);
  return { gone, forget };
}

async function closeIdle(contexts: Running['contexts']): Promise<void> {
  for (const [key, waited] of [...contexts]) {
    if (contexts.size <= maxIdle) return;
    const tabs = await waited.catch(() => undefined);
    if (tabs?.isBusy() !== false || key === '') continue;
    contexts.delete(key);
    await tabs.close();
  }
}

/** Whoever shares a browser leaves it; our own is ended, by force when it does not end by itself. */
async function stop(browser: Browser, isShared: boolean): Promise<void> {
  if (isShared) return void (await browser.disconnect());
  try {
    await within(closeTimeout, browser.close(), 'the browser did not close');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    browser.process()?.kill('SIGKILL');
  }
}
