import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const root = fileURLToPath(new URL('./harness', import.meta.url));
export const harnessFolder = fileURLToPath(new URL('../../out/ui/harness', import.meta.url));

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Builds the panel in an ordinary page, worker and all, into `harnessFolder`, with axe beside it: once for all files. */
export async function buildHarness(): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    worker: { format: 'es' },
    build: { outDir: harnessFolder, emptyOutDir: true, minify: true },
  });
  await copyFile(axe, join(harnessFolder, 'axe.min.js'));
}
