// One HTTP exchange with an API that gets a key. For connectors only. It never follows a redirect with the key, sends
// no cookies, and no error of it quotes a header.

import { SettingsError } from '../../core/settings/settingsSource.ts';
import { readBounded } from './readBounded.ts';

export interface ExchangeDeps {
  readonly fetch: typeof fetch;
  /** Until the whole answer is there. */
  readonly timeoutMs: number;
}

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What a redirect becomes: `unreachable`, or an answer that says so. It is followed in neither case. */
  readonly redirect: 'error' | 'manual';
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** It points elsewhere. Where to, a browser does not tell; the key is not sent there. */
  readonly isRedirect: boolean;
}

/** @throws {SettingsError} `timeout`, `unreachable`, or `not-an-api` for an answer larger than 16 MB */
export async function exchange(
  { fetch, timeoutMs }: ExchangeDeps,
  { url, ...request }: ExchangeRequest,
): Promise<ExchangeAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...request,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const { status, headers, type } = response;
    const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
    return { status, headers, isRedirect, text: isRedirect ? '' : await readBounded(response) };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    if (signal.aborted) throw new SettingsError('timeout', `No answer within ${timeoutMs / 1000} s.`);
    // The error's own message may quote headers, so only its short system code is passed on.
    throw new SettingsError('unreachable', `No connection to ${url.origin}${systemCode(error)}.`);
  }
}

/** ` (ECONNREFUSED)`; nothing where the platform does not tell. */
function systemCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : '';
}
