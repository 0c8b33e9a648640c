import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { markerOf } from '../../core/profiles/configMarkers.ts';
import { bundleScript } from '../../scripts/bundleScript.ts';
import { projectRoot } from '../../scripts/projectRoot.ts';
import type { RecorderDriver } from './recorders/driver.ts';

export const recorders = [
  'rrweb',
  'sentry',
  'posthog',
  'datadog',
  'clarity',
  'openreplay',
  'mixpanel',
  'amplitude',
  'newrelic',
  'statsig',
  'faro',
] as const;
export type RecorderId = (typeof recorders)[number];

const ownDrivers = join(projectRoot, 'test', 'conformance', 'recorders');
const bundles = new Map<string, Promise<string>>();

/** The driver with the recorder's own package in it. */
export function driverOf(recorder: RecorderId, folder: string = ownDrivers): Promise<string> {
  const entry = join(folder, `${recorder}.ts`);
  const known = bundles.get(entry);
  if (known) return known;
  const bundle = bundleScript(entry, 'recorderBundle');
  bundles.set(entry, bundle);
  return bundle;
}

export interface TruthRequest {
  readonly recorder: RecorderId;
  readonly options: Record<string, unknown>;
  readonly url: string;
  /** Milliseconds the recording goes on after `load`. */
  readonly watch: number;
  /** Folder of the drivers: what they import is found from there. Absent: the pinned packages. */
  readonly drivers?: string | undefined;
}

/** Runs the real recorder on a page from `load` on. @returns what it would have sent, as it stands in its payload */
export async function runTruth(browser: Browser, request: TruthRequest): Promise<unknown[]> {
  const page = await browser.newPage();
  try {
    const start = `recorderDriver.start(${revived(request.options)})`;
    const driver = await driverOf(request.recorder, request.drivers ?? ownDrivers);
    await page.evaluateOnNewDocument(
      `if (self === top) addEventListener('load', () => setTimeout(() => { ${driver}; ${start}; }, 0), { once: true });`,
    );
    await page.goto(request.url, { waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, request.watch));
    return await page.evaluate(async () => {
      const { recorderDriver } = window as unknown as { recorderDriver: RecorderDriver };
      return JSON.parse(JSON.stringify(await recorderDriver.collect()));
    });
  } finally {
    await page.close();
  }
}

/** The configuration as the page would write it: patterns and functions where their markers stand. */
function revived(options: Record<string, unknown>): string {
  return JSON.stringify(options, (_key, value: unknown) => {
    const marker = markerOf(value);
    if (marker?.$scrim === 'regexp')
      return `@@new RegExp(${JSON.stringify(marker.source)}, ${JSON.stringify(marker.flags)})@@`;
    return marker?.$scrim === 'function' ? `@@(value) => value@@` : value;
  }).replace(/"@@(.*?)@@"/g, (_whole, code: string) => JSON.parse(`"${code}"`));
}

/** Every string in a payload, keys too. */
export function stringsIn(payload: unknown): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [payload];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') found.add(next);
    else if (Array.isArray(next)) for (const item of next) open.push(item);
    else if (next && typeof next === 'object') {
      for (const [key, value] of Object.entries(next)) {
        found.add(key);
        open.push(value);
      }
    }
  }
  return found;
}
