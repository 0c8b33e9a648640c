import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { judgeSeeds } from '../../scripts/leaks/seeded/judgeSeeds.ts';
import { seededRecorders } from '../../scripts/leaks/seeded/seededRecorders.ts';
import { seedPage } from '../../scripts/leaks/seeded/seedPage.ts';
import { seedPlaces } from '../../scripts/leaks/seeded/seedPlaces.ts';
import { openBrowser, openScrimPage } from './openScrimPage.ts';

const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><main><div><p>Your order</p></div></main></body></html>';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('values planted in every place of a live page', () => {
  test.each(seededRecorders().map(({ profile, options }) => [profile.id, options, profile] as const))(
    'are found wherever %s sends them',
    async (id, options, profile) => {
      const planted = seedPage(html, seedPlaces, id.length);
      const { page, call } = await openScrimPage(browser, planted.html);
      const scan = await call<CaptureScan>('scan', { profile: id, options, ruleSet: profile.offlineRules() });
      await page.close();
      const verdicts = await judgeSeeds(scan, planted.seeds);
      const sent = verdicts.filter(({ isSent }) => isSent);
      expect(sent.length).toBeGreaterThan(60);
      const missed = sent.filter(({ isFound }) => !isFound);
      expect(missed.map(({ seed: { place, value } }) => `${place}: ${value.written}`)).toEqual([]);
      expect(verdicts.filter(({ isSent, isFound }) => isFound && !isSent)).toEqual([]);
      if (id === 'rrweb') {
        const live = new Set(seedPlaces.filter(({ isLive }) => isLive).map((place) => place.id));
        expect(sent.filter(({ seed }) => live.has(seed.place)).length).toBeGreaterThan(6);
      }
    },
  );
});
