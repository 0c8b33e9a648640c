import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AppDeps, Front } from '../../../server/appEnv.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { createServerLog } from '../../../server/serverLog.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';
const database = openDatabase({ now: () => new Date(), log: () => undefined });
const shared = { ...database, close: () => Promise.resolve() };

let server: TestServer;
let org: Awaited<ReturnType<TestServer['seed']>>;

beforeAll(async () => {
  server = await startTestServer(database);
  org = await server.seed();
});
afterAll(() => server.close());

const front: Front = {
  isTls: false,
  isBehindProxy: false,
  isTrustedProxy: () => false,
  isDraining: () => false,
};

async function another(more: Partial<AppDeps>): Promise<TestServer> {
  const made = await startTestServer(shared, undefined, more);
  onTestFinished(() => made.close());
  return made;
}

const rule = (name: string) => ({
  name,
  description: name,
  source: { selector: `.${name}` },
  operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
});

describe('callers without a key', () => {
  const wrong = (url: string, headers = {}) =>
    fetch(`${url}/me`, { headers: { Authorization: 'Basic wrong', ...headers } });

  it('are slowed down by address, and nobody with a key is', async () => {
    const slow = await another({ failureLimit: { burst: 2, perSecond: 0.1 } });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await wrong(slow.url)).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    const refused = await wrong(slow.url);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(9);
    const right = await fetch(`${slow.url}/me`, { headers: { Authorization: `Basic ${org.user}` } });
    expect(right.status).toBe(200);
  });

  it('are told apart behind a trusted proxy, and cannot make up addresses without one', async () => {
    const failureLimit = { burst: 1, perSecond: 0.01 };
    const from = (url: string, address: string) => wrong(url, { 'X-Forwarded-For': address });
    const behind = await another({
      failureLimit,
      front: { ...front, isTrustedProxy: (a) => a === '127.0.0.1' },
    });
    expect((await from(behind.url, '203.0.113.1')).status).toBe(401);
    expect((await from(behind.url, '203.0.113.1')).status).toBe(429);
    expect((await from(behind.url, '203.0.113.2')).status).toBe(401);
    expect(behind.lines.join('\n')).toContain('address=203.0.113.2');
    const open = await another({ failureLimit });
    expect((await from(open.url, '203.0.113.1')).status).toBe(401);
    expect((await from(open.url, '203.0.113.2')).status).toBe(429);
  });
});

describe('the log', () => {
  it.each(['text', 'json'] as const)('holds no key, body, query, selector or header (%s)', async (format) => {
    const lines: string[] = [];
    const log = createServerLog({ format, now: () => new Date(), write: (line) => lines.push(line) });
    const logging = await another({ log });
    const secret = 'planted5ecret';
    const headers = {
      Authorization: `Basic ${org.admin}`,
      'Content-Type': 'application/json',
      'User-Agent': secret,
      Referer: `https://${secret}.example/`,
      Cookie: `session=${secret}`,
      'X-Forwarded-For': secret,
      'X-Request-Id': secret,
      'Idempotency-Key': randomUUID(),
      'If-Match': `"${secret}"`,
    };
    const send = (method: string, path: string, body?: unknown) =>
      fetch(logging.url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const made = (await (await send('POST', elements, rule(secret))).json()) as { id: string };
    const answers = await Promise.all([
      send('POST', `${elements}/${made.id}`, rule(secret)),
      send('POST', elements, { ...rule(secret), [secret]: secret }),
      send('POST', elements, rule('\0')),
      send('GET', `${elements}/${secret}?page_token=${secret}`),
      send('GET', `/${secret}?key=${org.admin}`),
      send('PUT', `/v1/keys/${secret}`, { secret }),
      send('GET', `/v1/audit?q=${secret}&actor=${secret}`),
      send('POST', '/v1/keys', { email: `${secret}@acme.example`, role: 'viewer' }),
      send('POST', '/v1/keys', { email: secret, role: secret }),
      send('DELETE', `/v1/keys/${secret}`),
      fetch(`${logging.url}/me`, { headers: { Authorization: `Basic ${secret}` } }),
      fetch(`${logging.url}/me`, { headers: { Origin: `https://${secret}.example` } }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(lines).toHaveLength(answers.length + 1);
    const text = lines.join('\n');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(org.admin.slice(-43));
    const ids = answers.map((answer) => answer.headers.get('X-Request-Id') ?? 'none');
    for (const id of ids) expect(text).toContain(id);
  });
});

describe('what machines ask', () => {
  const broken = { open: () => Promise.reject(new Error('down')), close: () => Promise.resolve() };

  it('is whether it lives, and whether the database answers', async () => {
    const get = async (url: string, path: string) => {
      const answer = await fetch(url + path);
      return [answer.status, await answer.json()];
    };
    expect(await get(server.url, '/healthz')).toEqual([200, { live: true }]);
    expect(await get(server.url, '/readyz')).toEqual([200, { ready: true }]);
    const lost = await another({ database: broken });
    expect(await get(lost.url, '/healthz')).toEqual([200, { live: true }]);
    expect(await get(lost.url, '/readyz')).toEqual([503, { ready: false }]);
    const ending = await another({ front: { ...front, isDraining: () => true } });
    expect(await get(ending.url, '/readyz')).toEqual([503, { ready: false }]);
    expect(server.lines.join()).not.toContain('/readyz');
  });

  it('is how much it does, in the form that Prometheus reads', async () => {
    const counting = await another({
      database: { ...shared, pool: () => ({ total: 3, idle: 1, waiting: 2, max: 10 }) },
    });
    const headers = { Authorization: `Basic ${org.architect}`, 'Content-Type': 'application/json' };
    await fetch(counting.url + elements, { headers });
    await fetch(counting.url + elements, { headers, method: 'POST', body: '{}' });
    await fetch(`${counting.url}/nowhere"}\n1`, { headers });
    const answer = await fetch(`${counting.url}/metrics`);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const samples = samplesIn(await answer.text());
    const count = (name: string) => samples.get(name);
    expect(count(`scrim_http_requests_total{method="GET",route="${elements}",status="200"}`)).toBe(1);
    expect(count('scrim_writes_refused_total{status="403"}')).toBe(1);
    expect(count('scrim_writes_refused_total{status="412"}')).toBe(0);
    const timing = 'scrim_http_request_duration_seconds';
    expect(count(`${timing}_count{method="GET",route="${elements}"}`)).toBe(1);
    expect(count(`${timing}_bucket{method="GET",route="${elements}",le="+Inf"}`)).toBe(1);
    expect(count('scrim_http_requests_in_flight')).toBe(1);
    expect(count('scrim_database_connections{state="busy"}')).toBe(2);
    expect(count('scrim_database_waiting')).toBe(2);
    expect(count('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect([...samples.keys()].join()).not.toContain('nowhere');
  });

  it('is not for everybody', async () => {
    const ask = async (url: string, headers = {}) => (await fetch(`${url}/metrics`, { headers })).status;
    expect(await ask(server.url, { 'X-Forwarded-For': '203.0.113.1' })).toBe(403);
    const behind = await another({ front: { ...front, isBehindProxy: true } });
    expect(await ask(behind.url)).toBe(403);
    const metricsToken = 'a-token-for-metrics';
    const guarded = await another({ front: { ...front, isBehindProxy: true, metricsToken } });
    expect(await ask(guarded.url)).toBe(401);
    expect(await ask(guarded.url, { Authorization: `Bearer ${metricsToken}x` })).toBe(401);
    expect(await ask(guarded.url, { Authorization: `Bearer ${metricsToken}` })).toBe(200);
  });
});

describe('a database in trouble', () => {
  const failing = (error: Error): AppDeps['database'] => ({
    open: () => Promise.reject(new Error('Failed query', { cause: error })),
    close: () => Promise.resolve(),
  });

  it.each([
    ['ECONNREFUSED', 'database_unavailable'],
    ['57P01', 'database_unavailable'],
    ['40P01', 'try_again'],
    ['40001', 'try_again'],
    ['57014', 'try_again'],
  ])('that says %s is one to come back to: %s', async (code, says) => {
    const lost = await another({ database: failing(Object.assign(new Error('secret'), { code })) });
    const answer = await fetch(`${lost.url}/me`, { headers: { Authorization: `Basic ${org.admin}` } });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: says });
    expect(lost.lines.join()).not.toContain('secret');
  });
});

describe('every answer under TLS', () => {
  it('says that there is no other way', async () => {
    const safe = await another({ front: { ...front, isTls: true } });
    const answer = await fetch(`${safe.url}/healthz`);
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect((await fetch(`${server.url}/healthz`)).headers.has('Strict-Transport-Security')).toBe(false);
  });
});

/** Reads the text format by its own grammar. @throws when a line is none of it, or a sample comes before its type */
function samplesIn(text: string): ReadonlyMap<string, number> {
  expect(text.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  const types = new Set<string>();
  for (const line of text.trimEnd().split('\n')) {
    const [, declared] = /^# TYPE ([a-z_]+) (?:counter|gauge|histogram)$/.exec(line) ?? [];
    if (declared !== undefined) {
      expect(types.has(declared)).toBe(false);
      types.add(declared);
      continue;
    }
    if (/^# HELP [a-z_]+ \S.*$/.test(line)) continue;
    const form =
      /^([a-z_]+)(\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? (\S+)$/;
    const [, name = '', labels = '', value = ''] = form.exec(line) ?? expect.fail(`no sample: ${line}`);
    expect(types.has(name.replace(/_(?:bucket|sum|count)$/, '')) || types.has(name)).toBe(true);
    expect(Number.isFinite(Number(value))).toBe(true);
    expect(samples.has(name + labels)).toBe(false);
    samples.set(name + labels, Number(value));
  }
  return samples;
}
