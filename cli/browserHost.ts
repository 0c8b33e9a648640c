// Runs the engine in real pages: one isolated world per page, evaluated over the DevTools protocol, so that the
// page sees no script, no global and no node of ours. Called by the commands; reads pages, never writes to them.
import type { Browser, CDPSession, Page } from 'puppeteer';
import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createPathIndex } from '../core/capture/pathIndex.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { Possible } from '../core/treatment/treatment.ts';
import { closedRootHosts } from './closedRootHosts.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import type { Target } from './target.ts';

export interface BrowserHost {
  /** @throws PageNotLoaded when the page does not answer, answers with an error, or is gone before it was read */
  scan(target: Target, request: ScanRequest): Promise<CaptureScan>;
  close(): Promise<void>;
}

export interface ScanRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  readonly timeout: number;
  readonly wait: number;
}

export interface BrowserHostOptions {
  readonly launch: () => Promise<Browser>;
  /** Source of dist/pageScript.js; its exports are in the global `scrimPage` of the isolated world. */
  readonly pageScript: string;
}

/** The browser starts with the first page: usage errors and saved pages cost no launch. */
export function createBrowserHost({ launch, pageScript }: BrowserHostOptions): BrowserHost {
  let browser: Promise<Browser> | undefined;

  async function scan(target: Target, request: ScanRequest): Promise<CaptureScan> {
    browser ??= launch();
    const page = await (await browser).newPage();
    try {
      await open(page, target, request);
      return await scanOpenPage(page, pageScript, request);
    } catch (error) {
      if (error instanceof PageNotLoaded) throw error;
      if (error instanceof Error && isLoss(error))
        throw new PageNotLoaded(`the page went away while it was read: ${error.message}`);
      throw error;
    } finally {
      await page.close().catch((error: unknown) => {
        // A crashed tab cannot be closed; what matters of it was reported above.
        if (!(error instanceof Error)) throw error;
      });
    }
  }

  return {
    scan,
    async close() {
      await (await browser)?.close();
    },
  };
}

const lossMessages =
  /Target closed|Session closed|Execution context was destroyed|Cannot find context|detached Frame|Page crashed/i;

function isLoss(error: Error): boolean {
  return lossMessages.test(error.message);
}

async function open(page: Page, target: Target, request: ScanRequest): Promise<void> {
  let status: number | undefined;
  try {
    const response = await page.goto(target.url, { waitUntil: 'load', timeout: request.timeout });
    status = response?.status();
  } catch (error) {
    throw new PageNotLoaded(error instanceof Error ? error.message : String(error));
  }
  if (status !== undefined && status >= 400) throw new PageNotLoaded(`the server answered ${status}`);
  if (request.wait > 0) await new Promise((resolve) => setTimeout(resolve, request.wait));
}

async function scanOpenPage(page: Page, pageScript: string, request: ScanRequest): Promise<CaptureScan> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'scrim',
  });
  await evaluate(session, executionContextId, `${pageScript};void 0`);
  const { profile, options, ruleSet } = request;
  const call = `scrimPage.scan(${JSON.stringify({ profile, options, ruleSet })})`;
  const scan = (await evaluate(session, executionContextId, call)) as CaptureScan;
  return { ...scan, uninspected: [...scan.uninspected, ...(await closedRoots(session, scan))] };
}

/** The walk cannot notice closed shadow roots; the DevTools protocol lists them. */
async function closedRoots(session: CDPSession, scan: CaptureScan): Promise<Uninspected[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const pathOf = createPathIndex(scan.nodes);
  const nodes = new Map(scan.nodes.map((node) => [pathOf(node.id), node]));
  const found: Uninspected[] = [];
  for (const path of closedRootHosts(root)) {
    const node = nodes.get(path);
    // An excluded host takes its content with it; below an unread frame or root everything is uninspected anyway.
    if (!node || scan.decisions[node.decision]?.possible === Possible.excluded) continue;
    found.push({ kind: 'closed-shadow-root', path, node: node.id, reason: 'closed-shadow-root' });
  }
  return found;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error(exception?.description ?? text);
  }
  return result.value;
}
