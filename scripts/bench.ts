import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { benchHtml, benchSelectors } from '../test/bench/benchHtml.ts';
import type { Timing } from '../test/bench/benchPage.ts';
import {
  type BenchReport,
  type BenchRow,
  formatReport,
  median,
  missesAim,
} from '../test/bench/benchTable.ts';
import { bundleScript } from './bundleScript.ts';
import { findBrowser } from './findBrowser.ts';
import { launchChromium } from './launchChromium.ts';
import { projectRoot } from './projectRoot.ts';

// `npm run bench [-- --check]`: every figure is a ratio to a control measured in the same run and page, because
// the machine's own speed is nobody's merit. With --check it exits 1 when an aim is missed.

const sizes = [10_000, 70_000];
const runs = 7;
const boxes = 10_000;

/** performance.md P2, P4, P5: no slower than the naive loop, a tenth of one element per box, a quarter of rrweb. */
const aims = { matching: 1, overlay: 0.1, capture: 0.25 };

type Bench = (page: Page, what: string) => Promise<BenchRow>;

async function matching(page: Page, what: string): Promise<BenchRow> {
  return rowOf(
    what,
    aims.matching,
    await call<Timing>(page, 'matching', { selectors: benchSelectors(1000), runs }),
  );
}

async function capture(page: Page, what: string): Promise<BenchRow> {
  return rowOf(what, aims.capture, await call<Timing>(page, 'capture', { runs }));
}

/** Script time by the browser's own account: callbacks of observers and frames are in it. */
async function overlay(page: Page, what: string): Promise<BenchRow> {
  const ours: number[] = [];
  const control: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const one = await scriptTime(page, 'overlayOurs');
    const other = await scriptTime(page, 'overlayControl');
    // The first run of each warms up.
    if (run > 0) {
      ours.push(one);
      control.push(other);
    }
  }
  return rowOf(what, aims.overlay, { ours, control, detail: { boxes } });
}

async function scriptTime(page: Page, name: string): Promise<number> {
  const before = (await page.metrics()).ScriptDuration ?? 0;
  await call(page, name, { boxes });
  const after = (await page.metrics()).ScriptDuration ?? 0;
  await call(page, 'overlayClear', {});
  return (after - before) * 1000;
}

function rowOf(what: string, aim: number, timing: Timing): BenchRow {
  return { what, ours: median(timing.ours), control: median(timing.control), aim, detail: timing.detail };
}

async function call<T>(page: Page, name: string, argument: unknown): Promise<T> {
  return (await page.evaluate(`scrimBench.${name}(${JSON.stringify(argument)})`)) as T;
}

async function runBench(
  browser: Browser,
  script: string,
  name: string,
  control: string,
  bench: Bench,
): Promise<BenchReport> {
  const rows: BenchRow[] = [];
  for (const size of sizes) {
    const page = await browser.newPage();
    await page.setContent(benchHtml(size), { waitUntil: 'load' });
    await page.evaluate(`${script};void 0`);
    rows.push(await bench(page, `${name}, about ${size.toLocaleString('en')} elements`));
    await page.close();
  }
  return { name, control, rows };
}

async function main(argv: readonly string[]): Promise<number> {
  const script = (await bundleScript(join(projectRoot, 'test/bench/benchPage.ts'), 'scrimBench')).replace(
    'var scrimBench',
    'globalThis.scrimBench',
  );
  const executablePath = await findBrowser({ kind: 'chrome', install: true, log: console.log });
  const browser = await launchChromium({ executablePath, headless: true });
  let missed = 0;
  try {
    const folder = join(projectRoot, 'out', 'bench');
    await mkdir(folder, { recursive: true });
    for (const [name, control, bench] of [
      ['matching', 'querySelectorAll loop', matching],
      ['capture', 'rrweb-snapshot', capture],
      ['overlay', 'one element per box', overlay],
    ] as const) {
      const report = await runBench(browser, script, name, control, bench);
      await writeFile(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
      console.log(`${formatReport(report)}\n`);
      missed += report.rows.filter(missesAim).length;
    }
  } finally {
    await browser.close();
  }
  return argv.includes('--check') && missed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
