// Plain JavaScript: called by bin/scrim.mjs and scripts/prepare.mjs, which may run under a Node that cannot
// strip types.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode } from './projectNode.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The page script last: it is written last. */
const names = ['visitorScript', 'pageScript'];
const scripts = names.map((name) => join(root, 'dist', `${name}.js`));
const entries = names.map((name) => join(root, 'cli', `${name}.ts`));
const buildTimeout = 120_000;

/**
 * Builds dist/pageScript.js and dist/visitorScript.js when one is missing or older than its sources.
 *
 * @returns {string | undefined} what went wrong, in plain words; undefined when the scripts are there and fresh
 */
export function ensurePageScript() {
  const isBuilt = scripts.every((script) => existsSync(script));
  const missing = entries.find((entry) => !existsSync(entry));
  if (missing) return isBuilt ? undefined : `${missing} is missing, so there is nothing to build`;
  if (isBuilt && scripts.every((script) => statSync(script).mtimeMs >= newestSource())) return undefined;
  const { status, error, stdout, stderr } = spawnSync(
    projectNode(),
    [join(root, 'scripts', 'build.ts'), 'page-script'],
    { cwd: root, encoding: 'utf8', timeout: buildTimeout },
  );
  if (status === 0) return undefined;
  return `dist/pageScript.js could not be built: ${error?.message ?? `${stdout}${stderr}`.trim()}`;
}

function newestSource() {
  let newest = Math.max(...entries.map((entry) => statSync(entry).mtimeMs));
  const folders = [join(root, 'core'), join(root, 'page')];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, file.name);
      if (file.isDirectory()) folders.push(path);
      else newest = Math.max(newest, statSync(path).mtimeMs);
    }
  }
  return newest;
}
