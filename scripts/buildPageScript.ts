import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './projectRoot.ts';

/**
 * Bundles cli/pageScript.ts into dist/pageScript.js: one script whose exports are in the global `scrimPage`.
 *
 * Written beside the old one and moved over it, so that a command that reads it meanwhile gets one or the other.
 */
export async function buildPageScript(): Promise<string> {
  const output = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome120',
      lib: {
        entry: join(projectRoot, 'cli', 'pageScript.ts'),
        name: 'scrimPage',
        formats: ['iife'],
        fileName: () => 'pageScript.js',
      },
    },
  });
  const bundles = Array.isArray(output) ? output : [output];
  const chunk = bundles
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((file) => file.type === 'chunk');
  if (!chunk) throw new Error('The build of cli/pageScript.ts gave no script.');
  const target = join(projectRoot, 'dist', 'pageScript.js');
  const fresh = `${target}.${process.pid}`;
  await mkdir(join(projectRoot, 'dist'), { recursive: true });
  await writeFile(fresh, chunk.code);
  await rename(fresh, target);
  return target;
}
