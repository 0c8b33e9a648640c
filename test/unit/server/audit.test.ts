import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localKeyId, recordAudit } from '../../../server/auditLog.ts';
import { verifyAudit } from '../../../server/auditStore.ts';
import type { Db } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer;
let db: Db;
let org: Awaited<ReturnType<TestServer['seed']>>;

/** What a spreadsheet would run, and what a carelessly written search would run. */
const formula = `=HYPERLINK("https://evil.example";"x")`;
const hostile = `100% _sure_' OR 1=1; --`;

beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  server = await startTestServer(database);
  org = await server.seed();
  db = await database.open();
  await db.transaction(async (tx) => {
    const by = { orgId: org.orgId, keyId: localKeyId, email: 'ada@acme.example', requestId: 'r' };
    for (let n = 0; n < 60; n += 1) {
      const at = new Date(Date.UTC(2026, 10, 1, 0, n));
      await recordAudit(tx, { ...by, at, action: 'rule.changed', target: `rule-${n}`, detail: { n } });
    }
    const at = new Date(Date.UTC(2026, 10, 2));
    await recordAudit(tx, { ...by, at, action: 'rule.deleted', target: formula, detail: { name: hostile } });
  });
});
afterAll(() => server.close());

const get = (path: string, key = org.admin) =>
  fetch(`${server.url}/v1/audit${path}`, { headers: { Authorization: `Basic ${key}` } });

async function targets(query: string): Promise<unknown[]> {
  const answer = await get(`?${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { results: { target: string }[] }).results.map(({ target }) => target);
}

describe('reading the audit log', () => {
  it('shows the newest first, in pages, each entry once', async () => {
    const seqs: number[] = [];
    for (let token: string | null = ''; token !== null; ) {
      const page = (await (await get(`?page_token=${token}`)).json()) as {
        results: { seq: number }[];
        next_page_token: string | null;
      };
      seqs.push(...page.results.map(({ seq }) => seq));
      token = page.next_page_token;
    }
    expect(seqs).toEqual(Array.from({ length: 65 }, (_, n) => 65 - n));
  });

  it('finds by who, what, when and any part of a text', async () => {
    expect(await targets('action=rule.deleted')).toEqual([formula]);
    expect(await targets('action=key.')).toHaveLength(3);
    expect(await targets('target=rule-7')).toEqual(['rule-7']);
    expect(await targets(`q=${encodeURIComponent(hostile.toUpperCase())}`)).toEqual([formula]);
    expect(await targets('q=%25')).toEqual([formula]);
    expect(await targets('actor=ada@acme.example&q=rule-59')).toEqual(['rule-59']);
    expect(await targets('actor=nobody@acme.example')).toEqual([]);
    const day = 'since=2026-11-01T00:10:00Z&until=2026-11-01T00:12:00Z';
    expect(await targets(day)).toEqual(['rule-11', 'rule-10']);
  });

  it.each(['since=yesterday', `q=${'x'.repeat(300)}`, 'actor=%00', 'page_token=x', 'until=2026-13-01'])(
    'refuses %s',
    async (query) => {
      expect((await get(`?${query}`)).status).toBe(400);
    },
  );

  it('exports all of it, line by line', async () => {
    const answer = await get('/export');
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson');
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      Array.from({ length: 65 }, (_, n) => n + 1),
    );
  });

  it('exports CSV in which nothing is a formula', async () => {
    const answer = await get('/export?format=csv&action=rule.deleted');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="audit.csv"');
    const text = await answer.text();
    expect(text).toContain(`,"'=HYPERLINK(""https://evil.example"";""x"")",`);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).not.toMatch(/(?:^|,|")[=+@-]/m);
    expect((await get('/export?format=xls')).status).toBe(400);
  });

  it('is for Admins of the org only', async () => {
    for (const path of ['', '/export', '/verify']) {
      expect((await get(path, org.architect)).status).toBe(403);
      expect((await get(path, org.user)).status).toBe(403);
    }
    const other = await server.seed();
    expect(await (await get('/export', other.admin)).text()).not.toContain(org.orgId);
  });

  it('shows when an entry was changed, taken out or cut off behind the back of the server', async () => {
    const { head } = await verifyAudit(db, org.orgId);
    expect(await (await get('/verify')).json()).toMatchObject({ intact: true, entries: 65, head });
    const tamper = async (statement: string) => {
      const undo = new Error('undo');
      let verdict: unknown;
      await db
        .transaction(async (tx) => {
          await tx.execute(sql.raw('ALTER TABLE audit_entries DISABLE TRIGGER audit_is_final'));
          await tx.execute(sql.raw(statement));
          verdict = await verifyAudit(tx, org.orgId, head);
          throw undo;
        })
        .catch((error: unknown) => expect(error).toBe(undo));
      return verdict;
    };
    expect(await tamper(`UPDATE audit_entries SET email = 'eve@acme.example' WHERE seq = 9`)).toMatchObject({
      brokenAt: 9,
    });
    expect(await tamper('DELETE FROM audit_entries WHERE seq = 20')).toMatchObject({ brokenAt: 20 });
    expect(await tamper('DELETE FROM audit_entries WHERE seq > 60')).toMatchObject({ brokenAt: 61 });
    expect(await verifyAudit(db, org.orgId, head)).not.toHaveProperty('brokenAt');
  });
});
