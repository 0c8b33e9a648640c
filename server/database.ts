import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** One schema, two drivers: the embedded PGlite and a PostgreSQL server. A transaction is one of these too. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** A database that is opened when it is first needed. */
export interface Database {
  /** Opens at the first call, with the migrations run. After a failure the next call tries again. */
  open(): Promise<Db>;
  close(): Promise<void>;
  /** Connections to PostgreSQL as they are now; undefined for the embedded database and before it is open. */
  readonly pool?: () => PoolCounts | undefined;
}

export interface PoolCounts {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
  readonly max: number;
}
