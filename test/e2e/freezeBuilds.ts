// The e2e project's global setup: builds both extensions once and keeps a copy for the whole run, so that what is
// tested stays what it is when somebody builds meanwhile.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../scripts/buildExtension.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the built extensions. */
    readonly extensions: { readonly chrome: string; readonly firefox: string };
  }
}

export default async function freezeBuilds(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-e2e-'));
  const extensions = { chrome: join(folder, 'chrome'), firefox: join(folder, 'firefox') };
  for (const kind of ['chrome', 'firefox'] as const) {
    await cp(await buildExtension(kind), extensions[kind], { recursive: true });
  }
  project.provide('extensions', extensions);
  return () => rm(folder, { recursive: true, force: true });
}
