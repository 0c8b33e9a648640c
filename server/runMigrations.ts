import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { schemaMigrations } from './schema.ts';
import { sqlStatements } from './sqlStatements.ts';

const folder = new URL('./migrations/', import.meta.url);

/** It belongs to a newer Scrim. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** Any number, the same in every Scrim server: two that start at once on one database take turns. */
const advisoryLock = 72_647_001;

/**
 * Brings the database to this version's schema: every `migrations/*.sql` that is not in it yet, in order of
 * name, all in one transaction.
 *
 * @throws {NewerDatabaseError} when the database holds a migration this version does not have
 */
export async function runMigrations(db: Db, now: () => Date): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return await db.transaction(async (tx) => {
    // However long a change of a large table takes, and another server's before it.
    await tx.execute(sql`SET LOCAL statement_timeout = 0`);
    await tx.execute(sql`SET LOCAL lock_timeout = 0`);
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${sql.raw(String(advisoryLock))})`);
    await tx.execute(
      sql`CREATE TABLE IF NOT EXISTS scrim_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL)`,
    );
    const applied = new Set((await tx.select().from(schemaMigrations)).map((row) => row.name));
    const newer = [...applied].filter((name) => !files.includes(name));
    if (newer.length > 0) {
      throw new NewerDatabaseError(
        `This database was made by a newer Scrim (${newer.join(', ')}). Nothing was changed; update Scrim.`,
      );
    }
    const missing = files.filter((name) => !applied.has(name));
    for (const name of missing) {
      for (const statement of sqlStatements(await readFile(new URL(name, folder), 'utf8'))) {
        await tx.execute(sql.raw(statement));
      }
      await tx.insert(schemaMigrations).values({ name, appliedAt: now() });
    }
    return missing;
  });
}
