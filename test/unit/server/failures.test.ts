import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { startTestServer } from './testServer.ts';

const key = `scrim.0123456789abcdef.${'a'.repeat(43)}`;
const memory = () => openDatabase({ now: () => new Date(), log: () => undefined });

/** Each starts a database of its own. */
const slow = { timeout: 120_000 };

describe('a server in trouble', slow, () => {
  it('tells a caller who is too fast how long to wait, and no other caller', async () => {
    const server = await startTestServer(memory(), { burst: 3, perSecond: 0.1 });
    onTestFinished(() => server.close());
    const org = await server.seed();
    const ask = (with_: string) =>
      fetch(`${server.url}/me`, { headers: { Authorization: `Basic ${with_}` } });
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await ask(org.admin)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await ask(org.admin);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(9);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests' });
    expect((await ask(org.user)).status).toBe(200);
    server.pass(11_000);
    expect((await ask(org.admin)).status).toBe(200);
  });

  it('says neither to the caller nor to the log what was in a query that failed', async () => {
    const broken: Database = {
      open: () => Promise.reject(new Error(`Failed query: select ... params: ${key}`)),
      close: () => Promise.resolve(),
    };
    const server = await startTestServer(broken);
    onTestFinished(() => server.close());
    const answer = await fetch(`${server.url}/me`, { headers: { Authorization: `Basic ${key}` } });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal_error' });
    expect(`${text}${server.lines.join()}`).not.toContain(key);
    expect(server.lines.join()).toMatch(/failed error=Error/);
  });

  it('keeps nothing of a create that fails after its rule was written', async () => {
    const database = memory();
    const server = await startTestServer(database);
    onTestFinished(() => server.close());
    const org = await server.seed();
    const db = await database.open();
    await db.execute(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END'`,
    );
    await db.execute('CREATE TRIGGER fail BEFORE UPDATE ON orgs FOR EACH ROW EXECUTE FUNCTION fail()');
    const headers = {
      Authorization: `Basic ${org.admin}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': '3b241101-e2bb-4255-8caf-4136c566a962',
    };
    const body = JSON.stringify({
      name: 'A',
      source: { selector: '.a' },
      operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
      platforms: ['WEB'],
    });
    const create = () => fetch(`${server.url}/v2beta/privacy/elements`, { method: 'POST', headers, body });
    const total = async () => {
      const list = await fetch(`${server.url}/v2beta/privacy/elements`, { headers });
      return ((await list.json()) as { total_records: string }).total_records;
    };
    const before = await total();
    expect((await create()).status).toBe(500);
    expect(await total()).toBe(before);
    await db.execute('DROP TRIGGER fail ON orgs');
    expect((await create()).status).toBe(200);
    expect(await total()).toBe(String(Number(before) + 1));
  });
});
