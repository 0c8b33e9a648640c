import { build } from 'vite';
import { projectRoot } from './projectRoot.ts';

/**
 * Bundles a module into one script for an injection into pages.
 *
 * @param entry path of the module
 * @param name the global that holds its exports
 * @returns the script's source
 */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const output = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry, name, formats: ['iife'], fileName: () => 'script.js' },
    },
  });
  const bundles = Array.isArray(output) ? output : [output];
  const chunk = bundles
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((file) => file.type === 'chunk');
  if (!chunk) throw new Error(`The build of ${entry} gave no script.`);
  return chunk.code;
}
