// Runs at the end of `npm install`. Plain JavaScript: it may run under a Node that cannot strip types.
// Makes `npx scrim` work at once. Never fails the installation: what is missing is said, and made on first use.
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePageScript } from './ensurePageScript.mjs';

const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

/** npm 11 finds the root package's own command; older ones would ask the registry for a package of that name. */
function linkCommand() {
  const link = join(bin, 'scrim');
  if (process.platform === 'win32' || !existsSync(bin) || existsSync(link)) return;
  symlinkSync('../../bin/scrim.mjs', link);
}

for (const step of [ensurePageScript, linkCommand]) {
  try {
    const problem = step();
    if (problem) console.warn(`scrim: ${problem}. It will be tried again when it is needed.`);
  } catch (error) {
    console.warn(
      `scrim: ${error instanceof Error ? error.message : error}. The installation itself is complete.`,
    );
  }
}
