import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/createApp.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiWorld, apiCalls, createApiWorld, sendCall } from './apiCalls.ts';
import { createApiClient, ruleBody } from './apiClient.ts';
import { schemaProblems } from './schemaProblems.ts';
import { startTestServer, type TestServer } from './testServer.ts';

type Json = Readonly<Record<string, unknown>>;

let server: TestServer;
let world: ApiWorld;
let document: Json;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database, { burst: 100_000, perSecond: 100_000 });
  world = await createApiWorld(server);
  document = (await createApiClient(server.url, '').get('/openapi.json')).json;
});
afterAll(() => server.close());

/** By method and path. */
function documented(): Readonly<Record<string, Json>> {
  const found: Record<string, Json> = {};
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Json>>)) {
    for (const [method, operation] of Object.entries(methods))
      found[`${method.toUpperCase()} ${path}`] = operation;
  }
  return found;
}

const bodySchema = (operation: Json) =>
  (operation.requestBody as { content: Record<string, { schema: Json }> } | undefined)?.content[
    'application/json'
  ]?.schema;

describe('the OpenAPI document', () => {
  it('has every route that is registered, and no other', () => {
    const database = { open: () => Promise.reject(new Error('not used')), close: () => Promise.resolve() };
    const app = createApp({ database, now: () => new Date(), newId: () => '' });
    const registered = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(Object.keys(documented()).toSorted()).toEqual([...new Set(registered)].toSorted());
  });

  it('names each operation once, and each part of a path', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = Object.values(documented()).map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, { parameters }] of Object.entries(documented())) {
      const told = (parameters as Json[])
        .filter((one) => one.in === 'path')
        .map((one) => `{${String(one.name)}}`);
      expect([name, told]).toEqual([name, name.match(/\{\w+\}/g) ?? []]);
    }
  });

  it('is told of every call that the tests make', () => {
    expect(Object.keys(apiCalls).toSorted()).toEqual(Object.keys(documented()).toSorted());
  });
});

describe('every operation', () => {
  it.each(Object.keys(apiCalls))('%s takes and answers what the document says', async (name) => {
    const call = await apiCalls[name]?.(world);
    if (!call) throw new Error('no call');
    const operation = documented()[name] ?? {};
    const schema = bodySchema(operation);
    expect(call.body === undefined).toBe(schema === undefined);
    if (schema) expect(schemaProblems(call.body, schema, document)).toEqual([]);
    const told = (operation.parameters as Json[]).filter((one) => one.in !== 'path').map((one) => one.name);
    const used = [...new URL(call.path, server.url).searchParams.keys(), ...Object.keys(call.headers ?? {})];
    expect(used.filter((one) => !told.includes(one))).toEqual([]);
    const answer = await sendCall(server.url, keyFor(name), name, call);
    const text = await answer.text();
    expect([answer.status, text.slice(0, answer.ok ? 0 : 200)]).toEqual([200, '']);
    const responses = operation.responses as Record<string, { content: Record<string, { schema?: Json }> }>;
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    const content = responses[200]?.content ?? {};
    expect(Object.keys(content)).toContain(type);
    const answered = content[type]?.schema;
    if (answered) expect(schemaProblems(JSON.parse(text), answered, document)).toEqual([]);
  });

  it('refuses in the one form that is told', async () => {
    const error = (document.components as { schemas: Record<string, Json> }).schemas.Error ?? {};
    const nobody = createApiClient(server.url, '');
    for (const refused of [
      await nobody.get('/me'),
      await nobody.get('/nowhere'),
      await world.admin.get('/v1/history?limit=0'),
      await world.admin.post('/v1/policy', '{'),
      await world.admin.post(`/v2beta/privacy/elements/${(await world.newRule()).id}`, ruleBody),
    ]) {
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(schemaProblems(refused.json, error, document)).toEqual([]);
    }
  });
});

/** Withdrawing is for who opened it, which is the Architect here. */
function keyFor(name: string): string {
  return name.endsWith('/withdraw') ? world.keys.architect : world.keys.admin;
}
