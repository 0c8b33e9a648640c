import { type Exchange, elements, idempotencyKey, ruleId } from './exchange.ts';

/** As the contract of `GET /v2beta/privacy/elements` prints it; `group_id` is an int64. */
export const wireRule = {
  id: ruleId,
  name: 'Mask Credit Card Fields',
  description: 'Masks all credit card input fields on the checkout page',
  source: { selector: 'div.sensitive-data', exception_selectors: ['span.public-info'] },
  operation: { action: 'MASK', consent: false, scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
  editable: 'EDITABLE_ANY',
  group_id: 0,
  created_at: '2026-09-01T10:00:00Z',
  last_updated: '2026-09-02T11:30:00Z',
  last_updated_by: 'user@example.com',
};

const builtIn = {
  ...wireRule,
  id: 'built-in-1',
  name: 'Passwords',
  source: { selector: 'input[type=password]' },
  operation: { action: 'EXCLUDE', scope: 'ALL_SESSIONS' },
  editable: 'EDITABLE_DESCRIPTION_ONLY',
  // int64 is text by the schema, and a number in the example: both are sent.
  group_id: '7',
};

const written = {
  name: wireRule.name,
  description: wireRule.description,
  source: wireRule.source,
  operation: wireRule.operation,
  platforms: wireRule.platforms,
};

const get = (path: string): Exchange['request'] => ({ method: 'GET', path });
const ok = (json: unknown): Exchange['answer'] => ({ status: 200, json });
const one = get(`${elements}/{id}`);

export const elementRuleExchanges = {
  me: {
    request: get('/me'),
    answer: ok({ email: 'daniel@falko.example', orgId: 'o-ACME-na1', role: 'ADMIN' }),
    role: 'admin',
  },
  'me of a Standard key': {
    request: get('/me'),
    answer: ok({ email: 'eve@falko.example', orgId: 'o-ACME-na1', role: 'USER' }),
    role: 'user',
  },
  'me of an org key': {
    request: get('/me'),
    answer: ok({ orgId: 'ABC', email: '', clientId: '', scopes: '', role: 'UNKNOWN' }),
    role: 'user',
    notAsked: 'its keys belong to people',
  },
  'list, the only page': {
    request: get(elements),
    answer: ok({ results: [wireRule, builtIn], total_records: 2 }),
    role: 'architect',
  },
  'list, the first of two pages': {
    request: get(elements),
    answer: ok({ results: [wireRule], total_records: '2', next_page_token: 'v1+/=' }),
    role: 'architect',
    notAsked: 'its pages are longer; fullstory.test.ts walks through them',
  },
  'list, the second of two pages': {
    request: get(`${elements}?page_token=v1%2B%2F%3D`),
    answer: ok({ results: [builtIn], total_records: '2', next_page_token: null }),
    role: 'architect',
    notAsked: 'the token is of another server',
  },
  get: { request: one, answer: ok(wireRule), role: 'architect' },
  'get what does not exist': {
    request: one,
    answer: { status: 404, json: { message: 'rule not found', code: 'not_found' } },
    role: 'architect',
    of: 'nothing',
  },
  create: {
    request: { method: 'POST', path: elements, body: written, idempotencyKey },
    answer: ok(wireRule),
    role: 'admin',
  },
  'create the same again': {
    request: { method: 'POST', path: elements, body: written, idempotencyKey },
    answer: ok(wireRule),
    role: 'admin',
    after: 'create',
  },
  'create another with the same key': {
    request: { method: 'POST', path: elements, body: { ...written, name: 'Other' }, idempotencyKey },
    answer: { status: 409, json: { message: 'key was used for another body', code: 'conflict' } },
    role: 'admin',
    after: 'create',
  },
  'create with a key that may only read': {
    request: { method: 'POST', path: elements, body: written, idempotencyKey },
    answer: { status: 403, json: { message: 'Admin permission required', code: 'permission_denied' } },
    role: 'architect',
  },
  update: {
    request: { method: 'POST', path: `${elements}/{id}`, body: written },
    answer: ok(wireRule),
    role: 'admin',
  },
  'update, answered with nothing': {
    request: { method: 'POST', path: `${elements}/{id}`, body: written },
    answer: ok({}),
    role: 'admin',
    notAsked: 'it answers with the rule',
  },
  'update, answered without content': {
    request: { method: 'POST', path: `${elements}/{id}`, body: written },
    answer: { status: 204 },
    role: 'admin',
    notAsked: 'it answers with the rule',
  },
  'update a field that may not change': {
    request: { method: 'POST', path: `${elements}/{id}`, body: written },
    answer: {
      status: 403,
      json: { message: 'selector is a restricted field of this rule', code: 'restricted' },
    },
    role: 'admin',
    of: 'built-in',
  },
  delete: { request: { method: 'DELETE', path: `${elements}/{id}` }, answer: ok({}), role: 'admin' },
  'delete, answered without content': {
    request: { method: 'DELETE', path: `${elements}/{id}` },
    answer: { status: 204 },
    role: 'admin',
    notAsked: 'it answers with {}',
  },
  'delete a built-in rule': {
    request: { method: 'DELETE', path: `${elements}/{id}` },
    answer: { status: 403, json: { message: 'built-in rules cannot be deleted', code: 'built_in' } },
    role: 'admin',
    of: 'built-in',
  },
} as const satisfies Record<string, Exchange>;
