import type { Exchange } from './exchange.ts';

const refusal = (status: number, answer: Partial<Exchange['answer']>): Exchange => ({
  request: { method: 'GET', path: '/me' },
  answer: { status, ...answer },
  role: 'user',
  notAsked: 'it has no such trouble to make',
});

const signIn = '<!doctype html><html><title>Sign in</title><p>Jane Doe</p></html>';

/** fullstory.md e.4: `{message, code}` in version 2; version 1 may say it otherwise, and a proxy may say anything. */
export const errorExchanges = {
  'a body that is not understood': refusal(400, {
    json: { message: 'name is required', code: 'bad_request' },
  }),
  'a body that is not accepted': refusal(422, { json: { message: 'bad selector', code: 'invalid' } }),
  'a key that is not known': {
    request: { method: 'GET', path: '/me' },
    answer: { status: 401, json: { message: 'invalid API key', code: 'unauthorized' } },
    role: 'nobody',
  },
  'too many requests': refusal(429, { headers: { 'Retry-After': '17' }, json: { code: 'rate_limited' } }),
  'too many requests, without saying how long': refusal(429, {}),
  'a server that failed': refusal(500, { json: { message: 'internal', code: 'internal' } }),
  'a proxy that failed': refusal(502, { headers: { 'Content-Type': 'text/html' }, text: signIn }),
  'a server that is not there': refusal(503, { text: 'upstream connect error' }),
  'version 1, error': refusal(403, { json: { error: 'insufficient permission' } }),
  'version 1, detail': refusal(403, { json: { detail: 'insufficient permission', code: 7 } }),
  'version 1, text': refusal(403, { text: 'forbidden' }),
  'a sign-in page': refusal(200, { headers: { 'Content-Type': 'text/html' }, text: signIn }),
  'half an answer': refusal(200, { text: '{"orgId":"o-AC' }),
  'an answer without an org': refusal(200, { json: { role: 'ADMIN' } }),
} as const satisfies Record<string, Exchange>;
