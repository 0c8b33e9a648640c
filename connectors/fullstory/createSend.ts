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
 * @param checkKey throws when this key must not be sent to this origin
 * @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer
 */
export function createSend(
  { fetch, baseUrl, getKey, timeoutMs = defaultTimeoutMs }: SendDeps,
  checkKey: (key: string, origin: string) => void = () => undefined,
): Send {
  const origin = apiOrigin(baseUrl);
  const getChecked = async () => {
    const key = await getKey();
    checkKey(key, origin);
    return key;
  };
  return (call) => request({ fetch, baseUrl: origin, getKey: getChecked, timeoutMs }, call);
}
