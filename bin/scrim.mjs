#!/usr/bin/env node
// The `scrim` command. In a checkout it runs cli/main.ts under a Node that strips types: this one, or the one in
// node_modules. In an installed package it runs the bundle, because Node strips no types below node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensurePageScript } from '../scripts/ensurePageScript.mjs';
import { projectNode, stripsTypes } from '../scripts/projectNode.mjs';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const bundle = new URL('../dist/scrim.js', import.meta.url);
/** Could not be run at all: the same code as for a page that was not loaded. */
const notRun = 3;

/** They look at no page: they run where nothing can be built. */
const operating = new Set(['serve', 'keys', 'audit']);

/** `scrim audit <site url>` looks at pages, `scrim audit verify` does not. */
function isOperating([name = '', ...rest]) {
  return operating.has(name) && !(name === 'audit' && rest.some((word) => /^https?:/i.test(word)));
}

function runElsewhere() {
  const child = spawn(projectNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`scrim: ${error.message}`);
    process.exitCode = notRun;
  });
  child.once('close', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

async function run() {
  if (!existsSync(main)) {
    module.enableCompileCache?.();
    await import(bundle.href);
    return;
  }
  const problem = isOperating(process.argv.slice(2)) ? undefined : ensurePageScript();
  if (problem) {
    console.error(`scrim: ${problem}`);
    process.exitCode = notRun;
    return;
  }
  if (!stripsTypes()) {
    runElsewhere();
    return;
  }
  process.argv[1] = main;
  // A third of a short run is reading the sources: Node keeps them compiled in its temporary folder.
  module.enableCompileCache?.();
  await import('../cli/main.ts');
}

try {
  await run();
} catch (error) {
  console.error(`scrim: ${error instanceof Error ? error.message : error}`);
  process.exitCode = notRun;
}
