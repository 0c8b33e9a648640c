// What a run reads over the network beside its pages: sitemaps and robots.txt. No cookies, no key, http(s) only, bounded.

export interface FetchedBytes {
  readonly status: number;
  readonly bytes: Buffer;
}

/** It could not be fetched. The message names no more of the answer than its status. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

export interface FetchBytesOptions {
  readonly fetch: typeof fetch;
  readonly timeout: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** As robots.txt knows us. */
export const agentName = 'scrim';

/** @throws FetchError when nothing comes in time, or more than is taken */
export async function fetchBytes(
  url: string,
  { fetch, timeout, maxBytes, signal }: FetchBytesOptions,
): Promise<FetchedBytes> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([limit, signal]),
      headers: { 'user-agent': agentName, accept: '*/*' },
      credentials: 'omit',
    });
    return { status: response.status, bytes: await bounded(response, maxBytes) };
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (limit.aborted) throw new FetchError(`no answer within ${timeout} ms`);
    throw new FetchError(`no connection${causeOf(error)}`);
  }
}

async function bounded(response: Response, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBytes) throw new FetchError(`it is larger than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** ` (ECONNREFUSED)`; nothing where the platform does not tell. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== 'object' || cause === null) return '';
  if ('code' in cause && typeof cause.code === 'string' && /^[A-Z_]{3,40}$/.test(cause.code))
    return ` (${cause.code})`;
  return cause instanceof Error && /redirect/i.test(cause.message) ? ' (too many redirects)' : '';
}
