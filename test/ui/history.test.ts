import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSince, openHistory } from './historyStates.ts';
import { type Harness, openHarness } from './openHarness.ts';
import { press, seen, view } from './panelHands.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
}, 120_000);
afterAll(() => harness.close());

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '));

describe('the history in the panel', () => {
  it('says which change opened a leak, who made it, and how to clean up', async () => {
    const page = await harness.open('history');
    await askSince(page, 'email');
    const since = await textOf(page, '[data-since=opened]');
    expect(since).toMatch(/Nov 20, 2026.* by kim\.sample@example\.com/);
    expect(since).toContain('“Customer e-mail” was changed: Applies to');
    await press(page, '.clean-up .disclosure-button');
    const steps = await textOf(page, '.clean-up pre');
    expect(steps).toMatch(/since 2026-11-20T09:30:00Z.*1\. Pause.*4\. Resume.*360032975713/);
    // A person's words are in it, but nothing of the page.
    expect(steps).not.toContain('robin');
    await page.close();
  });

  it('finds the change further back, and says so when no version hid it', async () => {
    const page = await harness.open('history');
    await askSince(page, 'phone');
    expect(await textOf(page, '[data-kind="detector.phone"] [data-since]')).toMatch(
      /Nov 3, 2026.* by alex.*when the rule “Titles” was deleted/,
    );
    await askSince(page, 'payment-card');
    expect(await textOf(page, '[data-kind="detector.payment-card"] [data-since]')).toMatch(
      /Not in the history that can be read \(back to Oct 12, 2026/,
    );
    await page.close();
  });

  it('puts a rule back as it was, as a draft', async () => {
    const page = await harness.open('history');
    await openHistory(page, 'rule-6');
    await press(page, '[data-rule=rule-6] [data-action=restore-rule]');
    await seen(page, '[data-rule=rule-6] .badge-draft');
    expect(await textOf(page, '[data-rule=rule-6] .rule-selector')).toBe('.order-note-v3');
    await view(page, 'draft');
    await seen(page, '[data-change=rule-6]');
    await page.close();
  });

  it('drafts a deleted rule anew', async () => {
    const page = await harness.open('history');
    await openHistory(page, 'rule-6');
    await press(page, '.gone-rules .disclosure-button');
    expect(await textOf(page, '[data-gone="[title]"]')).toMatch(
      /Titles \[title\] Deleted on Nov 3, 2026.* by alex/,
    );
    await press(page, '[data-gone="[title]"] [data-action=recreate-rule]');
    await view(page, 'draft');
    expect(await textOf(page, '.change')).toContain('[title]');
    await page.close();
  });

  it('says that a page is not recorded now, and leaves its leaks what they are', async () => {
    const page = await harness.open('not-recorded');
    await seen(page, '[data-state=recording-stopped]');
    expect(await textOf(page, '[data-state=recording-stopped]')).toContain('shop.example.com');
    await page.waitForSelector('main[data-scan-state=done][data-verdict=red]');
    await press(page, '[data-action=session]');
    const notes = await page.$$eval('.recording-notes [data-note]', (list) =>
      list.map((one) => one.getAttribute('data-note')),
    );
    expect(notes).toEqual(['geo', 'blocking', 'console-on', 'network-off', 'unread.targeting']);
    await page.close();
  });
});
