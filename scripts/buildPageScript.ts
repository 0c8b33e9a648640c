import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript } from './bundleScript.ts';
import { projectRoot } from './projectRoot.ts';

/** By the name of its file in dist/: the module in cli/, and the global that holds its exports. */
const scripts = { pageScript: 'scrimPage', visitorScript: 'scrimVisitor' } as const;

/**
 * Bundles cli/pageScript.ts into dist/pageScript.js, one script whose exports are in the global `scrimPage`, and
 * cli/visitorScript.ts likewise.
 *
 * @returns path of the page script
 */
export async function buildPageScript(): Promise<string> {
  await build('visitorScript');
  return build('pageScript');
}

/**
 * Written beside the old one and moved over it, so that a command that reads it meanwhile gets one or the other.
 */
async function build(file: keyof typeof scripts): Promise<string> {
  const code = await bundleScript(join(projectRoot, 'cli', `${file}.ts`), scripts[file]);
  const target = join(projectRoot, 'dist', `${file}.js`);
  const fresh = `${target}.${process.pid}`;
  await mkdir(join(projectRoot, 'dist'), { recursive: true });
  await writeFile(fresh, code);
  await rename(fresh, target);
  return target;
}
