import { eq, sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import { runMigrations } from '../../../server/runMigrations.ts';
import { schemaMigrations } from '../../../server/schema.ts';
import { sqlStatements } from '../../../server/sqlStatements.ts';

const now = () => new Date();

describe('migrations', () => {
  it('brings in one that is missing before some that are there', async () => {
    const database = openDatabase({ now, log: () => undefined });
    onTestFinished(() => database.close());
    const db = await database.open();
    // As on a database that had 0010 before 0001 came to be.
    const names = (await db.select().from(schemaMigrations)).map(({ name }) => name).toSorted();
    const first = names[0] ?? '';
    await db.execute(
      sql.raw('DROP TABLE idempotent_answers, element_rules, rule_groups, api_keys, orgs CASCADE'),
    );
    await db.delete(schemaMigrations).where(eq(schemaMigrations.name, first));
    expect(await runMigrations(db, now)).toEqual([first]);
    expect(await runMigrations(db, now)).toEqual([]);
  });

  it('are split at the semicolons that end a statement only', () => {
    const text = `
      -- a comment; with one
      CREATE TABLE a (b text DEFAULT 'x;''y;'); CREATE TABLE "c;d" (e text);
      /* and; here */
      CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN a; b; END; $body$ LANGUAGE plpgsql;
      -- nothing after this;
    `;
    const statements = sqlStatements(text);
    expect(statements).toHaveLength(3);
    expect(statements[1]).toBe('CREATE TABLE "c;d" (e text)');
    expect(statements[2]).toMatch(/a; b; END; \$body\$ LANGUAGE plpgsql$/);
  });
});
