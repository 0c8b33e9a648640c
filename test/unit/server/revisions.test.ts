import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/database.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiClient, ruleBody as body, createApiClient } from './apiClient.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
});
afterAll(() => server.close());

async function strictOrg(): Promise<ApiClient> {
  const org = await server.seed({ requiresRevision: true });
  return createApiClient(server.url, org.admin);
}

async function made(api: ApiClient, more: Record<string, unknown> = {}) {
  const { json, etag } = await api.post(elements, { ...body, ...more });
  return { id: String(json.id), etag: etag ?? '' };
}

describe('a rule and its revision', () => {
  it('has a strong tag on every answer, another one after every change, and the same in the list', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    expect(etag).toMatch(/^"1-[0-9a-z]+"$/);
    expect((await api.get(`${elements}/${id}`)).etag).toBe(etag);
    const list = await api.get(elements);
    const results = list.json.results as readonly Record<string, unknown>[];
    expect(results.find((rule) => rule.id === id)?.etag).toBe(etag);
    const changed = await api.post(`${elements}/${id}`, { ...body, name: 'B' }, { 'If-Match': etag });
    expect([changed.status, changed.etag]).toEqual([200, changed.json.etag]);
    expect(changed.etag).toMatch(/^"2-/);
    expect((await api.get(elements)).etag).not.toBe(list.etag);
  });

  it('is not sent again to who has it', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const list = await api.get(elements);
    for (const [path, tag] of [
      [`${elements}/${id}`, etag],
      [elements, list.etag ?? ''],
      ['/settings/recording/v1/privacy', (await api.get('/settings/recording/v1/privacy')).etag ?? ''],
    ] as const) {
      const again = await api.get(path, { 'If-None-Match': `"other", W/${tag}` });
      expect([again.status, again.text, again.etag]).toEqual([304, '', tag]);
      expect((await api.get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  });

  it('is not overwritten by who read an older one, and says which it is at now', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const now = await api.post(`${elements}/${id}`, { ...body, name: 'B' }, { 'If-Match': etag });
    for (const stale of [etag, `W/${now.etag}`, '"x", "y"']) {
      const late = await api.post(`${elements}/${id}`, { ...body, name: 'C' }, { 'If-Match': stale });
      expect([late.status, late.json.code, late.etag]).toEqual([412, 'revision_moved', now.etag]);
      const removal = await api.delete(`${elements}/${id}`, { 'If-Match': stale });
      expect([removal.status, removal.etag]).toEqual([412, now.etag]);
    }
    expect((await api.get(`${elements}/${id}`)).json.name).toBe('B');
    expect((await api.delete(`${elements}/${id}`, { 'If-Match': `"x", ${now.etag}` })).status).toBe(200);
  });

  it('has to be named where the org asks for it, and need not be elsewhere', async () => {
    const api = await strictOrg();
    const { id } = await made(api);
    for (const headers of [{}, { 'If-Match': '*' }]) {
      const change = await api.post(`${elements}/${id}`, body, headers);
      expect([change.status, change.json.code]).toEqual([428, 'revision_required']);
      expect((await api.delete(`${elements}/${id}`, headers)).status).toBe(428);
    }
    const lenient = createApiClient(server.url, (await server.seed()).admin);
    const other = await made(lenient);
    expect((await lenient.post(`${elements}/${other.id}`, body, { 'If-Match': '"x"' })).status).toBe(412);
    expect((await lenient.post(`${elements}/${other.id}`, body, { 'If-Match': '*' })).status).toBe(200);
    expect((await lenient.post(`${elements}/${other.id}`, body)).status).toBe(200);
    expect((await lenient.delete(`${elements}/${other.id}`)).status).toBe(200);
  });

  it('refuses what is no list of tags, and changes nothing', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const odd = [
      'x',
      '""x',
      `${etag}, `,
      `${etag} ${etag}`,
      '"a'.repeat(500),
      `${'"a",'.repeat(40)}"a"`,
      '" "',
    ];
    for (const header of odd) {
      const answer = await api.post(`${elements}/${id}`, { ...body, name: 'Z' }, { 'If-Match': header });
      expect([header, answer.status]).toEqual([header, 400]);
    }
    expect((await api.get(`${elements}/${id}`)).etag).toBe(etag);
  });

  it('goes to one of many who write from the same revision at once', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const writes = Array.from({ length: 8 }, (_, at) =>
      api.post(`${elements}/${id}`, { ...body, name: `Writer ${at}` }, { 'If-Match': etag }),
    );
    const answers = await Promise.all(writes);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array(7).fill(412)]);
    const won = answers.find((answer) => answer.status === 200);
    expect((await api.get(`${elements}/${id}`)).json).toEqual(won?.json);
  });

  it('moves on in time even when the clock is put back', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    server.pass(-3_600_000);
    try {
      const changed = await api.post(`${elements}/${id}`, body, { 'If-Match': etag });
      expect(String(changed.json.last_updated) > String(changed.json.created_at)).toBe(true);
    } finally {
      server.pass(3_600_000);
    }
  });
});

describe('the history', () => {
  it('keeps every version of a rule, who made it and in which request', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const changed = await api.post(`${elements}/${id}`, { ...body, name: 'B' }, { 'If-Match': etag });
    await api.delete(`${elements}/${id}`, { 'If-Match': changed.etag ?? '' });
    const { json } = await api.get(`/v1/rules/${id}/history`);
    const versions = json.versions as readonly Record<string, unknown>[];
    expect(versions.map(({ revision, cause }) => [revision, cause])).toEqual([
      [3, 'delete'],
      [2, 'update'],
      [1, 'create'],
    ]);
    expect(versions[0]).toMatchObject({ rule: null, etag: null, by: expect.stringMatching(/^ADMIN@/) });
    expect(versions[1]).toMatchObject({
      rule: changed.json,
      etag: changed.etag,
      request_id: changed.requestId,
    });
    expect(new Set(versions.map((version) => version.at)).size).toBe(3);
    expect(new Set(versions.map((version) => version.by_key_id)).size).toBe(1);
  });

  it('is read in pages, of one rule and of the org, newest first and each version once', async () => {
    const api = await strictOrg();
    const { id, ...first } = await made(api);
    let { etag } = first;
    for (let at = 2; at <= 7; at++) {
      const next = await api.post(`${elements}/${id}`, { ...body, name: `N${at}` }, { 'If-Match': etag });
      etag = next.etag ?? '';
    }
    const revisions = await readAll(api, `/v1/rules/${id}/history`, 3);
    expect(revisions.map(({ revision }) => revision)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    // The 15 built-in rules were made at once: the pages go through the middle of one change.
    const all = await readAll(api, '/v1/history', 4);
    expect(all.slice(0, 7).map(({ rule_id }) => rule_id)).toEqual(Array(7).fill(id));
    expect(all.slice(7).every(({ cause }) => cause === 'seed')).toBe(true);
    expect(new Set(all.map(({ rule_id, revision }) => `${rule_id}/${revision}`)).size).toBe(all.length);
    const total = Number((await api.get(elements)).json.total_records);
    expect(all).toHaveLength(total + 6);
  });

  it('says which fields differ between two revisions', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const to = { ...body, name: 'B', source: { selector: '.a', exception_selectors: ['.x'] } };
    const changed = await api.post(`${elements}/${id}`, to, { 'If-Match': etag });
    await api.delete(`${elements}/${id}`, { 'If-Match': changed.etag ?? '' });
    const { json } = await api.get(`/v1/rules/${id}/diff?from=1&to=2`);
    expect(json).toEqual({
      rule_id: id,
      from: 1,
      to: 2,
      fields: [
        { field: 'name', from: 'A', to: 'B' },
        { field: 'source.exception_selectors', from: [], to: ['.x'] },
      ],
    });
    const gone = (await api.get(`/v1/rules/${id}/diff?from=2&to=3`)).json.fields as readonly unknown[];
    expect(gone).toHaveLength(8);
    expect(gone[0]).toEqual({ field: 'name', from: 'B', to: null });
    expect((await api.get(`/v1/rules/${id}/diff?from=1&to=9`)).status).toBe(404);
    expect((await api.get(`/v1/rules/${id}/diff?from=1`)).status).toBe(400);
  });

  it('puts a rule back as it was, a deleted one too, and counts on', async () => {
    const api = await strictOrg();
    const { id, etag } = await made(api);
    const changed = await api.post(`${elements}/${id}`, { ...body, name: 'B' }, { 'If-Match': etag });
    const restore = `/v1/rules/${id}/restore`;
    expect((await api.post(restore, { revision: 1 })).status).toBe(428);
    expect((await api.post(restore, { revision: 1 }, { 'If-Match': etag })).status).toBe(412);
    const back = await api.post(restore, { revision: 1 }, { 'If-Match': changed.etag ?? '' });
    expect(back.json).toMatchObject({ id, name: 'A', etag: expect.stringMatching(/^"3-/) });
    await api.delete(`${elements}/${id}`, { 'If-Match': back.etag ?? '' });
    expect((await api.post(restore, { revision: 4 })).json.code).toBe('not_restorable');
    expect((await api.post(restore, { revision: 2 }, { 'If-Match': back.etag ?? '' })).status).toBe(412);
    const revived = await api.post(restore, { revision: 2 });
    expect(revived.json).toMatchObject({ id, name: 'B', etag: expect.stringMatching(/^"5-/) });
    expect(revived.json.created_at).toBe(changed.json.created_at);
    expect((await api.get(`${elements}/${id}`)).json).toEqual(revived.json);
    const causes = (await readAll(api, `/v1/rules/${id}/history`, 20)).map(({ cause }) => cause);
    expect(causes).toEqual(['restore', 'delete', 'restore', 'update', 'create']);
  });

  it('does not let a built-in rule be put back further than it may be changed', async () => {
    const api = await strictOrg();
    const list = (await api.get(elements)).json.results as readonly Record<string, string>[];
    const builtIn = list.find((rule) => rule.editable === 'EDITABLE_DESCRIPTION_ONLY');
    if (!builtIn) throw new Error('no built-in rule');
    const path = `${elements}/${builtIn.id}`;
    const noted = await api.post(
      path,
      { ...builtIn, description: 'ours' },
      { 'If-Match': builtIn.etag ?? '' },
    );
    const back = await api.post(
      `/v1/rules/${builtIn.id}/restore`,
      { revision: 1 },
      { 'If-Match': noted.etag ?? '' },
    );
    expect(back.json).toMatchObject({ description: '', editable: builtIn.editable });
  });

  it('cannot be changed in the database, and goes with its org only', async () => {
    const api = await strictOrg();
    await made(api);
    const db = await database.open();
    for (const statement of [
      `UPDATE rule_versions SET by_email = 'mallory'`,
      'DELETE FROM rule_versions WHERE revision = 1',
    ]) {
      await expect(db.execute(statement)).rejects.toThrow();
    }
    const { orgId } = await server.seed();
    await db.execute(`DELETE FROM orgs WHERE id = '${orgId}'`);
    const left = await db.execute(`SELECT 1 FROM rule_versions WHERE org_id = '${orgId}'`);
    expect((left as unknown as { rows: unknown[] }).rows).toEqual([]);
  });

  it('shows and restores nothing of another org', async () => {
    const [ours, theirs] = [await strictOrg(), await strictOrg()];
    const { id } = await made(ours);
    for (const path of [`/v1/rules/${id}/history`, `/v1/rules/${id}/diff?from=1&to=1`]) {
      expect((await theirs.get(path)).status).toBe(404);
    }
    expect((await theirs.post(`/v1/rules/${id}/restore`, { revision: 1 })).status).toBe(404);
    expect(JSON.stringify(await readAll(theirs, '/v1/history', 100))).not.toContain(id);
  });

  it('writes a repeated create down once', async () => {
    const api = await strictOrg();
    const headers = { 'Idempotency-Key': randomUUID() };
    const [first, second] = [
      await api.post(elements, body, headers),
      await api.post(elements, body, headers),
    ];
    expect(second).toMatchObject({ json: first.json, etag: first.etag });
    expect((await api.get(`/v1/rules/${String(first.json.id)}/history`)).json.versions).toHaveLength(1);
  });
});

async function readAll(api: ApiClient, path: string, limit: number) {
  const versions: Record<string, unknown>[] = [];
  let token = '';
  do {
    const { json } = await api.get(`${path}?limit=${limit}${token === '' ? '' : `&page_token=${token}`}`);
    versions.push(...(json.versions as Record<string, unknown>[]));
    token = typeof json.next_page_token === 'string' ? json.next_page_token : '';
  } while (token !== '');
  return versions;
}
