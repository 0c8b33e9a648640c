import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiClient, ruleBody as body, createApiClient } from './apiClient.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';

let server: TestServer;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
});
afterAll(() => server.close());

/** What a reader sees of the rules, without revisions and times. */
async function rulesOf(api: ApiClient): Promise<readonly unknown[]> {
  const { json } = await api.get(elements);
  return (json.results as Record<string, unknown>[])
    .map(({ id, name, source, operation }) => JSON.stringify({ id, name, source, operation }))
    .toSorted();
}

async function withChanges() {
  const org = await server.seed({ requiresRevision: true });
  const api = createApiClient(server.url, org.admin);
  const kept = await api.post(elements, { ...body, name: 'Kept' });
  const doomed = await api.post(elements, { ...body, name: 'Doomed' });
  const before = { rules: await rulesOf(api), at: new Date(String(doomed.json.last_updated)), revision: 3 };
  await api.post(`${elements}/${kept.json.id}`, { ...body, name: 'Moved' }, { 'If-Match': kept.etag ?? '' });
  await api.delete(`${elements}/${doomed.json.id}`, { 'If-Match': doomed.etag ?? '' });
  await api.post(elements, { ...body, name: 'Late' });
  return { api, before, org };
}

describe('all rules as they were', () => {
  it.each(['at', 'org_revision'])('come back in one change, by %s', async (by) => {
    const { api, before } = await withChanges();
    const tag = (await api.get(elements)).etag ?? '';
    const point = by === 'at' ? { at: before.at.toISOString() } : { org_revision: before.revision };
    expect((await api.post('/v1/restore', point)).status).toBe(428);
    expect((await api.post('/v1/restore', point, { 'If-Match': '"list-3-x"' })).status).toBe(412);
    const done = await api.post('/v1/restore', point, { 'If-Match': tag });
    expect(done.json).toEqual({ org_revision: 7, changed: 1, deleted: 1, revived: 1 });
    expect(done.etag).toBe((await api.get(elements)).etag);
    expect(await rulesOf(api)).toEqual(before.rules);
    const again = await api.post('/v1/restore', point, { 'If-Match': done.etag ?? '' });
    expect([again.json.org_revision, again.etag]).toEqual([7, done.etag]);
  });

  it('need a state that there was, and a second person where one is wanted', async () => {
    const { api } = await withChanges();
    let tag = (await api.get(elements)).etag ?? '';
    const restore = (point: unknown) => api.post('/v1/restore', point, { 'If-Match': tag });
    expect((await restore({ org_revision: 7 })).status).toBe(404);
    expect((await restore({ at: '2001-01-01T00:00:00Z' })).status).toBe(404);
    for (const odd of [
      {},
      { at: 'yesterday' },
      { at: '2126-02-31T00:00:00Z' },
      { at: '2026-01-01T00:00:00Z', org_revision: 1 },
      { org_revision: 0 },
    ])
      expect((await restore(odd)).status).toBe(400);
    const policy = (await api.get('/v1/policy')).etag ?? '';
    await api.post('/v1/policy', { approval: 'reveals' }, { 'If-Match': policy });
    tag = (await api.get(elements)).etag ?? '';
    // Putting it back deletes a rule that covers live visitors.
    const refused = await restore({ org_revision: 3 });
    expect([refused.status, refused.json.code]).toEqual([403, 'approval_required']);
    expect((await api.get(elements)).etag).toBe(tag);
  });
});
