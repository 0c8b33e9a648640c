/** The smallest body of a rule that the API takes. */
export const ruleBody = {
  name: 'A',
  source: { selector: '.a' },
  operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
} as const;

export interface ApiReply {
  readonly status: number;
  /** An empty object when the answer has no body or is no JSON. */
  readonly json: Record<string, unknown>;
  readonly text: string;
  readonly etag: string | null;
  readonly requestId: string | null;
  readonly headers: Headers;
}

type SentHeaders = Readonly<Record<string, string>>;

/** Calls a server with one key, as any program would: plain `fetch`, nothing of Scrim. */
export interface ApiClient {
  get(path: string, headers?: SentHeaders): Promise<ApiReply>;
  /** Text goes out as it is, anything else as JSON. */
  post(path: string, body: unknown, headers?: SentHeaders): Promise<ApiReply>;
  delete(path: string, headers?: SentHeaders): Promise<ApiReply>;
}

export function createApiClient(url: string, key: string): ApiClient {
  const authorization = key === '' ? {} : { Authorization: `Basic ${key}` };
  const send = async (path: string, init: RequestInit): Promise<ApiReply> => {
    const answer = await fetch(url + path, init);
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('Content-Type') ?? '') && text !== '';
    return {
      status: answer.status,
      json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
      text,
      etag: answer.headers.get('ETag'),
      requestId: answer.headers.get('X-Request-Id'),
      headers: answer.headers,
    };
  };
  return {
    get: (path, headers = {}) => send(path, { headers: { ...authorization, ...headers } }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    delete: (path, headers = {}) =>
      send(path, { method: 'DELETE', headers: { ...authorization, ...headers } }),
  };
}
