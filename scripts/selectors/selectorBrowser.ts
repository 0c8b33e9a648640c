import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import type { SelectorTarget } from '../../test/bench/selectors/selectorTargets.ts';
import { bundleScript } from '../bundleScript.ts';
import { findBrowser } from '../findBrowser.ts';
import { installPeers } from '../installPeers.ts';
import { launchChromium } from '../launchChromium.ts';
import { projectRoot } from '../projectRoot.ts';

/** One saved page, prepared: what was built into it, and how many elements each row's target finds. */
export interface OpenedPage {
  readonly tool: string;
  readonly counts: readonly number[];
  /** @returns null when it did not come back in time; the page is gone then */
  ask<T>(expression: string, patience?: number): Promise<T | null>;
  close(): Promise<void>;
}

export interface SelectorBrowser {
  open(page: string, rows: readonly SelectorTarget[]): Promise<OpenedPage>;
  close(): Promise<void>;
}

/**
 * A browser that opens saved pages with every generator in them.
 *
 * @param data folder with `forms-train` and `pages-clean`
 */
export async function selectorBrowser(data: string): Promise<SelectorBrowser> {
  const executablePath = await findBrowser({ kind: 'chrome', install: true, log: console.log });
  const script = await pageScript();
  let browser = await launchChromium({ executablePath, headless: true });

  async function restart(): Promise<void> {
    browser.process()?.kill('SIGKILL');
    browser = await launchChromium({ executablePath, headless: true });
  }

  async function open(name: string, rows: readonly SelectorTarget[]): Promise<OpenedPage> {
    const page = await browser.newPage();
    // Pages are read as they were saved: nothing of them runs or is loaded.
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url().startsWith('file:') ? request.continue() : request.abort());
    });
    await page.goto(pathToFileURL(join(data, name)).href, { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    const call = `selectorBench.prepare(${JSON.stringify(name)}, ${JSON.stringify(rows)})`;
    const { tool, counts } = (await page.evaluate(call)) as Pick<OpenedPage, 'tool' | 'counts'>;
    return {
      tool,
      counts,
      async ask<T>(expression: string, patience?: number) {
        if (patience === undefined) return (await page.evaluate(expression)) as T;
        const answer = await inTime<T>(page, expression, patience);
        // A thread that does not come back answers nothing, not even an order to stop: its browser goes.
        if (answer === null) await restart();
        return answer;
      },
      close: () => page.close(),
    };
  }

  return { open, close: () => browser.close() };
}

async function inTime<T>(page: Page, expression: string, patience: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(null);
    }, patience);
  });
  const working = page.evaluate(expression).catch((error: unknown) => {
    // The page goes with its browser after its time is up.
    if (isLate) return null;
    throw error;
  });
  const answer = await Promise.race([working, late]);
  clearTimeout(timer);
  return answer as T | null;
}

/** Ours from the project, the others from where they were installed. */
async function pageScript(): Promise<string> {
  const folder = await installPeers('selectors');
  const entry = join(folder, 'entry.js');
  await writeFile(
    entry,
    [
      "export { finder } from '@medv/finder';",
      "export { getCssSelector } from 'css-selector-generator';",
      "export { select } from 'optimal-select/lib/index.js';",
    ].join('\n'),
  );
  const bench = join(projectRoot, 'test/bench/selectors/selectorPage.ts');
  const scripts = [
    // optimal-select is written for bundlers that know Node's name for it.
    'globalThis.global = globalThis',
    await bundleScript(entry, 'selectorPeers'),
    await bundleScript(bench, 'selectorBench'),
    'globalThis.selectorPeers = selectorPeers',
    'globalThis.selectorBench = selectorBench',
    'void 0',
  ];
  return scripts.join(';\n');
}
