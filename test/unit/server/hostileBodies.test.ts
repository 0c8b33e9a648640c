import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import { type ApiCall, type ApiWorld, apiCalls, createApiWorld, sendCall } from './apiCalls.ts';
import { ruleBody } from './apiClient.ts';
import { schemaProblems } from './schemaProblems.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const generous = { burst: 100_000, perSecond: 100_000 };
const elements = '/v2beta/privacy/elements';

type Json = Readonly<Record<string, unknown>>;

let server: TestServer;
let world: ApiWorld;
let document: Json;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database, generous);
  world = await createApiWorld(server);
  document = (await world.admin.get('/openapi.json')).json;
});
afterAll(() => server.close());

const withBody = [
  `POST ${elements}`,
  `POST ${elements}/{id}`,
  'POST /v1/rules/{id}/restore',
  'POST /v1/restore',
  'POST /v1/policy',
  'POST /v1/proposals',
  'POST /v1/keys',
];

function schemaOf(name: string): Json {
  const [method = '', path = ''] = name.split(' ');
  const operation = (document.paths as Record<string, Record<string, Json>>)[path]?.[method.toLowerCase()];
  const body = operation?.requestBody as { content: Record<string, { schema: Json }> } | undefined;
  return body?.content['application/json']?.schema ?? {};
}

/** Each part of a body, one after the other, put out of shape in every way that is listed. */
function* mutations(value: unknown): Generator<unknown> {
  yield* [null, 0, -1, Number.MAX_VALUE, '', 'x', [], {}, true, [[[]]]];
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const rebuilt = (parts: [string, unknown][]) =>
    Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
  for (const [at, [name, part]] of entries.entries()) {
    yield rebuilt(entries.toSpliced(at, 1));
    for (const inner of mutations(part)) yield rebuilt(entries.with(at, [name, inner]));
  }
  if (!Array.isArray(value)) yield { ...value, unknown_entry: 1 };
}

const texts: readonly [string, string][] = [
  ['no JSON', '{"name":'],
  ['nothing', ''],
  ['a bare word', 'undefined'],
  ['a prototype', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'],
  [
    'a prototype inside',
    '{"source":{"__proto__":{"selector":"a"}},"changes":[{"__proto__":{"after":null}}]}',
  ],
  ['depth', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['depth in objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['a NUL', JSON.stringify({ ...ruleBody, name: 'a\u0000b', title: '\u0000', email: 'a\u0000@b.c' })],
  ['half a surrogate', '{"name":"\\ud800","title":"\\udfff"}'],
  [
    'many entries',
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at]))),
  ],
  ['numbers beyond all', '{"revision":1e999,"org_revision":-1e999}'],
];

async function callOf(name: string): Promise<ApiCall> {
  const call = await apiCalls[name]?.(world);
  if (!call) throw new Error('no call');
  return call;
}

describe.each(withBody)('%s', (name) => {
  it('refuses what the document refuses, without quoting it and without failing', async () => {
    const call = await callOf(name);
    const refused: unknown[] = [];
    for (const body of mutations(call.body)) {
      if (schemaProblems(JSON.parse(JSON.stringify(body)), schemaOf(name), document).length > 0)
        refused.push(body);
    }
    expect(refused.length).toBeGreaterThan(5);
    const answers = [];
    // Every fifth is enough: they differ in the place, hardly in the kind.
    for (const body of refused.filter((_, at) => at % 5 === 0 || refused.length < 60)) {
      const answer = await sendCall(server.url, world.keys.admin, name, { ...call, body });
      if (answer.status !== 400) answers.push([answer.status, body]);
      await answer.body?.cancel();
    }
    expect(answers).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it.each(texts)('refuses %s', async (_what, body) => {
    const answer = await sendCall(server.url, world.keys.admin, name, { ...(await callOf(name)), body });
    const said = (await answer.json()) as { code: string };
    expect([answer.status, said.code]).toEqual([400, expect.stringMatching(/^invalid_(json|request)$/)]);
  });

  it('refuses what is too large, of another type, or not UTF-8', async () => {
    const call = await callOf(name);
    const large = JSON.stringify({ ...(call.body as object), description: 'x'.repeat(600_000) });
    expect((await sendCall(server.url, world.keys.admin, name, { ...call, body: large })).status).toBe(413);
    const headers = { ...call.headers, 'Content-Type': 'text/plain' };
    expect((await sendCall(server.url, world.keys.admin, name, { ...call, headers })).status).toBe(415);
    const answer = await fetch(server.url + call.path, {
      method: 'POST',
      headers: {
        ...call.headers,
        Authorization: `Basic ${world.keys.admin}`,
        'Content-Type': 'application/json',
      },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    });
    expect(answer.status).toBe(400);
  });
});

describe('text that would be something else elsewhere', () => {
  const injections = [
    `'); DROP TABLE rule_versions; --`,
    `" OR "1"="1`,
    '$1 $$ \\',
    '<script>alert(1)</script>',
    '\u202eevil',
    '{{7*7}} $' + '{jndi:ldap://x}',
    '%00 %27 ../../etc/passwd',
  ];

  it.each(injections)('is kept as it is and does nothing: %s', async (text) => {
    const body = {
      ...ruleBody,
      name: text,
      description: text,
      source: { selector: text, exception_selectors: [text] },
    };
    const made = await world.admin.post(elements, body);
    expect(made.json).toMatchObject({ name: text, description: text, source: { selector: text } });
    const versions = (await world.admin.get(`/v1/rules/${String(made.json.id)}/history`)).json.versions;
    expect(versions).toMatchObject([{ rule: made.json }]);
    const proposal = { title: text, description: text, changes: [{ change_id: text, after: body }] };
    const headers = { 'Idempotency-Key': randomUUID() };
    const opened = await world.architect.post('/v1/proposals', proposal, headers);
    expect(opened.json).toMatchObject({ title: text, description: text, changes: [{ change_id: text }] });
  });

  it.each(injections)('finds nothing as an id, a token or a header: %s', async (text) => {
    const id = encodeURIComponent(text);
    for (const path of [`${elements}/${id}`, `/v1/rules/${id}/history`, `/v1/proposals/${id}`]) {
      expect((await world.admin.get(path)).status).toBe(404);
    }
    for (const path of [
      `${elements}?page_token=${id}`,
      `/v1/history?page_token=${id}`,
      `/v1/history?limit=${id}`,
    ]) {
      expect((await world.admin.get(path)).status).toBe(400);
    }
    expect((await world.admin.get(`/v1/proposals?key=${id}`)).json.results).toEqual([]);
    expect((await world.admin.get(`/v1/proposals?state=${id}`)).status).toBe(400);
  });
});

describe('an address', () => {
  it.each(['%00', 'a%00b', '%ff%fe', '%', '%zz', '..%2f..%2fme', 'a'.repeat(4_000), '%F0%9F%92%A9'])(
    'that is odd finds nothing, and does not make the server fail: %s',
    async (odd) => {
      for (const path of [`${elements}/${odd}`, `/v1/rules/${odd}/history`, `/v1/proposals/${odd}`]) {
        expect([400, 404]).toContain((await world.admin.get(path)).status);
      }
      for (const query of [
        `/v1/proposals?key=${odd}`,
        `/export/sentry?site=${odd}`,
        `${elements}?page_token=${odd}`,
      ]) {
        expect((await world.admin.get(query)).status).toBeLessThan(500);
      }
    },
  );
});

describe('If-Match', () => {
  it('lets nothing through but the present tag, whatever stands beside it', async () => {
    const { id, etag } = await world.newRule();
    const bare = etag.slice(1, -1);
    const wrong = [
      ...['', ' ', '*', '**', '"*"', bare, `'${bare}'`, `W/${etag}`, `w/${etag}`, `${etag}x`, `x${etag}`],
      ...[
        etag.toUpperCase().replace(/\d+-/, '2-'),
        `"${bare} "`,
        `" ${bare}"`,
        `"${bare}`,
        `${bare}"`,
        '""',
        '"1"',
      ],
      ...[
        `"a" ${etag}`,
        `${etag};q=1`,
        `${etag}/**/`,
        `"${'x'.repeat(200)}"`,
        `${'"a", '.repeat(30)}${etag}`,
      ],
    ];
    for (const header of wrong) {
      const answer = await world.admin.post(`${elements}/${id}`, ruleBody, { 'If-Match': header });
      expect([header, [400, 412, 428].includes(answer.status)]).toEqual([header, true]);
    }
    expect((await world.admin.get(`${elements}/${id}`)).etag).toBe(etag);
    const right = await world.admin.post(`${elements}/${id}`, ruleBody, {
      'If-Match': `"a",\t${etag} , "b"`,
    });
    expect(right.status).toBe(200);
  });
});
