import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DetectedRecorder, parseTraces } from '../../core/detection/detectedRecorder.ts';
import { callSources } from '../../core/detection/pageCalls.ts';
import { readTraces } from '../../core/detection/readTraces.ts';
import { recorderTraces } from '../../core/detection/recorderTraces.ts';
import { profileById } from '../../core/profiles/registry.ts';
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
    return parseTraces(await page.evaluate(readTraces, { traces: recorderTraces, calls: callSources }));
  } finally {
    await page.close();
  }
}

const sentry = {
  mask: ['.name', '.mail'],
  unmask: ['.safe'],
  block: ['.card'],
  ignore: ['.field'],
  maskAllText: false,
  blockAllMedia: true,
};

test.each([
  [
    'sentry',
    sentry,
    {
      version: '11.12.0',
      replay: true,
      untold: ['maskAttributes'],
      options: {
        maskAllText: false,
        maskAllInputs: true,
        blockAllMedia: true,
        mask: ['.name,.mail'],
        unmask: ['.safe'],
        block: ['.card'],
        ignore: ['.field'],
      },
    },
  ],
  ['sentry', {}, { replay: true, options: { maskAllText: true, maskAllInputs: true, blockAllMedia: true } }],
  [
    'datadog',
    { defaultPrivacyLevel: 'allow' },
    { version: '7.16.2', options: { defaultPrivacyLevel: 'allow' } },
  ],
  [
    'openreplay',
    { defaultInputMode: 0, privateMode: true },
    { version: '19.0.1', options: { defaultInputMode: 0, privateMode: true } },
  ],
] as const)(
  'finds %s while it runs with %j, and its configuration',
  async (recorder: RecorderId, options, told) => {
    const found = await detect(
      `${await driverOf(recorder)};recorderDriver.start(${JSON.stringify(options)})`,
    );
    const one = found.find(({ id }) => id === recorder);
    expect(one).toMatchObject(told);
    expect(() => profileById(recorder)?.parseOptions(one?.options)).not.toThrow();
  },
);

test('finds Clarity by the function that its tag leaves', async () => {
  const tag = `window.clarity = function () { (window.clarity.q = window.clarity.q || []).push(arguments); }; clarity('set', 'a', 'b');`;
  expect(await detect(tag)).toEqual([{ id: 'clarity', name: 'Microsoft Clarity' }]);
});

test('finds nothing on a page that runs none', async () => {
  expect(await detect('void 0')).toEqual([]);
});

test('elements whose ids are the names of recorders are none', async () => {
  const ids = 'heap pendo amplitude H clarity posthog mixpanel rrweb smartlook faro hj NREUM FS dT_';
  const markup = ids
    .split(' ')
    .map((id) => `<form id="${id}"><input name="appid"><input name="config"><input name="VERSION"></form>`)
    .join('');
  const found = await detect(`document.body.innerHTML = ${JSON.stringify(markup)}`);
  expect(found).toEqual([]);
});

test('a page full of traps tells nothing and does no harm', async () => {
  const traps = `
    Object.defineProperty(window, '__SENTRY__', { value: new Proxy({}, { get() { throw new Error('trap'); } }) });
    window.DD_RUM = { version: '7.0.0', init() {}, getInitConfiguration() { throw new Error('trap'); } };
    const cycle = {}; cycle.self = cycle; cycle.toJSON = () => { throw new Error('trap'); };
    Object.prototype.toJSON = () => '{"found":[]}';
    window.posthog = { capture() {}, version: {}, config: { session_recording: { maskInputOptions: cycle, blockSelector: 'x'.repeat(1e6) } } };`;
  expect(await detect(traps)).toEqual([]);
  const found = await detect(traps.replace(/Object.prototype.*/, ''));
  expect(found.map(({ id }) => id)).toEqual(['posthog', 'datadog']);
  expect(found.every(({ options, version }) => options === undefined && version !== '')).toBe(true);
});
