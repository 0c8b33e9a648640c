import type { ConnectionInfo } from '../core/connections/connectionInfo.ts';
import { type ConnectionList, connectionOf, noConnections } from '../core/connections/connectionList.ts';
import type { JournalStorage } from './journalStorage.ts';
import { ProblemError } from './problemError.ts';

type StoreDeps = {
  readonly storage: JournalStorage;
  /** The connection that is asked about; absent: the default one, whichever that is by then. */
  readonly connectionId?: string;
};

/** The one connection of versions that knew one only: it has no id, so that it gets the same one at every reading. */
const firstId = 'first';

export async function readConnections(storage: JournalStorage): Promise<ConnectionList> {
  // Both written by this file only, the second by versions before it.
  const kept = (await storage.readValue('connections')) as ConnectionList | null | undefined;
  if (kept) return kept;
  const old = (await storage.readValue('connection')) as Omit<ConnectionInfo, 'id'> | null | undefined;
  if (!old) return noConnections;
  return { connections: [{ ...old, id: firstId }], defaultId: firstId, sites: [] };
}

/** Not safe against itself: whoever changes the list does it in turn. */
export async function writeConnections(storage: JournalStorage, list: ConnectionList): Promise<void> {
  await storage.writeValue('connections', list);
}

/** @throws {ProblemError} `connection-gone` when it was asked for by its id: never another one in its place */
export async function readConnection({ storage, connectionId }: StoreDeps): Promise<ConnectionInfo> {
  return connectionIn(await readConnections(storage), connectionId);
}

/** `readConnection` for who has read the list. */
export function connectionIn(list: ConnectionList, connectionId: string | undefined): ConnectionInfo {
  const connection = connectionOf(list, connectionId ?? list.defaultId);
  if (!connection) throw new ProblemError('connection-gone');
  return connection;
}
