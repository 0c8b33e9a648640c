import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness, type Scheme } from './openHarness.ts';
import { states } from './states.ts';

const shots = fileURLToPath(new URL('../../out/ui/', import.meta.url));
/** Nothing but colours differs in the dark: one width shows it. */
const widths: Readonly<Record<Scheme, readonly number[]>> = { light: [320, 360, 700], dark: [360] };
/** Pictures to look at, on request: `SCRIM_PICTURES=1`. They are no part of what is tested, and a third of the time. */
const takesPictures = process.env.SCRIM_PICTURES === '1';
/** The width of a side panel as it opens: at this one a picture is kept. */
const pictured = 360;
const schemes: readonly Scheme[] = ['light', 'dark'];

let harness: Harness;
/** Windows in which a state was found finished: what failed may still be busy. */
const free: Page[] = [];
beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  harness = await openHarness();
});
afterAll(() => harness?.close());

// Two at a time (vitest.config.ts): one draws while axe reads the other.
describe.concurrent.each(states)('$name', ({ name, case: start, reach }) => {
  it('is finished: nothing for axe to find, nothing cut off, light and dark, at every width', async () => {
    const page = await harness.open(start, { ownWindow: true, again: free.pop() });
    await reach(page);
    await page.addScriptTag({ url: '/axe.min.js' });
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const width of widths[scheme]) {
        await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
        if (takesPictures && width === pictured)
          await page.screenshot({ path: `${shots}${name}-${width}-${scheme}.png`, fullPage: true });
        expect(await overflow(page), `${scheme} at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(await axeFindings(page, scheme), scheme).toEqual([]);
    }
    expect(await untranslated(page)).toEqual([]);
    free.push(page);
  });
});

/** How many pixels the panel is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The inspected page and the replay are not ours to judge; in the dark only colours can differ. */
function axeFindings(page: Page, scheme: Scheme): Promise<readonly string[]> {
  return page.evaluate(async (isDark) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const result = await axe.run('#app', {
      iframes: false,
      ...(isDark ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
    });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, scheme === 'dark');
}

/** A key that has no words comes back as it is. */
function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app *')]
      .filter((element) => element.children.length === 0 && !element.closest('.mono, iframe'))
      .map((element) => element.textContent ?? '')
      .filter((text) => /^[a-z]+[A-Za-z]*\.[a-z][\w.-]+$/.test(text)),
  );
}
