import type { Page } from 'puppeteer';
import type { DeafSpot, WireListener } from './listenToWire.ts';

/** Silence of so many milliseconds: recorders that compress in a worker are done by then. */
const quiet = 400;
const most = 3_000;
const longestStep = 3_000;

/**
 * Recorders hold what they have and send it when the visitor goes: another tab comes to the front, then the page is
 * told that it is left while it can still be heard, and at last it is left.
 *
 * @param leaves false: it is only hidden
 * @returns what could not be done: then something may not have been sent
 */
export async function letRecordersSend(
  page: Page,
  listener: WireListener,
  leaves: boolean,
): Promise<readonly DeafSpot[]> {
  const undone: DeafSpot[] = [];
  const step = async (work: () => Promise<unknown>) => {
    try {
      await withinTime(work());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      undone.push({ origin: '', carrier: 'other', why: 'not-left' });
    }
  };
  await listener.quiet(quiet, most);
  await step(() => inBackground(page, listener));
  if (!leaves) return undone;
  await step(() => tellLeaving(page));
  await listener.quiet(quiet, most);
  await step(async () => {
    await listener.holdRequests();
    await page.goto('about:blank', { timeout: longestStep });
  });
  await listener.quiet(quiet, most);
  return undone;
}

async function inBackground(page: Page, listener: WireListener): Promise<void> {
  const other = await page.browserContext().newPage();
  try {
    await other.bringToFront();
    // Only now is this one hidden: tabs are opened with the focus, whichever is in front, and the others keep it.
    await page.emulateFocusedPage(false);
    await listener.quiet(quiet, most);
  } finally {
    await other.close();
    await page.emulateFocusedPage(true);
  }
}

/** What is sent while a page really goes may be lost with its process, and its body with it. */
async function tellLeaving(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = { frameId: frameTree.frame.id, worldName: 'scrim-leaving' };
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', world);
    const expression = `dispatchEvent(new Event('beforeunload', { cancelable: true })); dispatchEvent(new PageTransitionEvent('pagehide'))`;
    await session.send('Runtime.evaluate', { expression, contextId });
  } finally {
    await session.detach();
  }
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page was not left in time')), most + 2 * longestStep);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
