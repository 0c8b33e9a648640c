import { apiOrigin } from './apiOrigin.ts';
import { type ApiAnswer, type ApiCall, request } from './request.ts';

export type Send = (call: ApiCall) => Promise<ApiAnswer>;

export interface SendDeps {
  readonly fetch: typeof fetch;
  /** Only its origin is used. */
  readonly baseUrl: string;
  readonly getKey: () => string | Promise<string>;
  /** Per request. Below the 30 s after which a browser ends an extension worker's fetch (platform.md B4). */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

/**
 * Exchanges with one settings API, each as `request` does it.
 *
 * @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer
 */
export function createSend({ fetch, baseUrl, getKey, timeoutMs = defaultTimeoutMs }: SendDeps): Send {
  const origin = apiOrigin(baseUrl);
  return (call) => request({ fetch, baseUrl: origin, getKey, timeoutMs }, call);
}
