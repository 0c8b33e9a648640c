import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { profileById } from '../core/profiles/registry.ts';
import { callHooks } from './callHooks.ts';
import { enterWorld, evaluateIn } from './isolatedWorld.ts';
import { pageGlobals } from './pageGlobals.ts';
import { pageHooks } from './pageHooks.ts';
import type { PageScanRequest } from './pageScript.ts';

export interface WorldRequest extends PageScanRequest {
  readonly wait: number;
  /** Milliseconds the simulated recording goes on after the first look. */
  readonly watch: number;
  /** Whether the recording goes on until `release`, and `watch` from then on. */
  readonly isHeld?: boolean;
  /** Whether the first look waits for `begin` once the page has loaded, and `wait` counts from then on. */
  readonly isGated?: boolean;
  /** Name of the function that is told the recording in parts, document by document. */
  readonly shipTo?: string;
}

/** The isolated world in which the engine runs in a page: no script, no global and no node of ours in the page's own. */
export interface PageWorld {
  readonly session: CDPSession;
  /** The page was read. What is in place stays for the tab's next page where that is to be read the same way. */
  leave(): Promise<void>;
  /** @throws Error when the page was replaced or could not be read */
  finished(): Promise<CaptureScan>;
  /** Resolves when the first look was taken. @throws Error when it could not be */
  looked(): Promise<void>;
  /** Opens what `isGated` closes. */
  begin(): Promise<void>;
  /** Ends what `isHeld` holds. */
  release(): Promise<void>;
  /** Resolves when all that was written down was told to `shipTo`. @returns false where nothing is recorded */
  flush(): Promise<boolean>;
  /** JSON of each call to the recorder's function that the hooks heard; of the page, so its shape is anybody's guess. */
  heard(): Promise<unknown>;
  /** Resolves when the page gives its thread back; a page whose own script never ends does not answer. */
  answers(): Promise<void>;
}

export const worldName = 'scrim';

/** What is in place in a tab, and for which request. */
interface Placed {
  readonly session: CDPSession;
  readonly start: string;
}

/** Sending and compiling the script anew for each page of a tab costs as much as a third of reading it. */
const placed = new WeakMap<Page, Placed>();

/**
 * Puts the engine in place before the page is opened, so that the first look is taken at `load` and not when a
 * busy machine gets round to it.
 *
 * @param pageScript source of dist/pageScript.js; its exports are in the global `scrimPage` of the isolated world
 */
export async function preparePageWorld(
  page: Page,
  pageScript: string,
  request: WorldRequest,
): Promise<PageWorld> {
  const names = profileById(request.profile)?.pageGlobals ?? [];
  const isHooked = request.watch > 0 || request.isHeld === true;
  // What is dispatched in the page's own world has a name that no page before it can have heard.
  const staysFor = names.length === 0 && !isHooked;
  const hookEvent = staysFor ? 'scrim' : `scrim-${randomBytes(8).toString('hex')}`;
  const start = JSON.stringify({ ...request, hookEvent });
  const known = placed.get(page);
  const isThere = staysFor && known?.start === start;
  if (known && !isThere) await known.session.detach();
  placed.delete(page);
  const session = isThere ? known.session : await place(page, pageScript, start);
  if (names.length > 0) {
    const tells = `if (self === top) { ${pageGlobals(`${hookEvent}-globals`, names)} }`;
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: tells });
  }
  if (isHooked) {
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `${pageHooks(hookEvent)};${callHooks(hookEvent)}`,
    });
    listenToConsole(session);
    await session.send('Runtime.enable');
  }
  return {
    session,
    async leave() {
      if (staysFor) placed.set(page, { session, start });
      else await session.detach();
    },
    finished: async () =>
      (await evaluateIn(session, await enter(session), 'scrimPage.finished()')) as CaptureScan,
    looked: async () => void (await evaluateIn(session, await enter(session), 'scrimPage.looked()')),
    begin: async () => void (await evaluateIn(session, await enter(session), 'scrimPage.begin()')),
    release: async () => void (await evaluateIn(session, await enter(session), 'scrimPage.release()')),
    flush: async () => {
      const call = 'globalThis.scrimPage ? scrimPage.flush().then(() => true) : false';
      return (await evaluateIn(session, await enter(session), call)) === true;
    },
    heard: async () => evaluateIn(session, await enter(session), 'scrimPage.heardCalls()'),
    answers: async () => void (await evaluateIn(session, await enter(session), '0')),
  };
}

/** Two scripts: the browser keeps the first, which is always the same, compiled. */
async function place(page: Page, pageScript: string, start: string): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  const scripts = [pageScript, `scrimPage.startAtLoad(JSON.parse(${JSON.stringify(start)}))`];
  for (const script of scripts) {
    const source = `if (self === top) { ${script} }`;
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
  }
  return session;
}

function enter(session: CDPSession): Promise<number> {
  return enterWorld(session, worldName);
}

/** The page's console is its own world's; the recording runs in ours. */
function listenToConsole(session: CDPSession): void {
  // Not puppeteer's event: that brings the browser's own warnings too, which no recorder hears.
  session.on('Runtime.consoleAPICalled', ({ args, timestamp }) => {
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    const call = `globalThis.scrimPage?.heardConsole(${JSON.stringify(text)}, ${timestamp})`;
    enter(session)
      .then((world) => evaluateIn(session, world, call))
      .catch((error: unknown) => {
        // The page went away with its message; the scan says so.
        if (!(error instanceof Error)) throw error;
      });
  });
}
