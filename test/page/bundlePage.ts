import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../scripts/projectRoot.ts';

/** A file that does not exist: its text is the entry's source. */
const entry = join(projectRoot, 'page-entry.virtual.ts');

/**
 * Bundles TypeScript that imports the project's modules by path from the project's root (`./page/...`) into one
 * classic script for `page.evaluate`.
 */
export async function bundlePage(entrySource: string): Promise<string> {
  const output = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'page-entry',
        enforce: 'pre',
        resolveId: (id: string) => (id === entry ? entry : null),
        load: (id: string) => (id === entry ? entrySource : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: { entry, name: 'pageUnderTest', formats: ['iife'], fileName: () => 'page.js' },
    },
  });
  const bundles = Array.isArray(output) ? output : [output];
  const chunk = bundles
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((file) => file.type === 'chunk');
  if (!chunk) throw new Error('The bundle is empty.');
  return chunk.code;
}
