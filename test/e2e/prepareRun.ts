// The e2e project's global setup. Both extensions are built once and copied, so that what is tested stays what it is
// when somebody builds meanwhile. The database folder is shared: making one takes seconds, and files run one by one.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../scripts/buildExtension.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the built extensions. */
    readonly extensions: { readonly chrome: string; readonly firefox: string };
    /** Folder of the settings server's embedded database. */
    readonly dataDir: string;
  }
}

export default async function prepareRun(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-e2e-'));
  const extensions = { chrome: join(folder, 'chrome'), firefox: join(folder, 'firefox') };
  for (const kind of ['chrome', 'firefox'] as const) {
    await cp(await buildExtension(kind), extensions[kind], { recursive: true });
  }
  project.provide('extensions', extensions);
  project.provide('dataDir', join(folder, 'data'));
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
