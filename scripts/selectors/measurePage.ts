import type { MadeSelector } from '../../test/bench/selectors/selectorPage.ts';
import type { SelectorTarget } from '../../test/bench/selectors/selectorTargets.ts';
import type { OpenedPage, SelectorBrowser } from './selectorBrowser.ts';

/** What every generator made for one element, and what became of it. */
export interface SelectorResult {
  readonly row: SelectorTarget;
  /** What the page was built with. */
  readonly tool: string;
  readonly made: readonly MadeSelector[];
  /** For each selector: of `redeploys`, how many it survived; 0 for one that was not right to begin with. */
  readonly survived: readonly number[];
}

export const redeploys = 5;
export const ours = 'scrim';

/** Makers of a selector for one element; those that take a list of elements too. */
const others = {
  one: ['@medv/finder', 'css-selector-generator', 'optimal-select', 'copy selector'],
  all: ['css-selector-generator', 'optimal-select'],
} as const;

/** Some search all combinations of classes; nobody waits longer than this for a selector. */
const patience = 10_000;

/** @returns one result for each row whose target is on the page */
export async function measurePage(
  browser: SelectorBrowser,
  name: string,
  rows: readonly SelectorTarget[],
): Promise<SelectorResult[]> {
  let page = await browser.open(name, rows);
  const results: SelectorResult[] = [];
  for (const [index, row] of rows.entries()) {
    if (!page.counts[index]) continue;
    const made: MadeSelector[] = [];
    for (const by of [ours, ...others[row.matches]]) {
      const one = await page.ask<MadeSelector>(
        `selectorBench.make(${index}, ${JSON.stringify(by)})`,
        patience,
      );
      made.push(one ?? { by, selector: '', isRight: false, milliseconds: patience });
      if (!one) page = await browser.open(name, rows);
    }
    results.push({ row, tool: page.tool, made, survived: await survivals(page, index, made) });
  }
  await page.close();
  return results;
}

async function survivals(page: OpenedPage, index: number, made: readonly MadeSelector[]): Promise<number[]> {
  const selectors = JSON.stringify(made.map(({ selector }) => selector));
  const seeds = JSON.stringify(Array.from({ length: redeploys }, (_, seed) => seed + 1));
  const held = await page.ask<boolean[][]>(
    `${seeds}.map((seed) => selectorBench.survive(${index}, ${selectors}, seed))`,
  );
  return made.map(({ isRight }, at) => (isRight ? (held ?? []).filter((one) => one[at]).length : 0));
}
