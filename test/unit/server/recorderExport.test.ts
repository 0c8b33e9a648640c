import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedSyntaxError } from '../../../core/saved/savedSelector.ts';
import { translateRules } from '../../../core/translate/translateRules.ts';
import { demoOrg } from '../../../server/demoOrg.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiClient, createApiClient, ruleBody } from './apiClient.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';

let server: TestServer;
let nobody: ApiClient;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
  nobody = createApiClient(server.url, '');
});
afterAll(() => server.close());

async function opened(seed: Parameters<TestServer['seed']>[0] = { rules: demoOrg.rules }) {
  const org = await server.seed(seed);
  const admin = createApiClient(server.url, org.admin);
  const site = String((await admin.post('/v1/export/site-key', '')).json.site_key);
  return { ...org, admin: admin, site };
}

describe('the configuration of a recorder, as a site loads it', () => {
  it('is what the translation says, for every recorder it can write', async () => {
    const { admin, site } = await opened();
    const { recorders } = (await admin.get('/v1/export')).json as { recorders: string[] };
    expect(recorders.length).toBeGreaterThan(5);
    for (const recorder of recorders) {
      const { status, json, headers } = await nobody.get(`/export/${recorder}?site=${site}`);
      expect([recorder, status]).toEqual([recorder, 200]);
      const notes = json.notes as readonly { leaves?: unknown }[];
      const refused = notes.filter(({ leaves }) => leaves !== undefined).length;
      expect(json).toMatchObject({ scrim: 1, recorder, complete: refused === 0 });
      expect(headers.get('Scrim-Refused')).toBe(String(refused));
      expect(headers.get('Scrim-Patches')).toBe(String((json.patches as unknown[]).length));
      const hidden = recorder === 'fullstory' ? json.rules : [json.options, json.patches, json.code];
      expect(JSON.stringify(hidden)).toContain('.customer-name');
    }
  });

  it('agrees with `scrim translate` on the same rules', async () => {
    const { site } = await opened({ rules: demoOrg.rules });
    const { json } = await nobody.get(`/export/rrweb?site=${site}`);
    const rules = demoOrg.rules.map((rule, at) => ({
      ...rule,
      id: String(at),
      groupId: '0',
      editable: 'any' as const,
    }));
    const ruleSet = { rules, groups: [], gaps: [], privateByDefault: false };
    const alone = translateRules({
      from: 'fullstory',
      to: 'rrweb',
      options: {},
      ruleSet,
      syntax: savedSyntaxError,
    });
    const exported = JSON.stringify(json.options);
    for (const selector of String(alone.options.maskTextSelector).split(', ').slice(0, 3)) {
      expect(exported).toContain(JSON.stringify(selector).slice(1, -1));
    }
  });

  it('names neither rules nor people', async () => {
    const { site } = await opened();
    for (const recorder of ['fullstory', 'rrweb', 'sentry']) {
      const { text } = await nobody.get(`/export/${recorder}?site=${site}`);
      for (const word of ['Customer name', 'Gifts go', 'ADMIN@', 'Loyalty']) expect(text).not.toContain(word);
    }
  });

  it('says what the recorder cannot be told to hide', async () => {
    const { site } = await opened({ rules: [{ ...demoOrg.rules[0], selector: ':::' }] });
    const { json, headers } = await nobody.get(`/export/rrweb?site=${site}`);
    expect(json.complete).toBe(false);
    expect(Number(headers.get('Scrim-Refused'))).toBeGreaterThan(0);
    expect(json.notes).toContainEqual(
      expect.objectContaining({
        kind: 'refused',
        why: 'invalid',
        leaves: { part: 'rules', selector: ':::' },
      }),
    );
  });

  it('is kept by caches until the rules change', async () => {
    const { admin, site } = await opened();
    const path = `/export/rrweb?site=${site}`;
    const first = await nobody.get(path);
    expect(first.headers.get('Cache-Control')).toMatch(/^public, max-age=60\b/);
    expect(first.etag).toMatch(/^"[\w-]{22}"$/);
    const again = await nobody.get(path, { 'If-None-Match': first.etag ?? '' });
    expect([again.status, again.text, again.etag]).toEqual([304, '', first.etag]);
    await admin.post(elements, { ...ruleBody, source: { selector: '.added' } });
    const after = await nobody.get(path, { 'If-None-Match': first.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.text).toContain('.added');
  });

  it('comes as a script that holds the same, and can end nothing it stands in', async () => {
    const { site } = await opened({ rules: [{ ...demoOrg.rules[0], selector: `[a="</script>\`$\{x}\`"]` }] });
    const { text, headers, etag } = await nobody.get(`/export/rrweb?site=${site}&format=js`);
    expect(headers.get('Content-Type')).toContain('text/javascript');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(text).not.toContain('</script');
    const scope: { scrimRules?: { options: unknown; complete: boolean } } = {};
    new Function('globalThis', text)(scope);
    const { json, etag: other } = await nobody.get(`/export/rrweb?site=${site}`);
    expect(scope.scrimRules?.complete).toBe(json.complete);
    expect(scope.scrimRules?.options).toEqual(json.options);
    expect(etag).not.toBe(other);
  });

  it('is open to every page, and nothing else is', async () => {
    const { site, orgId } = await opened();
    const origin = { Origin: 'https://shop.example' };
    const answer = await nobody.get(`/export/rrweb?site=${site}`, origin);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Scrim-Refused');
    const withSite = createApiClient(server.url, site);
    for (const path of ['/me', elements, '/v1/history', '/v1/export', `/v1/export?site=${site}`]) {
      expect((await nobody.get(path, origin)).status).toBe(403);
      expect((await withSite.get(path)).status).toBe(401);
    }
    expect(answer.text).not.toContain(orgId);
  });

  it('ends with its key, and there is none before an Admin makes one', async () => {
    const { admin, site, architect } = await opened();
    const path = (key: string) => `/export/rrweb?site=${key}`;
    expect((await createApiClient(server.url, architect).post('/v1/export/site-key', '')).status).toBe(403);
    const renewed = String((await admin.post('/v1/export/site-key', '')).json.site_key);
    expect((await nobody.get(path(site))).status).toBe(404);
    expect((await nobody.get(path(renewed))).status).toBe(200);
    expect((await admin.delete('/v1/export/site-key')).json.site_key).toBeNull();
    // There is nothing left to close, and nothing to tell of it.
    expect((await admin.delete('/v1/export/site-key')).json.site_key).toBeNull();
    const closed = await admin.get('/v1/audit?action=export.closed');
    expect(closed.json.results).toHaveLength(1);
    const gone = await nobody.get(path(renewed));
    expect([gone.status, gone.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
    for (const odd of ['', 'null', 'site.', `site.${'a'.repeat(32)}`, "site.' OR '1'='1"]) {
      expect((await nobody.get(path(encodeURIComponent(odd)))).status).toBe(404);
    }
    expect((await nobody.get(`/export/nope?site=${renewed}`)).status).toBe(404);
  });
});
