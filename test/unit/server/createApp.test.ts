// Over 250 lines: one list of everything the server must show and refuse at its border.
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOrg } from '../../../server/demoOrg.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const elements = '/v2beta/privacy/elements';
const chrome = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const firefox = 'moz-extension://0f2b1c9e-1111-4222-8333-444455556666';

const body = {
  name: 'A',
  source: { selector: '.a' },
  operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
};

let server: TestServer;
let org: Awaited<ReturnType<TestServer['seed']>>;

beforeAll(async () => {
  server = await startTestServer(openDatabase({ now: () => new Date(), log: () => undefined }));
  org = await server.seed({ rules: demoOrg.rules });
});
afterAll(() => server.close());

interface Sent {
  readonly method?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes out as it is, anything else as JSON. */
  readonly body?: unknown;
}

function send(path: string, sent: Sent = {}): Promise<Response> {
  const { method = 'GET', key = org.admin, headers = {} } = sent;
  const text = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
  return fetch(server.url + path, {
    method,
    headers: {
      ...(key === '' ? {} : { Authorization: `Basic ${key}` }),
      ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(sent.body === undefined ? {} : { body: text }),
  });
}

const post = (sent: unknown, headers: Readonly<Record<string, string>> = {}) =>
  send(elements, { method: 'POST', body: sent, headers });

async function refusal(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const said = (await response.json()) as { message: unknown; code: unknown };
  expect(typeof said.message).toBe('string');
  expect(Object.keys(said).sort()).toEqual(['code', 'message']);
  return `${response.status} ${String(said.code)}`;
}

describe('field for field', () => {
  it('shows a list as FullStory does', async () => {
    const list = (await (await send(elements)).json()) as Record<string, unknown>;
    expect(Object.keys(list).sort()).toEqual(['next_page_token', 'results', 'total_records']);
    expect(list.total_records).toBe('26');
    expect(list.results).toHaveLength(20);
    const [first] = list.results as readonly Record<string, unknown>[];
    expect(first).toMatchObject({
      source: { selector: 'input[type=password]', exception_selectors: [] },
      operation: { action: 'EXCLUDE', consent: false, scope: 'ALL_SESSIONS' },
      platforms: ['WEB'],
      editable: 'EDITABLE_DESCRIPTION_ONLY',
      group_id: '0',
    });
    const rest = await send(`${elements}?page_token=${String(list.next_page_token)}`);
    expect(await rest.json()).toMatchObject({ total_records: '26', next_page_token: null });
  });

  it('shows the older read in its own spelling', async () => {
    const read = (await (await send('/settings/recording/v1/privacy')).json()) as Record<string, unknown>;
    expect(read).toMatchObject({
      ajaxWatches: [],
      discardIpAddresses: false,
      defaultPrivacyMode: 'PRIVACY_MODE_OFF',
      metadata: { createdBy: org.keys[0]?.email },
    });
    const card = (read.elementBlocks as readonly Record<string, unknown>[]).find(
      (block) => block.selector === '#card-form',
    );
    expect(card).toMatchObject({
      type: 'BLOCK_EXCLUDE',
      consent: false,
      label: 'Card form',
      scope: 'ALL_SESSIONS',
      editable: 'EDITABLE_ANY',
      exceptionSelectors: ['#card-form .card-help'],
      groupId: '0',
    });
    const [group] = Object.values(
      read.elementRuleGroups as Record<string, { groupId: string; templateId: string }>,
    );
    expect(group?.templateId).toBe('FORM_PRIVACY');
    expect(group?.groupId).not.toBe('0');
  });

  it('says what happened to the settings last, and by whom', async () => {
    const other = await server.seed();
    server.pass(60_000);
    const before = (await (await send('/settings/recording/v1/privacy', { key: other.admin })).json()) as {
      metadata: { created: string; lastUpdated: string };
    };
    expect(before.metadata.lastUpdated).toBe(before.metadata.created);
    await send(elements, { method: 'POST', body, key: other.admin });
    const after = (await (
      await send('/settings/recording/v1/privacy', { key: other.admin })
    ).json()) as typeof before;
    expect(after.metadata.lastUpdated > before.metadata.lastUpdated).toBe(true);
  });

  it('ignores read-only fields that are sent back', async () => {
    const made = (await (await post(body)).json()) as Record<string, unknown>;
    const sent = {
      ...made,
      group_id: '5',
      editable: 'EDITABLE_DESCRIPTION_ONLY',
      last_updated_by: 'mallory',
      name: 'B',
    };
    const answer = await send(`${elements}/${String(made.id)}`, {
      method: 'POST',
      body: { ...sent, id: 'other' },
    });
    expect(await answer.json()).toMatchObject({
      id: made.id,
      name: 'B',
      group_id: '0',
      editable: 'EDITABLE_ANY',
      last_updated_by: org.keys[0]?.email,
    });
  });

  it('answers a deletion with an empty object', async () => {
    const made = (await (await post(body)).json()) as { id: string };
    const answer = await send(`${elements}/${made.id}`, { method: 'DELETE' });
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
  });
});

describe('what it refuses', () => {
  it.each([
    ['no JSON', '{"name":'],
    ['a list', []],
    ['no name', { ...body, name: undefined }],
    ['a blank name', { ...body, name: '  ' }],
    ['a long name', { ...body, name: 'x'.repeat(257) }],
    ['a long description', { ...body, description: 'x'.repeat(1_025) }],
    ['no selector', { ...body, source: {} }],
    ['a long selector', { ...body, source: { selector: 'x'.repeat(2_049) } }],
    ['a NUL', { ...body, source: { selector: '.a\u0000' } }],
    [
      'half a surrogate',
      '{"name":"\\ud800","source":{"selector":"a"},"operation":{"action":"MASK","scope":"ALL_SESSIONS"},"platforms":["WEB"]}',
    ],
    [
      'an unspecified action',
      { ...body, operation: { ...body.operation, action: 'BLOCK_TYPE_UNSPECIFIED' } },
    ],
    ['an unknown scope', { ...body, operation: { ...body.operation, scope: 'SOME' } }],
    ['no scope', { ...body, operation: { action: 'MASK' } }],
    ['consent as text', { ...body, operation: { ...body.operation, consent: 'true' } }],
    ['no platform', { ...body, platforms: [] }],
    ['an unknown platform', { ...body, platforms: ['WEB', 'TV'] }],
    ['a misspelt field', { ...body, source: { selector: '.a', exceptions: ['.b'] } }],
    ['a prototype', '{"__proto__":{"name":"x"}}'],
  ])('refuses a rule with %s', async (_what, sent) => {
    expect(await refusal(post(sent))).toMatch(/^400 invalid_(request|json)$/);
  });

  it('never quotes what was sent', async () => {
    const answer = await post({ ...body, operation: { action: 'jane@doe.example', scope: 'x' } });
    expect(await answer.text()).not.toContain('jane');
  });

  it('refuses a body that is too large, announced or not', async () => {
    const large = { ...body, description: 'x'.repeat(600_000) };
    expect(await refusal(post(large))).toBe('413 body_too_large');
    const chunked = await new Promise<number>((resolve, reject) => {
      const headers = { Authorization: `Basic ${org.admin}`, 'Content-Type': 'application/json' };
      const sending = httpRequest(server.url + elements, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.resume();
      });
      sending.on('error', reject);
      sending.write(JSON.stringify(large));
      sending.end();
    });
    expect(chunked).toBe(413);
  });

  it('takes a body that comes without its length', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { Authorization: `Basic ${org.admin}`, 'Content-Type': 'application/json' };
      const sending = httpRequest(server.url + elements, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.resume();
      });
      sending.on('error', reject);
      const text = JSON.stringify(body);
      sending.write(text.slice(0, 20));
      sending.end(text.slice(20));
    });
    expect(status).toBe(200);
  });

  it('refuses a body of another type, a foreign page token and an odd idempotency key', async () => {
    expect(await refusal(post('a=b', { 'Content-Type': 'text/plain' }))).toBe('415 unsupported_media_type');
    for (const token of ['x', '20', Buffer.from('after:-1').toString('base64url')]) {
      expect(await refusal(send(`${elements}?page_token=${token}`))).toBe('400 invalid_page_token');
    }
    expect(await refusal(post(body, { 'Idempotency-Key': 'again' }))).toBe('400 invalid_idempotency_key');
  });

  it('does not keep a refused answer for the idempotency key', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    expect((await post({ ...body, name: '' }, key)).status).toBe(400);
    expect((await post(body, key)).status).toBe(200);
  });

  it('answers other addresses and methods in the same form', async () => {
    expect(await refusal(send('/v2beta/privacy'))).toBe('404 not_found');
    expect(await refusal(send(`${elements}/nope`))).toBe('404 not_found');
    expect(await refusal(send(elements, { method: 'DELETE' }))).toBe('405 method_not_allowed');
    expect(await refusal(send('/me', { method: 'PUT', body: {} }))).toBe('405 method_not_allowed');
  });

  it.each(['', 'x', `scrim.0123456789abcdef.${'a'.repeat(43)}`])(
    'asks for a key when there is none or a wrong one: %j',
    async (key) => {
      for (const path of ['/me', elements, `${elements}/x`, '/settings/recording/v1/privacy']) {
        expect(await refusal(send(path, { key }))).toBe('401 invalid_api_key');
      }
      expect(await refusal(send(elements, { key, method: 'POST', body }))).toBe('401 invalid_api_key');
    },
  );

  it('takes the key verbatim only, not as a user name in base64', async () => {
    const key = Buffer.from(`${org.admin}:`).toString('base64');
    expect(await refusal(send('/me', { key }))).toBe('401 invalid_api_key');
  });
});

describe('HEAD and OPTIONS', () => {
  it('answers HEAD like GET, without a body', async () => {
    const answer = await send('/me', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await send('/me', { method: 'HEAD', key: '' })).status).toBe(401);
  });

  it('says which methods an address takes', async () => {
    const answer = await send(`${elements}/x`, { method: 'OPTIONS', key: '' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([204, 'GET, HEAD, POST, DELETE, OPTIONS']);
  });
});

describe('callers in a browser', () => {
  const preflight = (origin: string) =>
    send(elements, {
      method: 'OPTIONS',
      key: '',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      },
    });

  it.each([chrome, firefox])('lets the extension %s call, without credentials', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(asked.headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
    );
    expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET, POST, DELETE');
    expect(asked.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    const answer = await send('/me', { headers: { Origin: origin } });
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, origin]);
    expect(answer.headers.get('Vary')).toContain('Origin');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('ETag, Retry-After, X-Request-Id');
  });

  it('lets an extension read why it was refused', async () => {
    const answer = await send('/me', { key: 'wrong', headers: { Origin: chrome } });
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([401, chrome]);
  });

  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1:1234',
    `${chrome}.evil.example`,
    'chrome-extension://short',
  ])('turns the page %s away, even with a key', async (origin) => {
    const asked = await preflight(origin);
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null]);
    expect(await refusal(send(elements, { method: 'POST', body, headers: { Origin: origin } }))).toBe(
      '403 origin_not_allowed',
    );
  });
});

describe('every answer', () => {
  it('has its own id and headers that keep it out of caches and frames', async () => {
    const answers = await Promise.all([send('/me'), send('/nope'), send('/me', { key: '' })]);
    for (const { headers } of answers) {
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    }
    expect(new Set(answers.map(({ headers }) => headers.get('X-Request-Id'))).size).toBe(3);
    expect(
      server.lines.some((line) => line.includes(answers[0]?.headers.get('X-Request-Id') ?? 'none')),
    ).toBe(true);
  });
});
