import { join } from 'node:path';
import { projectRoot } from '../projectRoot.ts';
import type { BenchRun } from './benchParts.ts';
import { measureCommand } from './measureCommand.ts';

const opener = join(projectRoot, 'scripts', 'check', 'openPages.ts');

/**
 * The same browser opens the same pages in two tabs and nothing looks at them: what no check in a browser can be faster
 * than.
 *
 * @throws Error when a page could not be opened
 */
export async function benchBare({ list, folder, count }: BenchRun): Promise<void> {
  const { code, output, seconds, processorSeconds } = await measureCommand(
    process.execPath,
    [opener, list, '2'],
    { cwd: folder },
  );
  if (code !== 0) throw new Error(`The pages were not opened: ${output.slice(-500)}`);
  console.log(
    `the browser alone: ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of the processor: ${(count / processorSeconds).toFixed(2)} pages for each second of the processor`,
  );
}
