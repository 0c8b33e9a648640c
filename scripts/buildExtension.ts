import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './findBrowser.ts';
import { projectRoot } from './projectRoot.ts';
import { runCommand } from './runCommand.ts';

const buildTimeout = 180_000;

/**
 * Builds the extension with wxt and gives the folder to load it from.
 *
 * @throws with wxt's own words when the build fails
 */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  const folder = extensionFolder(kind);
  const args = ['build', '--browser', kind, '--mv3'];
  const { code, output, problem } = await runCommand('wxt', args, { timeout: buildTimeout });
  if (code !== 0)
    throw new Error(`The extension for ${kind} could not be built: ${problem ?? ''}\n${output}`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`wxt built nothing in ${folder}.`);
  return folder;
}

/** Where wxt puts the build for this browser. */
export function extensionFolder(kind: BrowserKind): string {
  return join(projectRoot, '.output', `${kind}-mv3`);
}
