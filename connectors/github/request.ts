// One request to GitHub's REST API. For connectors/github/ only. The token goes into the Authorization header and
// nowhere else, and to the one origin it was given for.
// https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api

import { SettingsError } from '../../core/settings/settingsSource.ts';
import { exchange } from '../http/exchange.ts';
import type { AnswerMemory } from './answerMemory.ts';
import { errorOfAnswer } from './errorOfAnswer.ts';

/** Supported by github.com and by GitHub Enterprise Server since 3.9. */
const apiVersion = '2022-11-28';

export interface GithubRequestDeps {
  readonly fetch: typeof fetch;
  /** Ends with a slash. */
  readonly apiBaseUrl: URL;
  readonly repository: string;
  readonly getKey: () => string | Promise<string>;
  readonly timeoutMs: number;
  readonly memory: AnswerMemory;
}

export interface GithubCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query below the API's address, without a slash in front. */
  readonly path: string;
  readonly body?: unknown;
  /** Refusals that are an answer and no error. */
  readonly expected?: readonly number[];
}

export interface GithubAnswer {
  readonly status: number;
  /** Undefined when there was no body. */
  readonly json: unknown;
  readonly headers: Headers;
}

/**
 * A GET that was answered before asks whether there is something newer (ETag): "no" does not count against the hourly
 * limit (best practices, "Use conditional requests").
 *
 * @throws {SettingsError} for everything that is neither a 2xx answer in JSON nor `expected`
 */
export async function request(deps: GithubRequestDeps, call: GithubCall): Promise<GithubAnswer> {
  const key = await deps.getKey();
  // A key with such characters makes `fetch` throw an error that quotes it.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new SettingsError('key-refused', 'A token has no spaces or signs like that.');
  const url = new URL(call.path, deps.apiBaseUrl);
  const known = call.method === 'GET' ? deps.memory.read(url.href) : undefined;
  const answer = await exchange(deps, {
    url,
    method: call.method,
    headers: headersOf(call, key, known?.etag),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    redirect: 'manual',
  });
  const { status, headers, text, isRedirect } = answer;
  if (isRedirect) throw movedError(deps.repository);
  if (status === 304 && known) return { status: 200, json: parse(known.text, call), headers: known.headers };
  const json = parse(text, call, status);
  const isFine = status >= 200 && status < 300;
  const etag = headers.get('etag');
  if (isFine && call.method === 'GET' && etag !== null) deps.memory.write(url.href, { etag, text, headers });
  if (isFine || call.expected?.includes(status)) return { status, json, headers };
  throw errorOfAnswer({ status, json, headers, key, repository: deps.repository });
}

/** GitHub answers 301 for what was renamed or given away; a token is not sent after it. */
function movedError(repository: string): SettingsError {
  return new SettingsError(
    'not-found',
    `${repository} is not at this address any more: it was renamed or moved. Connect again with its present name.`,
    { status: 301 },
  );
}

function headersOf(call: GithubCall, key: string, etag: string | undefined): Record<string, string> {
  return {
    Authorization: `Bearer ${key}`,
    Accept: 'application/vnd.github+json',
    'X-GitHub-Api-Version': apiVersion,
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}

function parse(text: string, call: GithubCall, status = 200): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A refusal in other words than JSON is still told by its status.
    if (status >= 400 && !text.trimStart().startsWith('<')) return undefined;
    if (status >= 500) return undefined;
    const what = text.trimStart().startsWith('<') ? 'a web page' : 'something that is not whole JSON';
    // The parser's message quotes the answer, which may be a login page with anything in it.
    throw new SettingsError('not-an-api', `${call.method} ${pathOnly(call.path)} was answered with ${what}.`);
  }
}

function pathOnly(path: string): string {
  return path.split('?')[0] ?? path;
}
