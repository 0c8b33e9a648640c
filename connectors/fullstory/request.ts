// One HTTP exchange with the settings API. For connectors only.
// It must never put the key anywhere but into the Authorization header, nor follow a redirect with it.

import { SettingsError } from '../../core/settings/settingsSource.ts';
import { exchange } from '../http/exchange.ts';
import { retryAfterSeconds } from '../http/retryAfterSeconds.ts';
import { errorOfAnswer } from './errorOfAnswer.ts';

export interface RequestDeps {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  /** The API key as its owner copied it. */
  readonly getKey: () => string | Promise<string>;
  readonly timeoutMs: number;
}

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, beginning with a slash. */
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  /** Further headers. Never one that `request` sets itself. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A successful answer. `json` is undefined when it had no body (204). */
export interface ApiAnswer {
  readonly json: unknown;
  readonly headers: Headers;
}

/** Sends one request. @throws {SettingsError} for everything that is not a 2xx answer in JSON */
export async function request(deps: RequestDeps, call: ApiCall): Promise<ApiAnswer> {
  const key = await deps.getKey();
  // A key with such characters makes `fetch` throw an error that quotes it.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new SettingsError('key-refused', 'An API key has no spaces or signs like that.');
  const { status, headers, text } = await exchange(deps, {
    url: new URL(call.path, deps.baseUrl),
    method: call.method,
    headers: headersOf(call, key),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    redirect: 'error',
  });
  if (status >= 200 && status < 300)
    return { json: text.trim() === '' ? undefined : parseJson(text, call), headers };
  throw errorOfAnswer({ status, text, retryAfterSeconds: retryAfterSeconds(headers), key });
}

function headersOf(call: ApiCall, key: string): Record<string, string> {
  return {
    ...call.headers,
    // The key verbatim after "Basic", not user:password in base64 (fullstory.md e).
    Authorization: `Basic ${key}`,
    Accept: 'application/json',
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
  };
}

function parseJson(text: string, call: ApiCall): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the answer, which may be a login page with anything in it.
    const what = text.trimStart().startsWith('<') ? 'a web page' : 'something that is not whole JSON';
    throw new SettingsError(
      'not-an-api',
      `${call.method} ${call.path.split('?')[0]} was answered with ${what}.`,
    );
  }
}
