// A copy of the build that is shipped, every file of it unchanged but the manifest: what a person grants in the browser's
// own question, which no automation can answer, is granted from the start.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
}

export interface GrantedBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

/** @param shipped folder of the built extension */
export async function openGrantedBuild(shipped: string): Promise<GrantedBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-granted-'));
  await cp(shipped, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { optional_permissions, optional_host_permissions, ...rest } = JSON.parse(
    await readFile(file, 'utf8'),
  ) as Manifest;
  const granted = {
    ...rest,
    permissions: [...rest.permissions, ...optional_permissions],
    host_permissions: optional_host_permissions,
  };
  await writeFile(file, JSON.stringify(granted));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
