import type { CDPSession } from 'puppeteer';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { closedRoots, type PlayedRecorder, seesClosedRoots, withSaid } from '../besidesTheWalk.ts';
import { enterWorld, evaluateIn, type ProtocolSession } from '../isolatedWorld.ts';
import { within } from '../within.ts';

/** A page of Puppeteer or of Playwright: what is asked of it is all that is used. */
export type DrivenPage = PuppeteerPage | PlaywrightPage;

interface PuppeteerPage {
  createCDPSession(): Promise<CDPSession>;
}

interface PlaywrightPage {
  context(): { newCDPSession(page: never): Promise<unknown> };
}

export interface ScanOpenPageOptions extends PlayedRecorder {
  /** Source of dist/pageScript.js. */
  readonly pageScript: string;
  /** Milliseconds until a page that does not answer is given up. */
  readonly timeout: number;
}

export interface OpenPageScan {
  readonly scan: CaptureScan;
  /** Ids of the elements that a selector matches now, in the document and its open shadow roots and frames. */
  idsOf(selector: string): Promise<readonly number[]>;
}

const worldName = 'scrim-open';

/**
 * Looks once at a page that somebody else opened, as it is now: what a recorder that begins now would send. What came and
 * went before is not seen.
 *
 * @throws Error when the page cannot be asked, or is no page of Chromium
 */
export async function scanOpenPage(page: DrivenPage, options: ScanOpenPageOptions): Promise<OpenPageScan> {
  const { pageScript, timeout, profile, options: given, ruleSet } = options;
  const session = await sessionOf(page);
  const world = await enterWorld(session, worldName);
  const present = 'globalThis.scrimPage';
  await evaluateIn(session, world, `if (!${present}) { ${pageScript};${present} = scrimPage }`);
  const request = JSON.stringify({ profile, options: given, ruleSet });
  const walked = await within(timeout, evaluateIn(session, world, `scrimPage.scan(${request})`));
  const said = await withSaid(session, walked as CaptureScan, options);
  const closed = seesClosedRoots(options) ? await closedRoots(session, said) : [];
  return {
    scan: { ...said, uninspected: [...said.uninspected, ...closed] },
    async idsOf(selector) {
      return (await evaluateIn(session, world, `scrimPage.idsOf(${JSON.stringify(selector)})`)) as number[];
    },
  };
}

async function sessionOf(page: DrivenPage): Promise<ProtocolSession> {
  if ('createCDPSession' in page) return page.createCDPSession();
  // Playwright has its own types for the same protocol.
  return (await page.context().newCDPSession(page as never)) as ProtocolSession;
}
