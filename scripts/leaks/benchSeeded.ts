import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBrowserHost } from '../../cli/browserHost.ts';
import { scanSavedPage } from '../../core/saved/scanSavedPage.ts';
import { buildPageScript } from '../buildPageScript.ts';
import { launchChromium } from '../launchChromium.ts';
import { judgeSeeds } from './seeded/judgeSeeds.ts';
import { printSeededScore } from './seeded/printSeededScore.ts';
import { type SeededRecorder, seededRecorders } from './seeded/seededRecorders.ts';
import { createSeededScore, type SeededScore } from './seeded/seededScore.ts';
import { seedPage } from './seeded/seedPage.ts';
import { seedPlaces } from './seeded/seedPlaces.ts';

/** Real pages to plant in; they are read at run time and never copied. */
const folders = ['pages-clean', 'forms-train'];
const pageUrl = 'https://shop.example/page';

export interface SeededBenchOptions {
  /** Every so many-th page is recorded in a browser; 0: none. */
  readonly browserEvery: number;
  /** Every so many-th page is used at all. */
  readonly every: number;
}

/** 254 saved pages take about a minute and a half, 22 in a browser another. */
const usual: SeededBenchOptions = { browserEvery: 12, every: 2 };

/**
 * Plants made-up values in every place of real pages, records the pages under several recorders, and prints how many of
 * the values that are sent the finder reports.
 *
 * @param data folder of the labelled data (docs/leaks.md names its sources)
 */
export async function benchSeeded(data: string, options = usual): Promise<void> {
  const files = (await Promise.all(folders.map((folder) => pagesIn(join(data, folder))))).flat();
  const used = files.filter((_, index) => index % options.every === 0);
  printSeededScore('saved pages', await onSavedPages(used));
  if (options.browserEvery === 0) return;
  const inBrowser = used.filter((_, index) => index % options.browserEvery === 0);
  printSeededScore('in a browser', await inRealBrowser(inBrowser));
}

async function pagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => join(folder, name));
}

function recorderFor(index: number): SeededRecorder {
  const recorders = seededRecorders();
  const recorder = recorders[index % recorders.length];
  if (!recorder) throw new Error('no recorders');
  return recorder;
}

async function onSavedPages(files: readonly string[]): Promise<SeededScore> {
  const places = seedPlaces.filter(({ isLive }) => !isLive);
  const score = createSeededScore();
  for (const [index, file] of files.entries()) {
    const { html, seeds } = seedPage(await readFile(file, 'utf8'), places, index + 1);
    const { profile, options } = recorderFor(index);
    const ruleSet = profile.offlineRules();
    const scan = scanSavedPage({ html, url: pageUrl, profile, options, ruleSet, resolveAddress });
    score.addPage(await judgeSeeds(scan, seeds));
  }
  return score;
}

function resolveAddress(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** Whoever saved the pages forbade scripts in them; some places need one. */
function withScripts(html: string): string {
  return html.replace(/<meta\s[^<>]{0,80}content-security-policy[^<>]{0,2000}>/gi, '');
}

const patience = { timeout: 30_000, wait: 0, watch: 0 };

async function inRealBrowser(files: readonly string[]): Promise<SeededScore> {
  const score = createSeededScore();
  const folder = await mkdtemp(join(tmpdir(), 'scrim-seeded-'));
  // Nothing is loaded from anywhere: the pages are what is in the files.
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND'];
  const pageScript = await readFile(await buildPageScript(), 'utf8');
  const host = createBrowserHost({ launch: () => launchChromium({ headless: true, args }), pageScript });
  try {
    for (const [index, file] of files.entries()) {
      const { html, seeds } = seedPage(withScripts(await readFile(file, 'utf8')), seedPlaces, index + 1);
      const path = join(folder, `${index}.html`);
      await writeFile(path, html);
      const { profile, options } = recorderFor(index);
      const request = { profile: profile.id, options, ruleSet: profile.offlineRules(), ...patience };
      const scan = await host.scan({ given: path, url: pathToFileURL(path).href }, request);
      score.addPage(await judgeSeeds(scan, seeds));
    }
  } finally {
    await host.close();
    await rm(folder, { recursive: true });
  }
  return score;
}
