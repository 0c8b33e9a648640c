import { eq, sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoOrg } from '../../../server/demoOrg.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { runMigrations } from '../../../server/runMigrations.ts';
import { orgs, ruleVersions, schemaMigrations } from '../../../server/schema.ts';
import { seedOrg } from '../../../server/seedOrg.ts';
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

  it('make the first version of the rules that were there before versions were kept', async () => {
    const database = openDatabase({ now, log: () => undefined });
    onTestFinished(() => database.close());
    const db = await database.open();
    await seedOrg(database, { orgId: 'o-OLD-na1', name: 'Old', rules: demoOrg.rules, keys: [] });
    const kept = await db.select().from(ruleVersions).orderBy(ruleVersions.ruleId);
    for (const statement of [
      'DROP TABLE rule_versions, proposals',
      'DROP FUNCTION scrim_keep_version',
      'ALTER TABLE orgs DROP rules_revision, DROP requires_revision, DROP approval, DROP policy_revision, DROP site_key',
      'ALTER TABLE element_rules DROP revision',
      "DELETE FROM scrim_migrations WHERE name < '0005' AND name > '0002'",
    ]) {
      await db.execute(sql.raw(statement));
    }
    expect(await runMigrations(db, now)).toEqual([
      '0002-revisions.sql',
      '0003-approval.sql',
      '0004-export.sql',
    ]);
    const made = await db.select().from(ruleVersions).orderBy(ruleVersions.ruleId);
    expect(made.map(({ byKeyId: _, requestId: __, ...rest }) => rest)).toEqual(
      kept.map(({ byKeyId: _, requestId: __, ...rest }) => rest),
    );
    // Its clients send no If-Match; those of an org that is made now do.
    expect(await db.select().from(orgs)).toMatchObject([{ requiresRevision: false, rulesRevision: 1 }]);
  });

  it('are split at the semicolons that end a statement only', () => {
    const text = `
      -- a comment; with one
      CREATE TABLE a (b text DEFAULT 'x;''y;'); CREATE TABLE "c;d" (e text);
      /* and; here */
      CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN a; b; END; $$ LANGUAGE plpgsql;
      -- nothing after this;
    `;
    const statements = sqlStatements(text);
    expect(statements).toHaveLength(3);
    expect(statements[1]).toBe('CREATE TABLE "c;d" (e text)');
    expect(statements[2]).toMatch(/a; b; END; \$\$ LANGUAGE plpgsql$/);
  });
});
