import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two processes on one embedded database destroy it. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

interface LockOwner {
  readonly pid: number;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Takes the folder for this process until the returned function is called. A lock whose process is gone is
 * taken over; one whose process lives is never touched.
 *
 * @throws {DataFolderInUseError} saying who holds it and what to do
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'server.lock');
  const own: LockOwner = { pid: process.pid, token: randomUUID(), at: Date.now() };
  if (!tryCreate(path, own)) takeOver(path, own);
  return () => {
    if (readOwner(path)?.token === own.token) unlinkSync(path);
  };
}

/** Two processes may find the same stale lock; the one that makes the takeover file replaces it. */
function takeOver(path: string, own: LockOwner): void {
  const takeover = `${path}.takeover`;
  if (!tryCreate(takeover, own)) {
    throw new DataFolderInUseError(
      `Another Scrim server is just starting on this data folder. If none is, delete ${takeover} and start again.`,
    );
  }
  try {
    const holder = readOwner(path);
    if (holder && isAlive(holder)) {
      throw new DataFolderInUseError(
        `Another Scrim server (process ${holder.pid}) is using this data folder, and two would destroy the data. ` +
          'Stop that one, or give this one another folder with --data-dir or SCRIM_DATA_DIR.',
      );
    }
    writeFileSync(`${path}.next`, JSON.stringify(own), { mode: 0o600 });
    renameSync(`${path}.next`, path);
  } finally {
    unlinkSync(takeover);
  }
}

function tryCreate(path: string, own: LockOwner): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    writeFileSync(file, JSON.stringify(own));
  } finally {
    closeSync(file);
  }
  return true;
}

/** Undefined when there is no lock. */
function readOwner(path: string): LockOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const pid = /"pid":(\d{1,10})[,}]/.exec(text)?.[1];
  const token = /"token":"([0-9a-f-]{36})"/.exec(text)?.[1];
  const at = /"at":(\d{1,16})[,}]/.exec(text)?.[1];
  if (pid === undefined || token === undefined || at === undefined) {
    throw new DataFolderInUseError(
      `The lock file ${path} cannot be read, so it cannot be told whether another Scrim server uses this folder. ` +
        'If none does, delete that file and start again.',
    );
  }
  return { pid: Number(pid), token, at: Number(at) };
}

function isAlive(owner: LockOwner): boolean {
  // In a container the next life often has the same process id: a lock older than this process is not its own.
  if (owner.pid === process.pid) return owner.at >= Date.now() - process.uptime() * 1000;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return !hasCode(error, 'ESRCH');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
