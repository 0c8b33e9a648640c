import { randomUUID } from 'node:crypto';
import { type ApiClient, createApiClient, ruleBody } from './apiClient.ts';
import type { TestServer } from './testServer.ts';

/** One good request of an operation: it succeeds with a key that may make it. */
export interface ApiCall {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiWorld {
  readonly orgId: string;
  readonly admin: ApiClient;
  readonly architect: ApiClient;
  readonly keys: Readonly<Record<'admin' | 'architect' | 'user', string>>;
  /** Of the key that is used up, an id that may be regenerated or revoked. */
  newKeyId(): Promise<string>;
  newRule(): Promise<{ readonly id: string; readonly etag: string }>;
  /** Opened by the Architect. */
  newProposal(): Promise<string>;
  siteKey(): Promise<string>;
}

const elements = '/v2beta/privacy/elements';
const recording = '/settings/recording/v1';

export async function createApiWorld(server: TestServer): Promise<ApiWorld> {
  const org = await server.seed({ requiresRevision: true });
  const admin = createApiClient(server.url, org.admin);
  const architect = createApiClient(server.url, org.architect);
  return {
    orgId: org.orgId,
    admin,
    architect,
    keys: { admin: org.admin, architect: org.architect, user: org.user },
    newKeyId: async () => {
      const { json } = await admin.post('/v1/keys', { email: 'temp@acme.example', role: 'viewer' });
      return String(json.id);
    },
    newRule: async () => {
      const { json, etag } = await admin.post(elements, ruleBody);
      return { id: String(json.id), etag: etag ?? '' };
    },
    newProposal: async () => {
      const headers = { 'Idempotency-Key': randomUUID() };
      return String((await architect.post('/v1/proposals', proposalBody(), headers)).json.id);
    },
    siteKey: async () => String((await admin.post('/v1/export/site-key', '')).json.site_key),
  };
}

export function proposalBody(): Record<string, unknown> {
  return { title: 'Hide phones', changes: [{ change_id: 'new', after: ruleBody }] };
}

type Make = (world: ApiWorld) => Promise<ApiCall> | ApiCall;

const plain =
  (path: string): Make =>
  () => ({ path });
const ofRule =
  (rest: (id: string) => string): Make =>
  async (world) => ({
    path: rest((await world.newRule()).id),
  });
const decision =
  (name: string): Make =>
  async (world) => ({
    path: `/v1/proposals/${await world.newProposal()}/${name}`,
  });

/** By method and path, as the document names them. */
export const apiCalls: Readonly<Record<string, Make>> = {
  'GET /healthz': plain('/healthz'),
  'GET /readyz': plain('/readyz'),
  'GET /metrics': plain('/metrics'),
  'GET /openapi.json': plain('/openapi.json'),
  'GET /export/{recorder}': async (world) => ({ path: `/export/sentry?site=${await world.siteKey()}` }),
  'GET /me': plain('/me'),
  [`GET ${elements}`]: plain(elements),
  [`POST ${elements}`]: () => ({
    path: elements,
    body: ruleBody,
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  [`GET ${elements}/{id}`]: ofRule((id) => `${elements}/${id}`),
  [`POST ${elements}/{id}`]: async (world) => {
    const { id, etag } = await world.newRule();
    return { path: `${elements}/${id}`, body: { ...ruleBody, name: 'B' }, headers: { 'If-Match': etag } };
  },
  [`DELETE ${elements}/{id}`]: async (world) => {
    const { id, etag } = await world.newRule();
    return { path: `${elements}/${id}`, headers: { 'If-Match': etag } };
  },
  ...Object.fromEntries(
    ['privacy', 'blocking', 'domain', 'geo', 'features', 'targeting'].flatMap((name) => [
      [`GET ${recording}/${name}`, plain(`${recording}/${name}`)],
      [`GET ${recording}/${name}/history`, plain(`${recording}/${name}/history?limit=3`)],
    ]),
  ),
  'GET /v1/history': plain('/v1/history?limit=5'),
  'GET /v1/rules/{id}/history': ofRule((id) => `/v1/rules/${id}/history`),
  'GET /v1/rules/{id}/diff': ofRule((id) => `/v1/rules/${id}/diff?from=1&to=1`),
  'POST /v1/rules/{id}/restore': async (world) => {
    const { id, etag } = await world.newRule();
    return { path: `/v1/rules/${id}/restore`, body: { revision: 1 }, headers: { 'If-Match': etag } };
  },
  'POST /v1/restore': async (world) => ({
    path: '/v1/restore',
    body: { org_revision: 1 },
    headers: { 'If-Match': (await world.admin.get(elements)).etag ?? '' },
  }),
  'GET /v1/policy': plain('/v1/policy'),
  'POST /v1/policy': async (world) => ({
    path: '/v1/policy',
    body: { approval: 'none' },
    headers: { 'If-Match': (await world.admin.get('/v1/policy')).etag ?? '' },
  }),
  'GET /v1/proposals': async (world) => {
    await world.newProposal();
    return { path: '/v1/proposals?state=open' };
  },
  'POST /v1/proposals': () => ({
    path: '/v1/proposals',
    body: proposalBody(),
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  'GET /v1/proposals/{id}': async (world) => ({ path: `/v1/proposals/${await world.newProposal()}` }),
  'POST /v1/proposals/{id}/approve': decision('approve'),
  'POST /v1/proposals/{id}/decline': decision('decline'),
  'POST /v1/proposals/{id}/withdraw': decision('withdraw'),
  'GET /v1/export': plain('/v1/export'),
  'POST /v1/export/site-key': plain('/v1/export/site-key'),
  'DELETE /v1/export/site-key': plain('/v1/export/site-key'),
  'GET /v1/keys': plain('/v1/keys'),
  'POST /v1/keys': () => ({ path: '/v1/keys', body: { email: 'new@acme.example', role: 'architect' } }),
  'POST /v1/keys/{id}/regenerate': async (world) => ({
    path: `/v1/keys/${await world.newKeyId()}/regenerate`,
  }),
  'POST /v1/keys/{id}/revoke': async (world) => ({ path: `/v1/keys/${await world.newKeyId()}/revoke` }),
  'DELETE /v1/keys/{id}': async (world) => ({ path: `/v1/keys/${await world.newKeyId()}` }),
  'GET /v1/audit': async (world) => {
    await world.newRule();
    return { path: '/v1/audit' };
  },
  'GET /v1/audit/export': plain('/v1/audit/export'),
  'GET /v1/audit/verify': plain('/v1/audit/verify'),
};

/** Sends it; a POST without a body goes out without one. */
export async function sendCall(url: string, key: string, name: string, call: ApiCall): Promise<Response> {
  return await fetch(url + call.path, {
    method: name.split(' ')[0] ?? 'GET',
    headers: {
      ...(key === '' ? {} : { Authorization: `Basic ${key}` }),
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...call.headers,
    },
    ...(call.body === undefined
      ? {}
      : { body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body) }),
  });
}
