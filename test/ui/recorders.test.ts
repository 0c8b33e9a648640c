import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteAnswer } from '../../core/detection/siteAnswers.ts';
import { type Harness, openHarness, scanned } from './openHarness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

const configuration = (page: Page) =>
  page.$eval('[data-configuration]', (part) => part.getAttribute('data-configuration'));
const played = (page: Page) =>
  page.$eval('.recorder-chip[aria-pressed=true]', (chip) => chip.getAttribute('data-recorder'));
const words = (page: Page) => page.$eval('.recorders', (part) => part.textContent ?? '');
const press = (page: Page, selector: string) => page.click(selector);
const kept = (page: Page) =>
  page.evaluate(() => (window as unknown as { harness: { sites?: SiteAnswer[] } }).harness.sites ?? []);
const until = (page: Page, source: string) => page.waitForSelector(`[data-configuration=${source}]`);

/** Types into the field beside the recorders and leaves it. */
async function paste(page: Page, text: string): Promise<void> {
  await press(page, '[data-action=paste-configuration]');
  await page.waitForSelector('.recorders textarea');
  await page.type('.recorders textarea', text);
  await page.$eval('.recorders textarea', (field) => field.blur());
}

describe('the first screen of the panel', () => {
  it('names the recorders of the page, plays the first and says whose configuration is in force', async () => {
    const page = await harness.open('other-recorder');
    await scanned(page);
    expect(await played(page)).toBe('datadog');
    expect(await words(page)).toMatch(/Found on this page:.*Datadog 7\.16\.2.*Hotjar/s);
    expect(await configuration(page)).toBe('page');
    await page.close();
  });

  it('says so where none was found', async () => {
    const page = await harness.open('leaks');
    await scanned(page);
    expect(await words(page)).toContain('No recorder was found on this page. FullStory is played.');
    await page.close();
  });

  it('does not play a recorder whose script does not record', async () => {
    const page = await harness.open('recorder-asked');
    await scanned(page);
    expect(await played(page)).toBe('clarity');
    expect(await words(page)).toContain('Sentry 11.12.0 (does not record)');
    await page.close();
  });

  it('asks once for a configuration that nobody knows, and keeps the answer for the site', async () => {
    const page = await harness.open('recorder-asked');
    await scanned(page);
    expect(await configuration(page)).toBe('not-known');
    await paste(page, '{ "content": false }');
    await until(page, 'typed');
    expect(await kept(page)).toEqual([
      { origin: 'https://shop.example.com', configurations: { clarity: '{ "content": false }' } },
    ]);
    await page.close();
  });

  it('takes "the defaults" for an answer', async () => {
    const page = await harness.open('recorder-asked');
    await scanned(page);
    await press(page, '[data-action=use-defaults]');
    await until(page, 'defaults');
    expect(await kept(page)).toEqual([
      { origin: 'https://shop.example.com', configurations: { clarity: '' } },
    ]);
    await page.close();
  });

  it('keeps what was typed, also when it cannot be read', async () => {
    const page = await harness.open('recorder-asked');
    await scanned(page);
    await paste(page, '{ "content": ');
    await page.waitForSelector('.field-problem');
    expect(await page.$eval('.recorders textarea', (field) => field.value)).toBe('{ "content": ');
    expect((await kept(page))[0]?.configurations).toEqual({ clarity: '{ "content": ' });
    await page.close();
  });

  it('plays another recorder of the page at one press, and keeps the choice', async () => {
    const page = await harness.open('recorders-many');
    await scanned(page);
    expect(await played(page)).toBe('sentry');
    await press(page, '[data-recorder=rrweb]');
    await page.waitForSelector('[data-recorder=rrweb][aria-pressed=true]');
    await scanned(page);
    expect((await kept(page))[0]?.recorder).toBe('rrweb');
    await page.close();
  });

  it('never replaces what the page tells by what was said on an earlier visit, and says both', async () => {
    const page = await harness.open('recorders-many');
    await scanned(page);
    expect(await configuration(page)).toBe('page');
    expect(await words(page)).toContain('The page does not tell maskAttributes');
    expect(await words(page)).toContain('Yours is kept and not used.');
    await press(page, '[data-action=use-own-configuration]');
    await until(page, 'typed');
    expect(await words(page)).toContain('The page tells another one.');
    await press(page, '[data-action=use-page-configuration]');
    await until(page, 'page');
    await page.close();
  });

  it('forgets a site on request', async () => {
    const page = await harness.open('recorders-many');
    await scanned(page);
    await press(page, '[data-action=session]');
    await page.waitForSelector('[data-action=forget-site]');
    await press(page, '[data-action=forget-site]');
    await page.waitForFunction(() => !document.querySelector('[data-action=forget-site]'));
    expect(await kept(page)).toEqual([]);
    expect(await words(page)).not.toContain('Yours is kept');
    await page.close();
  });
});
