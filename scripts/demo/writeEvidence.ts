import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { projectRoot } from '../projectRoot.ts';
import type { Downloads } from './downloadsOf.ts';
import { panelHooks } from './panelHooks.ts';

export interface Evidence {
  /** What the panel says about the page, in its own words. */
  readonly verdict: string;
  /** `red`, `amber` or `green`. */
  readonly level: string;
  readonly files: readonly string[];
}

export interface EvidenceSource {
  readonly page: Page;
  readonly panel: Page;
  readonly downloads: Downloads;
}

const scanTimeout = 100_000;

/** Writes out/page.png (with the overlay), out/panel.png and out/report.json, the panel's own export. */
export async function writeEvidence({ page, panel, downloads }: EvidenceSource): Promise<Evidence> {
  const verdict = await readVerdict(panel);
  const folder = join(projectRoot, 'out');
  await mkdir(folder, { recursive: true });
  const [pageFile, panelFile, reportFile] = ['page.png', 'panel.png', 'report.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await page.screenshot({ path: pageFile });
  await panel.screenshot({ path: panelFile });
  await panel.locator(panelHooks.exportReport).click();
  await copyFile(await downloads.next(), reportFile);
  return { ...verdict, files: [pageFile, panelFile, reportFile] };
}

/**
 * The verdict as it stands in the panel once the scan is finished and the page has not changed since.
 *
 * @throws with the panel's own words when the page could not be scanned
 */
export async function readVerdict(panel: Page): Promise<{ verdict: string; level: string }> {
  const settled = `${panelHooks.scanned}:not(:has(${panelHooks.stale}))`;
  const main = await panel.waitForSelector(`${settled}, ${panelHooks.failed}`, { timeout: scanTimeout });
  const [state, level] = (await main?.evaluate((element) => [
    element.getAttribute('data-scan-state'),
    element.getAttribute('data-verdict'),
  ])) ?? [null, null];
  if (state !== 'done') throw new Error(await panel.$eval('main', (element) => element.textContent));
  const verdict = await panel.$eval(panelHooks.verdict, (element) => element.textContent?.trim() ?? '');
  return { verdict, level: level ?? 'none' };
}
