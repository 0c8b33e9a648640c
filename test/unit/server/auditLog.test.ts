import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHash, firstPreviousHash, localKeyId, recordAudit } from '../../../server/auditLog.ts';
import type { Db } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { auditEntries } from '../../../server/schema.ts';
import { seedOrg } from '../../../server/seedOrg.ts';

const database = openDatabase({ now: () => new Date(), log: () => undefined });
let db: Db;

beforeAll(async () => {
  db = await database.open();
  for (const orgId of ['o-A1-na1', 'o-B1-na1'])
    await seedOrg(database, { orgId, name: 'A', rules: [], keys: [] });
});
afterAll(() => database.close());

const event = (orgId: string, target: string) => ({
  orgId,
  keyId: localKeyId,
  email: 'ada@acme.example',
  action: 'rule.created',
  target,
  requestId: 'r1',
  at: new Date('2026-11-26T05:00:00.123Z'),
  detail: { name: 'Ünïcode "quoted"', revision: 1, live: true },
});

const entriesOf = (orgId: string) =>
  db.select().from(auditEntries).where(eq(auditEntries.orgId, orgId)).orderBy(asc(auditEntries.seq));

describe('the audit log', () => {
  it('numbers the entries of each org without a gap, each with the hash of the one before', async () => {
    const write = (orgId: string, target: string) =>
      db.transaction((tx) => recordAudit(tx, event(orgId, target)));
    await Promise.all([1, 2, 3, 4, 5].map((n) => write('o-A1-na1', `rule ${n}`)));
    await write('o-B1-na1', 'rule 1');
    const rows = await entriesOf('o-A1-na1');
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows.map(auditHash)).toEqual(rows.map(({ hash }) => hash));
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([
      firstPreviousHash,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect((await entriesOf('o-B1-na1')).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('takes no change of somebody whose key is not in force', async () => {
    const write = db.transaction((tx) =>
      recordAudit(tx, { ...event('o-A1-na1', 'never'), keyId: '0123456789abcdef' }),
    );
    await expect(write).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
  });

  it('has no entry of a change that was not made', async () => {
    const before = await entriesOf('o-A1-na1');
    const failing = db.transaction(async (tx) => {
      await recordAudit(tx, event('o-A1-na1', 'never'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await entriesOf('o-A1-na1')).toEqual(before);
  });

  it.each([
    `UPDATE audit_entries SET email = 'mallory@acme.example'`,
    'DELETE FROM audit_entries WHERE seq = 1',
    'DELETE FROM audit_entries WHERE false',
    'TRUNCATE audit_entries',
    'TRUNCATE orgs, audit_entries CASCADE',
  ])('refuses %s', async (statement) => {
    const before = await entriesOf('o-A1-na1');
    await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({
      cause: { message: 'Audit entries are never changed or deleted.' },
    });
    expect(await entriesOf('o-A1-na1')).toEqual(before);
  });
});
