import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './projectRoot.ts';

const run = promisify(execFile);

/**
 * Installs what a benchmark measures beside ours, outside the project's own dependencies and without install scripts.
 *
 * @param bench folder of `scripts/` with `peers/package.json`
 * @returns the folder that holds their `node_modules`
 * @throws Error when npm cannot install them: a table without its peers would look like one with them
 */
export async function installPeers(bench: 'leaks' | 'selectors' | 'check'): Promise<string> {
  const folder = join(projectRoot, 'out', 'peers', bench);
  await mkdir(folder, { recursive: true });
  await cp(join(projectRoot, 'scripts', bench, 'peers', 'package.json'), join(folder, 'package.json'));
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]);
  return folder;
}
