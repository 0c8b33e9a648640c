import { SettingsError, type SettingsErrorCode } from '../../core/settings/settingsSource.ts';

export interface RefusedAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Headers;
  /** To take it out of GitHub's words, should they repeat it. */
  readonly key: string;
  readonly repository: string;
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
const codeOfStatus: ReadonlyMap<number, SettingsErrorCode> = new Map([
  [400, 'invalid'],
  [401, 'key-refused'],
  [403, 'role-too-low'],
  [404, 'not-found'],
  [405, 'invalid'],
  [408, 'timeout'],
  [409, 'conflict'],
  [412, 'conflict'],
  [413, 'invalid'],
  [415, 'invalid'],
  [422, 'invalid'],
  [429, 'too-many-requests'],
]);

/** Longest part of GitHub's words that is passed on. */
const maxDetail = 300;
/** "Otherwise, wait for at least one minute before retrying" (best practices, "Handle rate limit errors"). */
const leastWaitSeconds = 60;
/** Limits are counted by the hour. */
const mostWaitSeconds = 2 * 3_600;

/** Any answer that is neither 2xx nor expected, in plain words. */
export function errorOfAnswer(answer: RefusedAnswer): SettingsError {
  const { status, headers, repository } = answer;
  const words = wordsOf(answer);
  const wait = waitOf(answer, words);
  if (wait !== undefined) {
    const detail = `GitHub asks to wait: ${words === '' ? `HTTP ${status}` : words}`;
    return new SettingsError('too-many-requests', detail, { status, retryAfterSeconds: wait });
  }
  const code = status >= 500 ? 'server-error' : (codeOfStatus.get(status) ?? 'not-an-api');
  return new SettingsError(code, plainWords(status, headers, { words, repository }), { status });
}

/**
 * Primary limit: 403 or 429 with `x-ratelimit-remaining: 0`, until `x-ratelimit-reset` (seconds since 1970). Secondary:
 * 403 or 429 with `retry-after`, or only in words.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function waitOf({ status, headers }: RefusedAnswer, words: string): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const retryAfter = wholeNumber(headers.get('retry-after'));
  if (retryAfter !== undefined) return Math.min(retryAfter, mostWaitSeconds);
  const reset = wholeNumber(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining')?.trim() === '0' && reset !== undefined) {
    // By GitHub's own clock where it tells: ours may be wrong.
    const now = Date.parse(headers.get('date') ?? '') || Date.now();
    return Math.min(Math.max(1, Math.ceil(reset - now / 1000)), mostWaitSeconds);
  }
  return status === 429 || /rate limit/i.test(words) ? leastWaitSeconds : undefined;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}

interface Said {
  readonly words: string;
  readonly repository: string;
}

function plainWords(status: number, headers: Headers, { words, repository }: Said): string {
  const said = words === '' ? `HTTP ${status}` : words;
  if (status === 401) return `GitHub does not know this token, or it has expired: ${said}`;
  if (status === 403 && headers.has('x-github-sso')) {
    return `The organisation of ${repository} wants this token to be authorised for its single sign-on first.`;
  }
  if (status === 403 && /personal access token|not accessible/i.test(words)) {
    return `This token may not do that in ${repository}${neededWords(headers)}: ${said}`;
  }
  if (status === 404) return `Not found in ${repository}, or this token may not see it: ${said}`;
  return said;
}

/** `contents=write; pull_requests=write`, as GitHub writes it. */
function neededWords(headers: Headers): string {
  const needed = headers.get('x-accepted-github-permissions') ?? '';
  return /^[a-z_=;, ]{1,200}$/.test(needed) ? ` (needed: ${needed})` : '';
}

/** `{message, errors: [{message | field, code}]}`; bounded, without the token, on one line. */
function wordsOf({ json, key }: RefusedAnswer): string {
  if (typeof json !== 'object' || json === null) return '';
  const { message, errors } = json as { readonly message?: unknown; readonly errors?: unknown };
  const parts = [message, ...(Array.isArray(errors) ? errors.slice(0, 5).map(errorWords) : [])];
  const text = parts.filter((part) => typeof part === 'string' && part !== '').join(' - ');
  return text
    .replaceAll(key, '[token]')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, maxDetail);
}

function errorWords(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { message, field, code } = error as Record<string, unknown>;
  return message ?? (typeof field === 'string' && typeof code === 'string' ? `${field}: ${code}` : undefined);
}
