import { join } from 'node:path';
import type { Database, Db, PoolCounts } from './database.ts';
import { DatabaseNotReachedError } from './databaseProblem.ts';
import { lockDataFolder } from './lockDataFolder.ts';
import { runMigrations } from './runMigrations.ts';

export interface DatabaseOptions {
  /** A PostgreSQL address. Without it the embedded PGlite is used. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded database; undefined: in memory, gone when closed. */
  readonly dataDir?: string | undefined;
  /** For PostgreSQL. Default 10. */
  readonly maxConnections?: number;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

interface Opened {
  readonly db: Db;
  readonly end: () => Promise<void>;
  readonly pool?: () => PoolCounts;
}

/** Nobody waits longer than this for one statement, or for somebody else's lock; a server that hangs frees both. */
const statementMs = 15_000;

/** How often a slow first start says that it is still at work (it takes up to 7 s: platform.md B0). */
const progressMs = 2_000;

/**
 * Makes the database ready to be opened. The folder is locked at once; nothing is started before `open()`.
 *
 * @throws {DataFolderInUseError} when another process uses the folder
 */
export function openDatabase(options: DatabaseOptions): Database {
  const embedded = options.databaseUrl === undefined;
  const unlock =
    embedded && options.dataDir !== undefined ? lockDataFolder(options.dataDir) : () => undefined;
  let opening: Promise<Opened> | undefined;
  let closed = false;
  let pool: (() => PoolCounts) | undefined;
  const open = async (): Promise<Db> => {
    if (closed) throw new Error('The database is closed.');
    opening ??= start(options);
    try {
      const opened = await opening;
      pool = opened.pool;
      return opened.db;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    try {
      const opened = await opening?.catch(() => undefined);
      await opened?.end();
    } finally {
      unlock();
    }
  };
  return { open, close, pool: () => pool?.() };
}

async function start(options: DatabaseOptions): Promise<Opened> {
  const { log, now } = options;
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  log(options.databaseUrl === undefined ? 'Starting the embedded database.' : 'Connecting to PostgreSQL.');
  const progress = setInterval(() => log(`Still starting the database (${seconds()} s).`), progressMs);
  try {
    const opened =
      options.databaseUrl === undefined
        ? await startEmbedded(options.dataDir)
        : await connect(options.databaseUrl, options.maxConnections ?? 10, log);
    try {
      const applied = await runMigrations(opened.db, now);
      log(
        `Database ready after ${seconds()} s${applied.length > 0 ? `, ${applied.join(', ')} applied` : ''}.`,
      );
      return opened;
    } catch (error) {
      await opened.end();
      throw error;
    }
  } finally {
    clearInterval(progress);
  }
}

// Both drivers are loaded only when used: PGlite alone is 20 MB of WebAssembly.

async function startEmbedded(dataDir: string | undefined): Promise<Opened> {
  const [{ PGlite }, { drizzle }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
  ]);
  const client = await (dataDir === undefined ? PGlite.create() : PGlite.create(join(dataDir, 'pg')));
  return { db: drizzle({ client }), end: () => client.close() };
}

async function connect(url: string, max: number, log: (line: string) => void): Promise<Opened> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    lock_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
  });
  // Without a listener, a connection that the server drops while idle ends the process.
  pool.on('error', (error) => log(`A connection to PostgreSQL was lost (${error.name}).`));
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new DatabaseNotReachedError(
      `PostgreSQL at DATABASE_URL could not be used${codeOf(error)}. Check the address and that it runs.`,
      { cause: error },
    );
  }
  const counts = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, max });
  return { db: drizzle({ client: pool }), end: () => pool.end(), pool: counts };
}

/** ` (ECONNREFUSED)` or ` (28P01)`: the driver's own message may quote the address with its password. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? ` (${code})` : '';
}
