import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Treatment } from '../../core/treatment/treatment.ts';
import { simulateHere } from '../conformance/simulateHere.ts';
import { openBrowser } from './openScrimPage.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const variant = {
  recorder: 'datadog',
  name: 'an allow-list',
  options: { defaultPrivacyLevel: 'mask-unless-allowlisted' },
} as const;

/** What Scrim says of two texts of a page, given a script that runs in its head. */
async function treatments(script: string, watch = 0): Promise<readonly (Treatment | undefined)[]> {
  const html = `<!doctype html><script>${script}</script><p>Known</p><p>Other</p>`;
  const records = await simulateHere(browser, variant, `data:text/html,${encodeURIComponent(html)}`, watch);
  const paragraphs = records.filter(({ channel, path }) => channel === 'text' && path.includes('> p'));
  return paragraphs.map(({ treatment }) => treatment);
}

test('what the page allows is captured, all else is masked', async () => {
  expect(await treatments(`window.$DD_ALLOW = new Set(['known'])`)).toEqual(['captured', 'masked']);
});

test('without a list nothing is allowed', async () => {
  expect(await treatments('')).toEqual(['masked', 'masked']);
});

test.each([
  ['throws', `Object.defineProperty(window, '$DD_ALLOW', { get() { throw new Error('trap'); } })`],
  ['is no collection', 'window.$DD_ALLOW = { size: 1 }'],
  ['never ends', 'window.$DD_ALLOW = { *[Symbol.iterator]() { for (;;) yield "x"; } }'],
  ['ends the walk', `window.$DD_ALLOW = { [Symbol.iterator]() { throw new Error('trap'); } }`],
])('a list that %s tells nothing: unknown', async (_name, script) => {
  expect(await treatments(script)).toEqual(['unknown', 'unknown']);
});

test('a list may grow: what comes later and is not in it is unknown', async () => {
  const late = `addEventListener('load', () => setTimeout(() => { for (const text of ['Known', 'Late'])
    document.body.append(Object.assign(document.createElement('p'), { textContent: text })); }, 200))`;
  expect(await treatments(`window.$DD_ALLOW = new Set(['known']); ${late}`, 800)).toEqual([
    'captured',
    'masked',
    'captured',
    'unknown',
  ]);
});
