import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript } from './bundleScript.ts';
import { projectRoot } from './projectRoot.ts';

/**
 * Bundles cli/pageScript.ts into dist/pageScript.js: one script whose exports are in the global `scrimPage`.
 *
 * Written beside the old one and moved over it, so that a command that reads it meanwhile gets one or the other.
 */
export async function buildPageScript(): Promise<string> {
  const code = await bundleScript(join(projectRoot, 'cli', 'pageScript.ts'), 'scrimPage');
  const target = join(projectRoot, 'dist', 'pageScript.js');
  const fresh = `${target}.${process.pid}`;
  await mkdir(join(projectRoot, 'dist'), { recursive: true });
  await writeFile(fresh, code);
  await rename(fresh, target);
  return target;
}
