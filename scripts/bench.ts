import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { measureAuthoring } from '../test/bench/authoringCost.ts';
import { benchHtml, benchSelectors } from '../test/bench/benchHtml.ts';
import type { Candidates, Timing } from '../test/bench/benchPage.ts';
import { type BenchReport, type BenchRow, formatReport, missesAim } from '../test/bench/benchTable.ts';
import { measureBlast } from '../test/bench/blastCost.ts';
import { measureOverlayCost } from '../test/bench/overlayCost.ts';
import { measureScan } from '../test/bench/scanCost.ts';
import { measureSlices } from '../test/bench/sliceCost.ts';
import { bundleScript } from './bundleScript.ts';
import { findBrowser } from './findBrowser.ts';
import { launchChromium } from './launchChromium.ts';
import { projectRoot } from './projectRoot.ts';

// `npm run bench [-- [table ...] [--check]]`: every figure is a ratio to a control measured in the same run and page, because
// the machine's own speed is nobody's merit. With --check it exits 1 when an aim is missed.

const sizes = [10_000, 70_000];
/** Elements of a page of about 250,000 nodes. */
const largest = 140_000;
/** The best run is taken, of ours and of the control: other programs only ever add. Short runs get more of them. */
const runsFor = (elements: number) => Math.max(9, Math.round(400_000 / elements));
const boxes = 10_000;

/** performance.md P2, P4, P5: no slower than the naive loop, a tenth of one element per box, a quarter of rrweb. */
const aims = { matching: 1, overlay: 0.1, overlayInAll: 0.25, capture: 0.25, fields: 0.1 };

/** The worker reads 5 MB of text a second with all detectors; one alone has a quarter of that time. */
const scanControl = 1000 / 5;
const scanAims = { all: 1, each: 0.25 };

/** An edit on 100 saved pages: no more than css-select takes for all rules, and two seconds. */
const blastAims = { loop: 1, seconds: 1 };
const blastControl = 2000;

/** A slice is 8 ms of work (`page/runSliced.ts`); 16 ms are a frame, 50 ms are felt. */
const slice = 8;
const sliceAims = { p95: 16 / slice, longest: 50 / slice };
const sliced = [
  { profile: 'fullstory', selectors: [] },
  { profile: 'sentry', selectors: [] },
  { profile: 'clarity', selectors: [] },
  { profile: 'fullstory', selectors: ['*:has(.none)'] },
  { profile: 'fullstory', selectors: [':has(~ .none)'] },
];

/** A frame at 60 Hz, and what is felt as at once (https://www.nngroup.com/articles/response-times-3-important-limits/). */
const authoringControls = { hover: 1000 / 60, edit: 100 };
/** A task of 50 ms is felt: what a click on an element may take until its selectors are there. */
const felt = 50;
const picks = 40;

type Bench = (page: Page, what: string, runs: number) => Promise<BenchRow[]>;

async function matching(page: Page, what: string, runs: number): Promise<BenchRow[]> {
  return rowOf(
    what,
    aims.matching,
    await call<Timing>(page, 'matching', { selectors: benchSelectors(1000), runs }),
  );
}

async function capture(page: Page, what: string, runs: number): Promise<BenchRow[]> {
  return rowOf(what, aims.capture, await call<Timing>(page, 'capture', { runs }));
}

async function fields(page: Page, what: string, runs: number): Promise<BenchRow[]> {
  return rowOf(what, aims.fields, await call<Timing>(page, 'fields', { runs }));
}

/** Selectors for one picked element; the first pick finds nothing compiled and no list read. */
async function candidates(page: Page, what: string): Promise<BenchRow[]> {
  const { first, p50, longest, ...detail } = await call<Candidates>(page, 'candidates', { picks, runs: 3 });
  return Object.entries({ first, median: p50, longest }).map(([which, ours]) => ({
    what: `${what}, ${which}`,
    ours,
    control: felt,
    aim: 1,
    detail,
  }));
}

/** Detectors run in the panel's worker or in Node: the same engine, and no page. */
function scanning(): BenchReport {
  const { all, each, characters } = measureScan();
  const row = (what: string, ours: number, aim: number): BenchRow => ({
    what,
    ours,
    control: scanControl,
    aim,
    detail: { 'MB a second': 1000 / ours },
  });
  const rows = [
    {
      ...row('all detectors, with decoded readings', all, scanAims.all),
      detail: { 'MB a second': 1000 / all, characters },
    },
    ...each.map(([what, cost]) => row(what, cost, scanAims.each)),
  ];
  return { name: 'scanning, milliseconds for a million characters', control: 'at 5 MB a second', rows };
}

/** What an edit changes on a hundred saved pages, in the worker's own code; no page. */
async function blast(data: string): Promise<BenchReport | null> {
  const costs = await measureBlast(data);
  if (!costs) return null;
  const rows = costs.flatMap(({ selector, ours, control, longest, changed }): BenchRow[] => {
    const detail = { 'pages changed': changed, 'longest silence': longest };
    return [
      { what: `${selector}, beside css-select for all rules`, ours, control, aim: blastAims.loop, detail },
      { what: `${selector}, beside 2 s`, ours, control: blastControl, aim: blastAims.seconds, detail: {} },
    ];
  });
  return { name: 'blast, an edit played on 100 saved pages', control: 'control', rows };
}

/** Boxes around everything on the page, up to 10,000: script until they are seen, in all, and per scrolled frame. */
async function overlay(page: Page, what: string): Promise<BenchRow[]> {
  const cost = await measureOverlayCost(page, 'body *', boxes);
  const control = cost.elementPerBox.script;
  const { script, idleScript } = cost.overlay;
  const detail = { boxes: cost.boxes };
  return [
    { what: `${what}, until seen`, ours: script, control, aim: aims.overlay, detail },
    {
      what: `${what}, with what follows when idle`,
      ours: script + idleScript,
      control,
      aim: aims.overlayInAll,
      detail,
    },
    {
      what: `${what}, per scrolled frame`,
      ours: cost.scrollFrame,
      control: cost.scrollFrameElementPerBox,
      aim: aims.overlay,
      detail,
    },
  ];
}

/** Pointing at elements with the picker, and changing a selector while its count and its boxes follow. */
async function authoring(page: Page, what: string): Promise<BenchRow[]> {
  const { elements, hover, edit } = await measureAuthoring(page);
  const row = (part: 'hover' | 'edit', words: string, { median, p95 }: typeof hover): BenchRow => ({
    what: `${what}, ${words}`,
    ours: p95,
    control: authoringControls[part],
    aim: 1,
    detail: { median, elements },
  });
  return [row('hover', 'hover to highlight, p95', hover), row('edit', 'edit to count and boxes, p95', edit)];
}

/** What one slice of a scan takes of the page's thread, beside what it is meant to take. */
async function slices(page: Page): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { profile, selectors } of sliced) {
    const cost = await measureSlices(page, { profile, options: {}, selectors });
    const what = `${[profile, ...selectors].join(' ')}`;
    const { p50, slices: count } = cost;
    for (const part of ['p95', 'longest'] as const)
      rows.push({
        what: `${what}, ${part}`,
        ours: cost[part],
        control: slice,
        aim: sliceAims[part],
        detail: { p50, slices: count },
      });
  }
  return rows;
}

/** Not laid out: on a page of this size that alone takes a minute, and no scan asks for it. */
async function openLargest(browser: Browser, script: string): Promise<Page> {
  const page = await browser.newPage();
  const html = benchHtml(largest);
  const body = html.slice(html.indexOf('<main>'), html.indexOf('</body>'));
  await page.evaluate((part) => {
    document.documentElement.style.display = 'none';
    document.body.innerHTML = part;
  }, body);
  await page.evaluate(`${script};void 0`);
  return page;
}

function rowOf(what: string, aim: number, timing: Timing): BenchRow[] {
  return [
    {
      what,
      ours: Math.min(...timing.ours),
      control: Math.min(...timing.control),
      aim,
      detail: timing.detail,
    },
  ];
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
    rows.push(...(await bench(page, `${name}, about ${size.toLocaleString('en')} elements`, runsFor(size))));
    await page.close();
  }
  return { name, control, rows };
}

const pageBenches: readonly (readonly [name: string, control: string, bench: Bench])[] = [
  ['matching', 'querySelectorAll loop', matching],
  ['capture', 'rrweb-snapshot', capture],
  ['fields', 'rrweb-snapshot', fields],
  ['overlay', 'one element per box', overlay],
  ['authoring', 'a frame, 100 ms', authoring],
  ['candidates', 'what is felt', candidates],
];

/** @param names tables that are wanted; none: all */
async function reportsOf(
  names: readonly string[],
  tell: (report: BenchReport, file: string) => Promise<void>,
  data: string,
) {
  const isWanted = (name: string) => names.length === 0 || names.includes(name);
  if (isWanted('scanning')) await tell(scanning(), 'scanning');
  if (isWanted('blast')) {
    const report = await blast(data);
    if (report) await tell(report, 'blast');
    else console.log(`blast: the pages it is measured on are not at ${data} (--data=folder)\n`);
  }
  const wanted = pageBenches.filter(([name]) => isWanted(name));
  if (wanted.length === 0 && !isWanted('slices')) return;
  const script = (await bundleScript(join(projectRoot, 'test/bench/benchPage.ts'), 'scrimBench')).replace(
    'var scrimBench',
    'globalThis.scrimBench',
  );
  const executablePath = await findBrowser({ kind: 'chrome', install: true, log: console.log });
  const browser = await launchChromium({ executablePath, headless: true });
  try {
    for (const [name, control, bench] of wanted)
      await tell(await runBench(browser, script, name, control, bench), name);
    if (!isWanted('slices')) return;
    const rows = await slices(await openLargest(browser, script));
    await tell({ name: 'slices', control: 'intended slice', rows }, 'slices');
  } finally {
    await browser.close();
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const names = argv.filter((argument) => !argument.startsWith('--'));
  const given = argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
  const data = given ?? join(projectRoot, '..', 'shared', 'data');
  const folder = join(projectRoot, 'out', 'bench');
  await mkdir(folder, { recursive: true });
  let missed = 0;
  await reportsOf(
    names,
    async (report, file) => {
      await writeFile(join(folder, `${file}.json`), `${JSON.stringify(report, null, 2)}\n`);
      console.log(`${formatReport(report)}\n`);
      missed += report.rows.filter(missesAim).length;
    },
    data,
  );
  return argv.includes('--check') && missed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
