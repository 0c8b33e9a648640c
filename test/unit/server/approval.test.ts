import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import type { OrgSeed } from '../../../server/seedOrg.ts';
import { type ApiClient, createApiClient, ruleBody } from './apiClient.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';
const selector = '.customer-number-4711';

let server: TestServer;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
});
afterAll(() => server.close());

interface People {
  readonly ann: ApiClient;
  /** Ann's other key. */
  readonly annToo: ApiClient;
  readonly bob: ApiClient;
  readonly archie: ApiClient;
}

async function people(approval: OrgSeed['approval'] = 'reveals'): Promise<People> {
  const keys = [
    { role: 'ADMIN', email: 'ann@acme.example' },
    { role: 'ADMIN', email: ' Ann@ACME.example' },
    { role: 'ADMIN', email: 'bob@acme.example' },
    { role: 'ARCHITECT', email: 'archie@acme.example' },
  ] as const;
  const org = await server.seed({ keys, requiresRevision: true, ...(approval ? { approval } : {}) });
  const [ann, annToo, bob, archie] = org.keys.map(({ key }) => createApiClient(server.url, key));
  return { ann, annToo, bob, archie } as People;
}

const propose = (api: ApiClient, body: Record<string, unknown>) =>
  api.post('/v1/proposals', { title: 'T', ...body }, { 'Idempotency-Key': randomUUID() });

const auditOf = async (api: ApiClient) =>
  (await api.get('/v1/audit')).json.results as readonly Record<string, unknown>[];

describe('the policy', () => {
  it('is told to everybody, and made stricter by one Admin', async () => {
    const { ann, archie } = await people('none');
    expect((await archie.get('/me')).json).toMatchObject({ approval: 'none', orgName: 'Test' });
    const { etag } = await ann.get('/v1/policy');
    expect((await ann.post('/v1/policy', { approval: 'live' })).status).toBe(428);
    const stricter = await ann.post('/v1/policy', { approval: 'live' }, { 'If-Match': etag ?? '' });
    expect(stricter.json).toEqual({ approval: 'live', requires_revision: true });
    expect((await ann.post('/v1/policy', { approval: 'all' }, { 'If-Match': etag ?? '' })).status).toBe(412);
    expect((await archie.get('/me')).json.approval).toBe('live');
  });

  it.each([{ approval: 'none' }, { approval: 'reveals' }, { requires_revision: false }])(
    'is loosened by two only: %j',
    async (policy) => {
      const { ann, annToo, bob, archie } = await people('live');
      const { etag } = await ann.get('/v1/policy');
      const alone = await ann.post('/v1/policy', policy, { 'If-Match': etag ?? '' });
      expect([alone.status, alone.json.code]).toEqual([403, 'approval_required']);
      expect((await propose(archie, { policy })).json.code).toBe('insufficient_key_level');
      const { id } = (await propose(ann, { policy })).json;
      for (const own of [ann, annToo]) {
        expect((await own.post(`/v1/proposals/${id}/approve`, '')).json.code).toBe('own_proposal');
      }
      expect((await ann.get('/v1/policy')).etag).toBe(etag);
      expect((await bob.post(`/v1/proposals/${id}/approve`, '')).json.state).toBe('merged');
      expect((await ann.get('/v1/policy')).json).toMatchObject(policy);
      expect((await auditOf(ann))[1]).toMatchObject({ action: 'policy.changed', detail: { proposal: id } });
    },
  );

  it('that moved keeps a proposal for it open', async () => {
    const { ann, bob } = await people('reveals');
    const { id } = (await propose(ann, { policy: { approval: 'none' } })).json;
    const { etag } = await ann.get('/v1/policy');
    await ann.post('/v1/policy', { approval: 'all' }, { 'If-Match': etag ?? '' });
    const blocked = await bob.post(`/v1/proposals/${id}/approve`, '');
    expect([blocked.status, blocked.json.code]).toEqual([409, 'proposal_blocked']);
    expect((await bob.get(`/v1/proposals/${id}`)).json).toMatchObject({
      state: 'open',
      blocked_by: [{ why: 'policy_changed' }],
    });
    expect((await ann.get('/v1/policy')).json.approval).toBe('all');
  });
});

describe('a change that only adds a sign which looks like a space', () => {
  it.each(['\u00a0', '\ufeff', '\u3000', '\v'])('needs a second person: %j', async (sign) => {
    const { ann } = await people('reveals');
    const body = { ...ruleBody, source: { selector } };
    const { json, etag } = await ann.post(elements, body);
    const spoilt = { ...body, source: { selector: `${selector}${sign}` } };
    const answer = await ann.post(`${elements}/${json.id}`, spoilt, { 'If-Match': etag ?? '' });
    expect([answer.status, answer.json.code]).toEqual([403, 'approval_required']);
    expect((await ann.get(`${elements}/${json.id}`)).etag).toBe(etag);
  });
});

describe('a proposal', () => {
  it('is applied once, when it is approved many times at once', async () => {
    const { ann, bob, annToo, archie } = await people();
    const { id } = (await propose(archie, { changes: [{ change_id: 'a', after: ruleBody }] })).json;
    const answers = await Promise.all(
      [ann, bob, annToo, ann, bob].map((api) => api.post(`/v1/proposals/${id}/approve`, '')),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    const rules = (await ann.get(elements)).json.results as readonly { name: string }[];
    expect(rules.filter(({ name }) => name === ruleBody.name)).toHaveLength(1);
  });

  it('says what it reveals, and gives a rule that it creates the id it was shown with', async () => {
    const { bob, archie } = await people();
    const unmask = { ...ruleBody, operation: { action: 'UNMASK', scope: 'LIVE_SESSIONS_ONLY' } };
    const opened = await propose(archie, { changes: [{ change_id: 'a', after: unmask }] });
    const [change] = opened.json.changes as readonly Record<string, unknown>[];
    expect(change).toMatchObject({ base: null, reveals: ['unmask-added'] });
    await bob.post(`/v1/proposals/${opened.json.id}/approve`, '');
    const versions = (await bob.get(`/v1/rules/${change?.rule_id}/history`)).json.versions;
    expect(versions).toMatchObject([
      { cause: 'proposal', by: 'bob@acme.example', proposal_id: opened.json.id, rule: unmask },
    ]);
  });

  it('cannot delete or bend a built-in rule, nor change one rule twice', async () => {
    const { archie } = await people();
    const rules = (await archie.get(elements)).json.results as readonly Record<string, unknown>[];
    const builtIn = rules.find(({ editable }) => editable === 'EDITABLE_DESCRIPTION_ONLY');
    const of = (after: unknown) => ({
      change_id: randomUUID(),
      rule_id: builtIn?.id,
      base: builtIn?.etag,
      after,
    });
    expect((await propose(archie, { changes: [of(null)] })).json.code).toBe('built_in_rule');
    expect((await propose(archie, { changes: [of(ruleBody)] })).json.code).toBe('restricted_field');
    expect((await propose(archie, { changes: [of(builtIn), of(builtIn)] })).status).toBe(400);
    expect((await propose(archie, {})).status).toBe(400);
  });
});

describe('the audit log', () => {
  it('has every write with its revisions, and neither selectors nor keys', async () => {
    const { ann, bob, archie } = await people();
    const live = { ...ruleBody, source: { selector } };
    const made = await ann.post(elements, live);
    const path = `${elements}/${made.json.id}`;
    const stronger = { ...live, operation: { action: 'EXCLUDE', scope: 'ALL_SESSIONS' } };
    const changed = await ann.post(path, stronger, { 'If-Match': made.etag ?? '' });
    expect((await ann.delete(path, { 'If-Match': changed.etag ?? '' })).status).toBe(403);
    const removal = { change_id: 'x', rule_id: made.json.id, base: changed.etag, after: null };
    const { id } = (await propose(archie, { changes: [removal] })).json;
    await bob.post(`/v1/proposals/${id}/approve`, '');
    await ann.post(`/v1/rules/${made.json.id}/restore`, { revision: 2 });
    await ann.post('/v1/export/site-key', '');
    const all = (await auditOf(ann)).toReversed();
    // The org and its first keys were there before.
    const entries = all.filter(({ action }) => action !== 'key.created' && action !== 'org.created');
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['rule.created', { to: 1 }],
      ['rule.updated', { from: 1, to: 2 }],
      ['proposal.opened', { changes: 1, policy: false }],
      ['rule.deleted', { from: 2, to: 3, proposal: id }],
      ['proposal.approved', { changes: 1, policy: false, from: 3, to: 4 }],
      ['rule.restored', { from: 3, to: 4 }],
      ['export.opened', { replaced: false }],
    ]);
    expect(entries.map(({ email }) => email)).toEqual([
      ...['ann@acme.example', 'ann@acme.example', 'archie@acme.example', 'bob@acme.example'],
      ...['bob@acme.example', 'ann@acme.example', 'ann@acme.example'],
    ]);
    const text = JSON.stringify(entries);
    expect(text).not.toContain(selector);
    expect(text).not.toContain('site.');
    expect(text).not.toContain('scrim.');
    expect((await ann.get('/v1/audit/verify')).json).toMatchObject({ intact: true, entries: all.length });
  });
});
