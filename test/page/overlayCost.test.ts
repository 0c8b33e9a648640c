import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './openScrimPage.ts';
import { measureOverlayCost, tablePage } from './overlayCost.ts';
import { serveTestPage } from './serveTestPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('costs a small part of the script of one element per box, for 10,000 boxes', async () => {
  const page = await serveTestPage(browser, { '/': { body: tablePage(1250) } });
  const cost = await measureOverlayCost(page, 'td', 10_000);
  expect(cost.boxes).toBe(10_000);
  // The goal is a tenth (docs/benchmarks.md, P4); an eighth leaves room for a busy machine.
  expect(cost.overlay.script * 8).toBeLessThan(cost.elementPerBox.script);
  // With everything that follows while the page is idle, still a fraction.
  expect((cost.overlay.script + cost.overlay.idleScript) * 4).toBeLessThan(cost.elementPerBox.script);
  expect(cost.scrollFrame * 8).toBeLessThan(cost.scrollFrameElementPerBox);
});
