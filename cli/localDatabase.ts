import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { localKeyId } from '../server/auditLog.ts';
import type { Database } from '../server/database.ts';
import type { KeyActor } from '../server/keyStore.ts';
import { DataFolderInUseError } from '../server/lockDataFolder.ts';
import { openDatabase } from '../server/openDatabase.ts';
import { KeyDeskError } from './keyDesk.ts';

export interface DatabasePlace {
  /** A PostgreSQL address; then the folder is not used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly warn: (line: string) => void;
  /** May the folder be made? */
  readonly create: boolean;
}

/**
 * The server's database, for a command that works on it while no server does (embedded) or beside servers
 * (PostgreSQL).
 *
 * @throws {KeyDeskError} when there is none, or a server holds it
 */
export function localDatabase(place: DatabasePlace): Database {
  const { databaseUrl, dataDir, warn, create } = place;
  if (databaseUrl === undefined && !create && !existsSync(join(dataDir, 'pg')))
    throw new KeyDeskError(`There is no database in ${dataDir}. Give its folder with --data-dir.`);
  try {
    return openDatabase({ databaseUrl, dataDir, maxConnections: 1, now: () => new Date(), log: warn });
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    throw new KeyDeskError(`${error.message} Or go through the running server with --server.`);
  }
}

/** Whoever may read the database's files or its address: known by their name on this computer only. */
export function localActor(orgId: string): KeyActor {
  return { orgId, keyId: localKeyId, email: `local:${userName()}`, requestId: '', at: new Date() };
}

/** A container may have no entry for its user. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
