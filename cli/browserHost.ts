// Runs the engine in real pages: one isolated world per page, evaluated over the DevTools protocol, so that the
// page sees no script, no global and no node of ours. Called by the commands; reads pages, never writes to them.
import type { Browser, HTTPResponse, Page } from 'puppeteer';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { type DetectedRecorder, parseTraces } from '../core/detection/detectedRecorder.ts';
import { recorderTraces } from '../core/detection/recorderTraces.ts';
import type { LookedAt, PageAdditions } from '../core/report/makePageReport.ts';
import { pageName } from '../core/report/pageName.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { closedRoots, readPageTraces, seesClosedRoots, withSaid } from './besidesTheWalk.ts';
import { BrowserUnavailable } from './browser/browserUnavailable.ts';
import { createBrowserPool, type TabPlace } from './browser/createBrowserPool.ts';
import { type PageSetting, setPage, waitForState } from './browser/setPage.ts';
import { hearRecorderRules } from './hearRecorderRules.ts';
import { ledElsewhere } from './ledElsewhere.ts';
import type { PageAttendant, PageVisit } from './pageAttendant.ts';
import { isLoss } from './pageLoss.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import { type PageWorld, preparePageWorld } from './pageWorld.ts';
import type { Target } from './target.ts';
import { within } from './within.ts';

export interface BrowserHost {
  /** @throws PageNotLoaded when the page does not answer, answers with an error, or is gone before it was read */
  scan(target: Target, request: ScanRequest): Promise<LookedAt>;
  /**
   * Opens the page and asks which recorders run on it: what it says of itself.
   *
   * @throws PageNotLoaded as `scan` does
   */
  detect(target: Target, request: DetectRequest): Promise<readonly DetectedRecorder[]>;
  /** Lends a tab in which nothing was opened yet to somebody who opens pages by themselves. */
  inTab<T>(place: Omit<TabPlace, 'keepsTab'>, work: (page: Page) => Promise<T>): Promise<T>;
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
  /** Which pages share cookies and storage with this one. Absent: all that say nothing. */
  readonly place?: Omit<TabPlace, 'keepsTab'>;
  readonly setting?: PageSetting;
}

export interface BrowserHostOptions {
  readonly launch: () => Promise<Browser>;
  /** Others use the browser too. */
  readonly isShared?: boolean;
  /** Source of dist/pageScript.js; its exports are in the global `scrimPage` of the isolated world. */
  readonly pageScript: string;
}

/** The browser starts with the first page: usage errors and saved pages cost no launch. */
export function createBrowserHost({ pageScript, ...options }: BrowserHostOptions): BrowserHost {
  const pool = createBrowserPool(options);

  function scan(target: Target, request: ScanRequest): Promise<LookedAt> {
    // Who attends a page leaves scripts and listeners in its tab.
    const keepsTab = (request.attendants ?? []).length === 0;
    return onPage({ ...request.place, keepsTab }, (page) => scanIn(page, target, request, pageScript));
  }

  function detect(target: Target, request: DetectRequest): Promise<readonly DetectedRecorder[]> {
    return onPage({}, async (page) => {
      await open(page, target, request);
      await new Promise((resolve) => {
        setTimeout(resolve, request.wait);
      });
      return parseTraces(await within(request.timeout, readTracesOf(page)));
    });
  }

  async function onPage<T>(place: TabPlace, work: (page: Page) => Promise<T>): Promise<T> {
    try {
      return await pool.inTab(place, work);
    } catch (error) {
      if (error instanceof PageNotLoaded || error instanceof BrowserUnavailable || !(error instanceof Error))
        throw error;
      // One page that cannot be read is no reason to lose what is known of the others.
      throw new PageNotLoaded(`${isLoss(error) ? wentAway : notRead}: ${firstLine(error.message)}`);
    }
  }

  return { scan, detect, inTab: (place, work) => onPage(place, work), close: pool.close };
}

async function scanIn(
  page: Page,
  target: Target,
  request: ScanRequest,
  pageScript: string,
): Promise<LookedAt> {
  const { timeout: _, attendants = [], place: _place, setting = {}, ...wanted } = request;
  const visit: PageVisit = { page, planted: [] };
  await leaveDocument(page, target);
  const heardRules = hearRecorderRules(page);
  const acting = attendants.filter((one) => one.act);
  const isHeld = acting.length > 0;
  const isGated = setting.waitFor !== undefined || setting.click !== undefined;
  const reset = await setPage(page, setting);
  const world = await preparePageWorld(page, pageScript, {
    ...wanted,
    ...(isHeld ? { isHeld } : {}),
    ...(isGated ? { isGated } : {}),
  });
  for (const one of attendants) await one.prepare?.(visit);
  await open(page, target, request);
  if (isGated) {
    await waitForState(page, setting, request.timeout);
    await within(request.timeout, world.begin());
  }
  const limit = Math.max(readTimeout, request.timeout) + request.wait;
  if (isHeld) await within(limit, world.looked());
  if (isHeld) await letAct(world, visit, acting);
  const scanned = withArrival(await scanWorld(world, request), target);
  const recorderRules = await within(request.timeout, heardRules());
  const additions = await finishAll(attendants, visit, scanned);
  await world.leave();
  await reset();
  return {
    ...scanned,
    ...(recorderRules === undefined ? {} : { recorderRules }),
    ...(attendants.length === 0 ? {} : { additions, planted: visit.planted }),
  };
}

/** A page that leads to a login page, or was replaced by another while it was read, was not looked at. */
function withArrival(scan: CaptureScan, { url }: Target): CaptureScan {
  if (!ledElsewhere(url, scan.url)) return scan;
  const elsewhere = { kind: 'page', path: '', reason: 'led-elsewhere', detail: pageName(scan.url) } as const;
  return { ...scan, uninspected: [...scan.uninspected, elsewhere] };
}

/** From one place of a document to another the browser opens nothing: what was read before would be read again. */
async function leaveDocument(page: Page, { url }: Target): Promise<void> {
  const withoutPlace = (address: string) => address.split('#', 1)[0];
  if (withoutPlace(page.url()) === withoutPlace(url)) await page.goto('about:blank');
}

const wentAway = 'the page went away while it was read';
const notRead = 'the page could not be read';

/** Reading 100,000 elements takes about 10 s on a busy machine. Shorter than puppeteer's own limit of 180 s. */
const readTimeout = 120_000;
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

async function open(page: Page, target: Target, request: DetectRequest): Promise<void> {
  let response: HTTPResponse | null;
  try {
    response = await page.goto(target.url, { waitUntil: 'load', timeout: request.timeout });
  } catch (error) {
    throw new PageNotLoaded(error instanceof Error ? error.message : String(error));
  }
  const status = response?.status() ?? 0;
  if (!response && /^https?:/.test(target.url)) throw new PageNotLoaded('the page was not opened anew');
  if (status >= 400) throw new PageNotLoaded(`the server answered ${status}`);
}

async function readTracesOf(page: Page): Promise<unknown> {
  const session = await page.createCDPSession();
  const traces = await readPageTraces(session, recorderTraces);
  await session.detach();
  return traces;
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

async function scanWorld(world: PageWorld, request: ScanRequest): Promise<CaptureScan> {
  const limit = Math.max(readTimeout, request.timeout) + request.wait + request.watch;
  const scan = await whileAnswering(world, request.timeout, within(limit, world.finished()));
  const { session } = world;
  const heard = request.watch > 0 ? world.heard : undefined;
  const said = await within(request.timeout, withSaid(session, scan, request, heard));
  if (!seesClosedRoots(request)) return said;
  const closed = await within(limit, closedRoots(session, said));
  return { ...said, uninspected: [...said.uninspected, ...closed] };
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
