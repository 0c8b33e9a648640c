import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { apiKeys, auditEntries } from '../../../server/schema.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const database = openDatabase({ now: () => new Date(), log: () => undefined });
let first: TestServer;
let second: TestServer;
let db: Db;

beforeAll(async () => {
  // Two instances of the server on one database.
  first = await startTestServer(database);
  second = await startTestServer({ ...database, close: () => Promise.resolve() });
  db = await database.open();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

type Json = Record<string, unknown>;

async function call(key: string, method: string, path: string, body?: unknown, at = first) {
  const answer = await fetch(at.url + path, {
    method,
    headers: {
      Authorization: `Basic ${key}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: JSON.parse(text) as Json };
}

const bea = { email: 'bea@acme.example', role: 'admin' };

describe('the keys of an org', () => {
  it('are made for a person, shown once, and never again', async () => {
    const org = await first.seed();
    const made = await call(org.admin, 'POST', '/v1/keys', bea);
    expect(made).toMatchObject({ status: 200, json: { ...bea, expires_at: null } });
    const { id, key } = made.json as { id: string; key: string };
    expect((await call(key, 'GET', '/me')).json).toMatchObject({ email: bea.email, role: 'ADMIN' });

    const list = await call(key, 'GET', '/v1/keys');
    const results = list.json.results as readonly Json[];
    expect(results).toHaveLength(4);
    expect(results.find((one) => one.id === id)).toMatchObject({
      ...bea,
      created_by: 'ADMIN@org1.example',
      last_used_at: expect.any(String),
      revoked_at: null,
    });
    const [stored] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
    expect(list.text).not.toContain(key.slice(-43));
    expect(list.text).not.toContain(stored?.keyHash);
    expect(JSON.stringify(stored)).not.toContain(key.slice(-43));
  });

  it('are dead on every instance at the moment they are revoked', async () => {
    const org = await first.seed();
    const { id, key } = (await call(org.admin, 'POST', '/v1/keys', bea)).json as { id: string; key: string };
    expect((await call(key, 'GET', '/me', undefined, second)).status).toBe(200);
    expect((await call(org.admin, 'DELETE', `/v1/keys/${id}`)).status).toBe(200);
    for (const at of [first, second]) {
      expect(await call(key, 'GET', '/me', undefined, at)).toMatchObject({
        status: 401,
        json: { code: 'invalid_api_key' },
      });
    }
    expect((await call(org.admin, 'POST', `/v1/keys/${id}/revoke`)).json.code).toBe('not_found');
  });

  it('are made anew by whoever has them, and the old one is dead', async () => {
    const org = await first.seed();
    const [, architect] = org.keys;
    const fresh = await call(org.architect, 'POST', `/v1/keys/${architect?.id}/regenerate`);
    expect(fresh).toMatchObject({ status: 200, json: { role: 'architect', replaces: architect?.id } });
    expect((await call(org.architect, 'GET', '/me')).status).toBe(401);
    expect((await call(String(fresh.json.key), 'GET', '/me')).json).toMatchObject({
      email: architect?.email,
      role: 'ARCHITECT',
    });
  });

  it('end when they expire', async () => {
    const org = await first.seed();
    const at = new Date(Date.now() + 60_000).toISOString();
    const made = await call(org.admin, 'POST', '/v1/keys', { ...bea, expires_at: at });
    expect(made.json.expires_at).toBe(at);
    const key = String(made.json.key);
    expect((await call(key, 'GET', '/me')).status).toBe(200);
    first.pass(61_000);
    expect((await call(key, 'GET', '/me')).status).toBe(401);
  });

  it('leave no org without an Admin', async () => {
    const org = await first.seed();
    const [admin] = org.keys;
    const path = `/v1/keys/${admin?.id}/revoke`;
    expect(await call(org.admin, 'POST', path)).toMatchObject({
      status: 409,
      json: { code: 'last_admin_key' },
    });
    const other = (await call(org.admin, 'POST', '/v1/keys', bea)).json as { id: string; key: string };
    // Both at once: one of them stays.
    const both = await Promise.all([
      call(org.admin, 'POST', `/v1/keys/${other.id}/revoke`),
      call(other.key, 'POST', path, undefined, second),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, expect.toBeOneOf([401, 404, 409])]);
    const left = await Promise.all([org.admin, other.key].map((key) => call(key, 'GET', '/me')));
    expect(left.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('are changed by an Admin of the same org only', async () => {
    const [ours, theirs] = [await first.seed(), await first.seed()];
    const theirId = theirs.keys[1]?.id ?? '';
    for (const key of [ours.architect, ours.user]) {
      expect((await call(key, 'GET', '/v1/keys')).status).toBe(403);
      expect((await call(key, 'POST', '/v1/keys', bea)).status).toBe(403);
      expect((await call(key, 'DELETE', `/v1/keys/${ours.keys[0]?.id}`)).status).toBe(403);
    }
    for (const what of [`/v1/keys/${theirId}/revoke`, `/v1/keys/${theirId}/regenerate`]) {
      expect((await call(ours.admin, 'POST', what)).json.code).toBe('not_found');
    }
    expect((await call(theirs.architect, 'GET', '/me')).status).toBe(200);
  });

  it('are in the audit log with each change, and no secret is', async () => {
    const org = await first.seed();
    const made = (await call(org.admin, 'POST', '/v1/keys', bea)).json as { id: string; key: string };
    const fresh = await call(made.key, 'POST', `/v1/keys/${made.id}/regenerate`);
    await call(org.admin, 'DELETE', `/v1/keys/${String(fresh.json.id)}`);
    const rows = await db.select().from(auditEntries).where(eq(auditEntries.orgId, org.orgId));
    expect(rows.map(({ action, target }) => [action, target]).slice(4)).toEqual([
      ['key.created', made.id],
      ['key.regenerated', made.id],
      ['key.revoked', fresh.json.id],
    ]);
    const text = JSON.stringify(rows) + first.lines.join() + second.lines.join();
    for (const key of [org.admin, made.key, String(fresh.json.key)])
      expect(text).not.toContain(key.slice(-43));
  });

  it.each([
    ['no e-mail', { role: 'admin' }],
    ['text that is no e-mail', { email: 'bea', role: 'admin' }],
    ['an e-mail that turns a text round', { email: 'bea\u202e@acme.example', role: 'admin' }],
    ['an unknown role', { email: 'bea@acme.example', role: 'ADMIN' }],
    ['a role of the prototype', { email: 'bea@acme.example', role: 'constructor' }],
    ['a time in the past', { ...bea, expires_at: '2020-01-01T00:00:00Z' }],
    ['a day that does not exist', { ...bea, expires_at: '2127-02-31T00:00:00Z' }],
    ['an entry nobody knows', { ...bea, org: 'o-T1-na1' }],
    ['a list', [bea]],
  ])('are not made from %s', async (_what, body) => {
    const org = await first.seed();
    const answer = await call(org.admin, 'POST', '/v1/keys', body);
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_request']);
    expect(answer.text).not.toMatch(/bea|\u202e/);
  });

  it('come in pages', async () => {
    const org = await first.seed({
      keys: Array.from({ length: 120 }, (_, n) => ({ role: 'ADMIN', email: `a${n}@acme.example` }) as const),
    });
    const seen: unknown[] = [];
    for (let token: unknown = ''; token !== null; ) {
      const page = await call(org.admin, 'GET', `/v1/keys?page_token=${String(token)}`);
      seen.push(...(page.json.results as readonly Json[]).map(({ id }) => id));
      token = page.json.next_page_token;
    }
    expect(seen.toSorted()).toEqual(org.keys.map(({ id }) => id).toSorted());
    expect((await call(org.admin, 'GET', '/v1/keys?page_token=x')).json.code).toBe('invalid_page_token');
  });
});
