import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../findBrowser.ts';
import { installPeers } from '../installPeers.ts';
import type { BenchRun } from './benchParts.ts';
import { measureCommand } from './measureCommand.ts';

/** pa11y-ci and axe over the same pages, in the browser that the check has: what people accept in CI. */
export async function benchPeers(run: BenchRun): Promise<void> {
  const peers = await installPeers('check');
  const executablePath = await findBrowser({ kind: 'chrome', install: false, log: console.log });
  const urls = readFileSync(run.list, 'utf8').split('\n');
  const chromeLaunchConfig = { executablePath, args: ['--no-sandbox', '--disable-gpu'] };
  mkdirSync(run.folder, { recursive: true });
  const config = join(run.folder, 'pa11yci.json');
  const defaults = { chromeLaunchConfig, concurrency: 2, timeout: 60_000 };
  writeFileSync(config, JSON.stringify({ defaults, urls }));
  const pa11y = join(peers, 'node_modules', 'pa11y-ci', 'bin', 'pa11y-ci.js');
  await tell('pa11y-ci, 2 at a time', run, [pa11y, '--config', config]);
  const axe = join(peers, 'axeRun.mjs');
  writeFileSync(axe, axeRun);
  await tell('axe, a tab for each page', run, [axe, run.list, executablePath]);
}

async function tell(what: string, { count, folder }: BenchRun, args: readonly string[]): Promise<void> {
  const { seconds, processorSeconds, memory, code } = await measureCommand(process.execPath, args, {
    cwd: folder,
  });
  const most = Math.max(...memory.map(({ all }) => all));
  console.log(
    `${what.padEnd(26)} ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of the processor: ${(count / processorSeconds).toFixed(2)} pages for each second of the processor, ${most.toFixed(0)} MB at most, exit code ${code}`,
  );
}

/** As its documentation has it (https://www.npmjs.com/package/@axe-core/puppeteer). */
const axeRun = `
import { readFileSync } from 'node:fs';
import { AxePuppeteer } from '@axe-core/puppeteer';
import puppeteer from 'puppeteer';
const [, , list, executablePath] = process.argv;
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const url of readFileSync(list, 'utf8').split('\\n')) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await new AxePuppeteer(page).analyze();
  } catch (error) {
    console.error(url, error.message);
  }
  await page.close();
}
await browser.close();
`;
