// Runs the engine in real pages: one isolated world per page, evaluated over the DevTools protocol, so that the
// page sees no script, no global and no node of ours. Called by the commands; reads pages, never writes to them.
import type { Browser, CDPSession, Page, Protocol } from 'puppeteer';
import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { withPageCalls } from '../core/capture/withPageCalls.ts';
import { type DetectedRecorder, parseTraces } from '../core/detection/detectedRecorder.ts';
import { callSources, parsePageCalls, withHeardCalls } from '../core/detection/pageCalls.ts';
import { readTraces } from '../core/detection/readTraces.ts';
import { type RecorderTrace, recorderTraces } from '../core/detection/recorderTraces.ts';
import { profileById } from '../core/profiles/registry.ts';
import type { LookedAt, PageAdditions } from '../core/report/makePageReport.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { closedRootHosts } from './closedRootHosts.ts';
import { closedRootsNotInspected } from './closedRootsNotInspected.ts';
import { hearRecorderRules } from './hearRecorderRules.ts';
import type { PageAttendant, PageVisit } from './pageAttendant.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import { type PageWorld, preparePageWorld } from './pageWorld.ts';
import type { Target } from './target.ts';

export interface BrowserHost {
  /** @throws PageNotLoaded when the page does not answer, answers with an error, or is gone before it was read */
  scan(target: Target, request: ScanRequest): Promise<LookedAt>;
  /**
   * Opens the page and asks which recorders run on it: what it says of itself.
   *
   * @throws PageNotLoaded as `scan` does
   */
  detect(target: Target, request: DetectRequest): Promise<readonly DetectedRecorder[]>;
  close(): Promise<void>;
}

export type DetectRequest = Pick<ScanRequest, 'timeout' | 'wait'>;

export interface ScanRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  /** Attribute whose value each field's facts carry as their `key`. */
  readonly fieldKey?: string;
  readonly timeout: number;
  /** Milliseconds between `load` and the first look. */
  readonly wait: number;
  /** Milliseconds the simulated recording goes on after that. */
  readonly watch: number;
  readonly attendants?: readonly PageAttendant[];
}

export interface BrowserHostOptions {
  readonly launch: () => Promise<Browser>;
  /** Source of dist/pageScript.js; its exports are in the global `scrimPage` of the isolated world. */
  readonly pageScript: string;
}

/** The browser starts with the first page: usage errors and saved pages cost no launch. */
export function createBrowserHost({ launch, pageScript }: BrowserHostOptions): BrowserHost {
  let browser: Promise<Browser> | undefined;

  function scan(target: Target, request: ScanRequest): Promise<LookedAt> {
    return onPage(async (page) => {
      const { timeout: _, attendants = [], ...wanted } = request;
      const visit: PageVisit = { page, planted: [] };
      const heardRules = hearRecorderRules(page);
      const acting = attendants.filter((one) => one.act);
      const isHeld = acting.length > 0;
      const world = await preparePageWorld(page, pageScript, isHeld ? { ...wanted, isHeld } : wanted);
      for (const one of attendants) await one.prepare?.(visit);
      await open(page, target, request);
      const limit = Math.max(readTimeout, request.timeout) + request.wait;
      if (isHeld) await within(limit, world.looked());
      if (isHeld) await letAct(world, visit, acting);
      const scanned = await scanOpenPage(page, world, request);
      const recorderRules = await within(request.timeout, heardRules());
      const additions = await finishAll(attendants, visit, scanned);
      return {
        ...scanned,
        ...(recorderRules === undefined ? {} : { recorderRules }),
        ...(attendants.length === 0 ? {} : { additions, planted: visit.planted }),
      };
    });
  }

  function detect(target: Target, request: DetectRequest): Promise<readonly DetectedRecorder[]> {
    return onPage(async (page) => {
      await open(page, target, request);
      await new Promise((resolve) => {
        setTimeout(resolve, request.wait);
      });
      return parseTraces(await within(request.timeout, readPageTraces(page, recorderTraces)));
    });
  }

  async function onPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const page = await (await started()).newPage();
    dismissDialogs(page);
    try {
      return await work(page);
    } catch (error) {
      if (error instanceof PageNotLoaded || !(error instanceof Error)) throw error;
      // One page that cannot be read is no reason to lose what is known of the others.
      throw new PageNotLoaded(`${isLoss(error) ? wentAway : notRead}: ${firstLine(error.message)}`);
    } finally {
      await leave(page);
    }
  }

  async function started(): Promise<Browser> {
    if (browser && !(await browser).connected) browser = undefined;
    browser ??= launch();
    return browser;
  }

  /** A tab that a script keeps busy does not close: its browser goes, and the next page gets a new one. */
  async function leave(page: Page): Promise<void> {
    try {
      await within(closeTimeout, page.close());
    } catch (error) {
      // A crashed tab cannot be closed; what matters of it was reported by `scan`.
      if (!(error instanceof Error)) throw error;
      if (error instanceof PageNotLoaded) page.browser().process()?.kill('SIGKILL');
    }
  }

  return {
    scan,
    detect,
    async close() {
      await (await browser)?.close();
    },
  };
}

const wentAway = 'the page went away while it was read';
const notRead = 'the page could not be read';

/** Reading 100,000 elements takes about 10 s on a busy machine. Shorter than puppeteer's own limit of 180 s. */
const readTimeout = 120_000;
const closeTimeout = 5_000;

/** @throws PageNotLoaded when the page does not answer in time: its own scripts keep it busy */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new PageNotLoaded(`the page did not answer for ${milliseconds} ms`));
    timer = setTimeout(late, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nobody is there to answer: an open dialog would hold the page, and the scan with it. */
function dismissDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    dialog.dismiss().catch((error: unknown) => {
      // The page went away with its dialog; the scan says so.
      if (!(error instanceof Error)) throw error;
    });
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const lossMessages =
  /Target closed|Session closed|Execution context was destroyed|Cannot find context|detached Frame|Page crashed/i;

function isLoss(error: Error): boolean {
  return lossMessages.test(error.message);
}

async function open(page: Page, target: Target, request: DetectRequest): Promise<void> {
  let status: number | undefined;
  try {
    const response = await page.goto(target.url, { waitUntil: 'load', timeout: request.timeout });
    status = response?.status();
  } catch (error) {
    throw new PageNotLoaded(error instanceof Error ? error.message : String(error));
  }
  if (status !== undefined && status >= 400) throw new PageNotLoaded(`the server answered ${status}`);
}

/** The recording is held meanwhile; it is let go whatever becomes of them. */
async function letAct(world: PageWorld, visit: PageVisit, acting: readonly PageAttendant[]): Promise<void> {
  try {
    for (const one of acting) await one.act?.(visit);
  } finally {
    await world.release();
  }
}

async function finishAll(
  attendants: readonly PageAttendant[],
  visit: PageVisit,
  scan: CaptureScan,
): Promise<PageAdditions> {
  let all: PageAdditions = {};
  for (const one of attendants) {
    const said = (await one.finish?.(visit, scan)) ?? {};
    const uninspected = [...(all.uninspected ?? []), ...(said.uninspected ?? [])];
    all = { ...all, ...said, uninspected };
  }
  return all;
}

async function scanOpenPage(page: Page, world: PageWorld, request: ScanRequest): Promise<CaptureScan> {
  const limit = Math.max(readTimeout, request.timeout) + request.wait + request.watch;
  const scan = await whileAnswering(world, request.timeout, within(limit, world.finished()));
  const said = await within(request.timeout, withSaid(page, world, scan, request));
  if (!seesClosedRoots(request)) return said;
  const closed = await within(limit, closedRoots(world.session, said));
  return { ...said, uninspected: [...said.uninspected, ...closed] };
}

/** What the page said to the recorder by itself stands in its own world: read there, never written. */
async function withSaid(
  page: Page,
  world: PageWorld,
  scan: CaptureScan,
  { profile: id, options, ruleSet, watch }: ScanRequest,
): Promise<CaptureScan> {
  const profile = profileById(id);
  if (!profile?.waysOut) return scan;
  const standing = parsePageCalls(await readPageTraces(page, []));
  const calls = watch > 0 ? withHeardCalls(standing, await world.heard()) : standing;
  return withPageCalls(scan, { profile, options, ruleSet }, calls);
}

/** @returns what the page tells of itself in its own world; undefined when it does not let anybody ask */
async function readPageTraces(page: Page, traces: readonly RecorderTrace[]): Promise<unknown> {
  try {
    return await page.evaluate(readTraces, { traces, calls: callSources });
  } catch (error) {
    // It broke what the reading stands on; what is not read is named as such.
    if (!(error instanceof Error) || isLoss(error)) throw error;
    return undefined;
  }
}

/** Between two questions whether the page still answers: reading it gives its thread back every few milliseconds. */
const askEvery = 500;

/** @throws PageNotLoaded when the page does not give its thread back for `timeout` milliseconds */
async function whileAnswering<T>(world: PageWorld, timeout: number, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  const finished = work.finally(done);
  const silence = (async () => {
    while (!isDone) {
      await within(timeout, Promise.race([world.answers(), finished]));
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, askEvery))]);
    }
    return finished;
  })();
  return Promise.race([finished, silence]).finally(done);
}

/** Whether what is in a closed shadow root may be recorded at all. */
function seesClosedRoots({ profile: id, options, ruleSet }: ScanRequest): boolean {
  const profile = profileById(id);
  const playback = profile?.play(ruleSet, profile.parseOptions(options), () => undefined);
  return playback?.closedRoots !== 'never';
}

/** The walk cannot notice closed shadow roots; the DevTools protocol lists them. */
async function closedRoots(session: CDPSession, scan: CaptureScan): Promise<Uninspected[]> {
  let root: Protocol.DOM.Node;
  try {
    ({ root } = await session.send('DOM.getDocument', { depth: -1, pierce: true }));
  } catch (error) {
    // The protocol cannot carry trees much deeper than 1,000 levels: whether there are closed roots is not known.
    if (!(error instanceof Error) || isLoss(error)) throw error;
    return [{ kind: 'partial', path: '', reason: 'closed-roots-not-listed' }];
  }
  return closedRootsNotInspected(closedRootHosts(root), scan);
}
