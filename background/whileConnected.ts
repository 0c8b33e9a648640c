import { sourceIdOf } from '../core/connections/sourceIdOf.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { readConnections } from './connectionStore.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

/**
 * Writes something down of a source that took its time to answer, unless it was disconnected or erased meanwhile: nothing
 * of it is to come back. In the turns in which connections end, so that none ends in between.
 *
 * @returns false when there is no such connection any more, and nothing was written
 */
export async function whileConnected(
  { storage, listTurns = createTurns() }: Pick<SettingsServiceDeps, 'storage' | 'listTurns'>,
  sourceId: string,
  write: () => Promise<void>,
): Promise<boolean> {
  return await listTurns(async () => {
    const { connections } = await readConnections(storage);
    if (sourceId !== 'local' && !connections.some((one) => sourceIdOf(one) === sourceId)) return false;
    await write();
    return true;
  });
}
