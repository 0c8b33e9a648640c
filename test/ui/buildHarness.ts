import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const root = fileURLToPath(new URL('./harness', import.meta.url));
const outDir = fileURLToPath(new URL('../../out/ui/harness', import.meta.url));

/** Builds the panel in an ordinary page, worker and all. @returns the folder to serve */
export async function buildHarness(): Promise<string> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, minify: false },
  });
  return outDir;
}
