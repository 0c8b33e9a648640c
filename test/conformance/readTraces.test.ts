import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DetectedRecorder, parseTraces } from '../../core/detection/detectedRecorder.ts';
import { readTraces } from '../../platform/readTraces.ts';
import { openBrowser } from '../page/openScrimPage.ts';
import { serveTestPage } from '../page/serveTestPage.ts';
import { driverOf, type RecorderId } from './runTruth.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** What the page tells while the real recorder runs on it. */
async function detect(before: string): Promise<readonly DetectedRecorder[]> {
  const page = await serveTestPage(browser, { '/': { body: '<!doctype html><p>text</p>' } });
  try {
    await page.evaluate(before);
    return parseTraces(await page.evaluate(readTraces));
  } finally {
    await page.close();
  }
}

test.each([
  ['sentry', {}, { id: 'sentry', version: '11.12.0' }],
  ['datadog', { defaultPrivacyLevel: 'allow' }, { id: 'datadog', options: { defaultPrivacyLevel: 'allow' } }],
  ['openreplay', {}, { id: 'openreplay' }],
] as const)('finds %s while it runs', async (recorder: RecorderId, options, expected) => {
  const found = await detect(`${await driverOf(recorder)};recorderDriver.start(${JSON.stringify(options)})`);
  expect(found).toContainEqual(expect.objectContaining(expected));
});

test('finds nothing on a page that runs none', async () => {
  expect(await detect('void 0')).toEqual([]);
});

test('a page full of traps tells nothing and does no harm', async () => {
  const traps = `
    Object.defineProperty(window, '__SENTRY__', { value: new Proxy({}, { get() { throw new Error('trap'); } }) });
    window.DD_RUM = { getInitConfiguration() { throw new Error('trap'); } };
    const cycle = {}; cycle.self = cycle; cycle.toJSON = () => { throw new Error('trap'); };
    window.posthog = { version: {}, config: { session_recording: { maskInputOptions: cycle, blockSelector: 'x'.repeat(1e6) } } };`;
  const found = await detect(traps);
  expect(found.map(({ id }) => id)).toEqual(['sentry', 'posthog', 'datadog']);
  expect(found.every(({ options, version }) => options === undefined && version === undefined)).toBe(true);
});
