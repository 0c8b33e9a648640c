import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiWorld, apiCalls, createApiWorld, sendCall } from './apiCalls.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const generous = { burst: 100_000, perSecond: 100_000 };

let server: TestServer;
let database: Database;
let ours: ApiWorld;
let theirs: ApiWorld;
let revoked: string;
beforeAll(async () => {
  database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database, generous, { failureLimit: generous });
  [ours, theirs] = [await createApiWorld(server), await createApiWorld(server)];
  const made = await ours.admin.post('/v1/keys', { email: 'gone@acme.example', role: 'admin' });
  revoked = String(made.json.key);
  await ours.admin.post(`/v1/keys/${String(made.json.id)}/revoke`, '');
});
afterAll(() => server.close());

/** Without a key or with a dead one; Standard; Architect; Admin; an Admin of another org. */
type Row = readonly [nobody: number, standard: number, architect: number, admin: number, stranger: number];

const open: Row = [200, 200, 200, 200, 200];
/** Of the caller's own org, whichever that is: a stranger sees their own. */
const anyKey: Row = [401, 200, 200, 200, 200];
const readers: Row = [401, 403, 200, 200, 200];
const admins: Row = [401, 403, 403, 200, 200];
/** About one thing of our org, which for a stranger is not there. */
const readersOfOne: Row = [401, 403, 200, 200, 404];
const adminsOfOne: Row = [401, 403, 403, 200, 404];

const expected: Readonly<Record<string, Row>> = {
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /metrics': open,
  'GET /openapi.json': open,
  'GET /export/{recorder}': open,
  'GET /me': anyKey,
  'GET /settings/recording/v1/privacy': readers,
  'GET /settings/recording/v1/privacy/history': readers,
  ...Object.fromEntries(
    ['blocking', 'domain', 'geo', 'features', 'targeting'].flatMap((name) => [
      [`GET /settings/recording/v1/${name}`, anyKey],
      [`GET /settings/recording/v1/${name}/history`, anyKey],
    ]),
  ),
  'GET /v2beta/privacy/elements': readers,
  'POST /v2beta/privacy/elements': admins,
  'GET /v2beta/privacy/elements/{id}': readersOfOne,
  'POST /v2beta/privacy/elements/{id}': adminsOfOne,
  'DELETE /v2beta/privacy/elements/{id}': adminsOfOne,
  'GET /v1/history': readers,
  'GET /v1/rules/{id}/history': readersOfOne,
  'GET /v1/rules/{id}/diff': readersOfOne,
  'POST /v1/rules/{id}/restore': adminsOfOne,
  // The tags of our list and of our policy are none of theirs.
  'POST /v1/restore': [401, 403, 403, 200, 412],
  'GET /v1/policy': readers,
  'POST /v1/policy': [401, 403, 403, 200, 412],
  'GET /v1/proposals': readers,
  'POST /v1/proposals': readers,
  'GET /v1/proposals/{id}': readersOfOne,
  'POST /v1/proposals/{id}/approve': adminsOfOne,
  'POST /v1/proposals/{id}/decline': adminsOfOne,
  // Opened by the Architect, so not the Admin's to withdraw.
  'POST /v1/proposals/{id}/withdraw': [401, 403, 200, 403, 404],
  'GET /v1/export': readers,
  'POST /v1/export/site-key': admins,
  'DELETE /v1/export/site-key': admins,
  'GET /v1/keys': admins,
  'POST /v1/keys': admins,
  'POST /v1/keys/{id}/regenerate': adminsOfOne,
  'POST /v1/keys/{id}/revoke': adminsOfOne,
  'DELETE /v1/keys/{id}': adminsOfOne,
  'GET /v1/audit': admins,
  'GET /v1/audit/export': admins,
  'GET /v1/audit/verify': admins,
};

/** What every write of our org leaves a trace in, in one query. */
async function stateOfOurs(): Promise<string> {
  const db = await database.open();
  const of = (what: string, table: string) =>
    `(SELECT ${what} FROM ${table} WHERE org_id = '${ours.orgId}') AS ${table}`;
  const counts = [
    of("string_agg(id || ':' || revision, ',' ORDER BY id)", 'element_rules'),
    of('count(*)', 'rule_versions'),
    of("string_agg(id || ':' || state, ',' ORDER BY id)", 'proposals'),
    of("string_agg(id || ':' || coalesce(revoked_at::text, ''), ',' ORDER BY id)", 'api_keys'),
    of('max(seq)', 'audit_entries'),
  ];
  const found = await db.execute(
    `SELECT to_jsonb(o), ${counts.join(', ')} FROM orgs o WHERE id = '${ours.orgId}'`,
  );
  return JSON.stringify((found as unknown as { readonly rows: unknown }).rows);
}

describe('who may do what', () => {
  it('is said of every operation', () => {
    expect(Object.keys(expected).toSorted()).toEqual(Object.keys(apiCalls).toSorted());
  });

  it.each(Object.entries(expected))('%s', async (name, row) => {
    const make = apiCalls[name];
    if (!make) throw new Error('no call');
    const [nobody, standard, architect, admin, stranger] = row;
    const callers: readonly [string, string, number][] = [
      ['no key', '', nobody],
      ['a wrong key', `scrim.0123456789abcdef.${'a'.repeat(43)}`, nobody],
      ['a revoked key', revoked, nobody],
      ['Standard', ours.keys.user, standard],
      ['Architect', ours.keys.architect, architect],
      ['Admin', ours.keys.admin, admin],
      ['an Admin of another org', theirs.keys.admin, stranger],
    ];
    const outcomes = [];
    for (const [who, key, status] of callers) {
      const call = await make(ours);
      const isRead = name.startsWith('GET');
      const before = isRead ? '' : await stateOfOurs();
      const answer = await sendCall(server.url, key, name, call);
      const text = await answer.text();
      outcomes.push([who, answer.status]);
      // Who is refused, or is at home elsewhere, changes nothing here.
      if (status !== 200 || who.includes('another org'))
        expect([who, await stateOfOurs()]).toEqual([who, before]);
      if (who.includes('another org') && row !== open) expect(text).not.toContain(ours.orgId);
    }
    expect(outcomes).toEqual(callers.map(([who, , status]) => [who, status]));
  });

  it('lets everybody regenerate and revoke their own key, and dead keys at once nothing', async () => {
    for (const role of ['viewer', 'architect'] as const) {
      const made = await ours.admin.post('/v1/keys', { email: 'own@acme.example', role });
      const path = `/v1/keys/${String(made.json.id)}`;
      const key = String(made.json.key);
      const renewed = await sendCall(server.url, key, 'POST', { path: `${path}/regenerate` });
      const next = (await renewed.json()) as { id: string; key: string };
      expect((await sendCall(server.url, key, 'GET', { path: '/me' })).status).toBe(401);
      expect((await sendCall(server.url, next.key, 'GET', { path: '/me' })).status).toBe(200);
      const revoke = { path: `/v1/keys/${next.id}` };
      expect((await sendCall(server.url, next.key, 'DELETE', revoke)).status).toBe(200);
      expect((await sendCall(server.url, next.key, 'GET', { path: '/me' })).status).toBe(401);
    }
  });
});

describe('a request from a web page', () => {
  const writes = Object.keys(apiCalls).filter((name) => !name.startsWith('GET'));

  it.each(writes)('changes nothing with %s, even with an Admin key', async (name) => {
    for (const origin of ['https://evil.example', 'null', server.url]) {
      const call = await apiCalls[name]?.(ours);
      if (!call) throw new Error('no call');
      const before = await stateOfOurs();
      const headers = { ...call.headers, Origin: origin };
      const answer = await sendCall(server.url, ours.keys.admin, name, { ...call, headers });
      expect([origin, answer.status]).toEqual([origin, 403]);
      expect(await stateOfOurs()).toBe(before);
    }
  });
});
