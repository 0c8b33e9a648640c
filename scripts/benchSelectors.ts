// `npm run bench:selectors -- [--data <folder>] [--misses] [--check]`: selectors for real elements, ours and those of
// other makers, and how many of them still take the same elements after a simulated redeploy (docs/selectors.md).
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type SelectorTarget, selectorTargets } from '../test/bench/selectors/selectorTargets.ts';
import { projectRoot } from './projectRoot.ts';
import { isHeldOut } from './selectors/isHeldOut.ts';
import { measurePage, ours, redeploys, type SelectorResult } from './selectors/measurePage.ts';
import { printNameFigures } from './selectors/printNameFigures.ts';
import { selectorBrowser } from './selectors/selectorBrowser.ts';

const aim = 0.9;

interface Line {
  readonly by: string;
  readonly count: number;
  readonly right: number;
  readonly survived: number;
  readonly medianLength: number;
  readonly medianTime: number;
  readonly longestTime: number;
}

function summarise(results: readonly SelectorResult[]): Line[] {
  const names = [...new Set(results.flatMap(({ made }) => made.map(({ by }) => by)))];
  return names.map((by) => {
    const entries = results.flatMap(({ made, survived }) =>
      made.flatMap((one, index) => (one.by === by ? [{ ...one, survived: survived[index] ?? 0 }] : [])),
    );
    const share = (sum: number) => sum / entries.length;
    const times = entries.map(({ milliseconds }) => milliseconds);
    return {
      by,
      count: entries.length,
      right: share(entries.filter(({ isRight }) => isRight).length),
      survived: share(entries.reduce((sum, one) => sum + one.survived, 0) / redeploys),
      medianLength: median(entries.filter(({ isRight }) => isRight).map(({ selector }) => selector.length)),
      medianTime: median(times),
      longestTime: Math.max(...times),
    };
  });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  console.log('  generator               elements     right  survives  length      ms  longest');
  for (const { by, count, right, survived, medianLength, medianTime, longestTime } of lines) {
    const shares = [right, survived].map((share) => `${(share * 100).toFixed(1)} %`.padStart(10)).join('');
    const times = medianTime.toFixed(1).padStart(8) + longestTime.toFixed(0).padStart(9);
    console.log(
      `  ${by.padEnd(24)}${String(count).padStart(8)}${shares}${String(medianLength).padStart(8)}${times}`,
    );
  }
}

/** @returns whether ours survives at least so often, and more often than any other in the same table */
function tell(title: string, results: readonly SelectorResult[], least = 0): boolean {
  const lines = summarise(results);
  print(title, lines);
  const own = lines.find(({ by }) => by === ours)?.survived ?? 0;
  return own >= least && lines.every(({ by, survived }) => by === ours || survived < own);
}

/** Whether a selector that is called stable holds longer than one that is called fragile. */
function printStability(results: readonly SelectorResult[]): void {
  console.log('\nOurs that were right, by how long they were said to hold');
  for (const [word, from, to] of [
    ['stable', 0.7, 1.01],
    ['fair', 0.4, 0.7],
    ['fragile', 0, 0.4],
  ] as const) {
    const some = results.flatMap(({ made: [first], survived: [times = 0] }) => {
      const { stability = 0, isRight = false } = first ?? {};
      return isRight && stability >= from && stability < to ? [times / redeploys] : [];
    });
    const share = some.reduce((sum, one) => sum + one, 0) / some.length;
    console.log(
      `  ${word.padEnd(24)}${String(some.length).padStart(8)}${(share * 100).toFixed(1).padStart(18)} %`,
    );
  }
}

/** Where the set was not on the slider and was found by clicking examples. */
function printClicks(results: readonly SelectorResult[]): void {
  const clicks = results.flatMap(({ made: [first] }) => first?.clicks ?? []);
  if (clicks.length === 0) return;
  console.log(
    `\nBy examples, not on the slider: ${clicks.length}, clicks ${clicks.sort((a, b) => a - b).join(' ')}`,
  );
}

/** Never of the pages that are kept apart: whoever reads them tunes on them. */
function printMisses(results: readonly SelectorResult[]): void {
  for (const { row, tool, made, survived } of results) {
    if (survived[0] === redeploys) continue;
    console.log(`\n${row.page} ${row.target} ${row.matches} [${tool}]`);
    for (const [index, { by, selector, isRight }] of made.entries()) {
      const word = isRight ? `${survived[index]}/${redeploys}` : 'wrong';
      console.log(`  ${word.padEnd(6)}${by}: ${selector}`);
    }
  }
}

function report(results: readonly SelectorResult[], showsMisses: boolean): boolean {
  if (showsMisses) printMisses(results.filter(({ row }) => !isHeldOut(row.page)));
  const pages = new Set(results.map(({ row }) => row.page)).size;
  console.log(`\n${results.length} elements on ${pages} pages, ${redeploys} redeploys each`);
  const kept = [
    ['pages that were looked at', results.filter(({ row }) => !isHeldOut(row.page))],
    ['pages kept apart', results.filter(({ row }) => isHeldOut(row.page))],
  ] as const;
  const isKept = tell('All of them', results, aim);
  printClicks(results);
  const areAhead = kept
    .flatMap(([which, some]) => [
      tell(
        `One element alone, ${which}`,
        some.filter(({ row }) => row.matches === 'one'),
      ),
      tell(
        `Everything of its kind, ${which}`,
        some.filter(({ row }) => row.matches === 'all'),
      ),
    ])
    .every(Boolean);
  return isKept && areAhead;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      check: { type: 'boolean' },
      misses: { type: 'boolean' },
      pages: { type: 'string' },
    },
  });
  const data = resolve(values.data ?? join(projectRoot, '../shared/data'));
  if (!existsSync(join(data, 'forms-train'))) {
    console.error(`There is no forms-train in ${data}: give the folder with --data.`);
    return 2;
  }
  const byPage = new Map<string, SelectorTarget[]>();
  for (const row of selectorTargets)
    if (row.page.includes(values.pages ?? '')) byPage.set(row.page, [...(byPage.get(row.page) ?? []), row]);
  const browser = await selectorBrowser(data);
  const results: SelectorResult[] = [];
  try {
    for (const [page, rows] of byPage) {
      const found = await measurePage(browser, page, rows);
      results.push(...found);
      const missing = rows.filter((row) => !found.some((one) => one.row === row));
      for (const { target } of missing) console.log(`not on its page: ${page} ${target}`);
    }
  } finally {
    await browser.close();
  }
  const isKept = report(results, values.misses === true);
  printStability(results);
  printNameFigures();
  return values.check && !isKept ? 1 : 0;
}

process.exitCode = await main();
