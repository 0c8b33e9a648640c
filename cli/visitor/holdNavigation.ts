import type { CDPSession, Page, Protocol } from 'puppeteer';

export interface HeldNavigation {
  /** Lets navigations through again. @returns how many were stopped */
  release(): Promise<number>;
}

/**
 * While the visitor acts its page stays what it is: another page instead of it is not loaded, no frame is sent a form,
 * no second window stays open. What the page asks for by script goes on, it is the site's own.
 */
export async function holdNavigation(page: Page): Promise<HeldNavigation> {
  const session = await page.createCDPSession();
  let stopped = 0;
  const { frameTree } = await session.send('Page.getFrameTree');
  const top = frameTree.frame.id;

  session.on('Fetch.requestPaused', (paused) => {
    const isHeld = paused.frameId === top || paused.request.method !== 'GET';
    if (isHeld) stopped += 1;
    answer(session, paused, isHeld).catch(orGone);
  });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  const close = (popup: Page | null): void => {
    stopped += 1;
    popup?.close().catch(orGone);
  };
  page.on('popup', close);

  return {
    async release() {
      page.off('popup', close);
      await session.send('Fetch.disable');
      await session.detach();
      return stopped;
    },
  };
}

async function answer(
  session: CDPSession,
  { requestId }: Protocol.Fetch.RequestPausedEvent,
  isHeld: boolean,
): Promise<void> {
  if (isHeld) await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  else await session.send('Fetch.continueRequest', { requestId });
}

/** The page went away meanwhile, and its request with it; the scan says so. */
function orGone(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
