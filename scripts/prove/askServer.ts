export interface Asked {
  readonly status: number;
  readonly requestId: string;
  readonly etag: string | null;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Asking {
  readonly url: string;
  readonly key: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const timeoutMs = 30_000;

/** One request to the settings server. @returns undefined when no whole answer came: what it did is not known */
export async function askServer(asking: Asking): Promise<Asked | undefined> {
  const { url, key, method = 'GET', path, body, headers = {} } = asking;
  try {
    const answer = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Basic ${key}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: answer.status,
      requestId: answer.headers.get('X-Request-Id') ?? '',
      etag: answer.headers.get('ETag'),
      json: (await answer.json()) as Asked['json'],
    };
  } catch {
    // Refused, reset, cut short or too late. Callers count it as unknown and settle it.
    return undefined;
  }
}
