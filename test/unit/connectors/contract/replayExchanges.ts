import { expect } from 'vitest';
import { type Exchange, ruleId } from './exchange.ts';

export const replayKey = 'na1.dG9wLXNlY3JldA==';
export const replayOrigin = 'https://api.fullstory.com';

export interface Replay {
  readonly fetch: typeof fetch;
  /** Every exchange took place. */
  end(): void;
}

/** An API that serves exactly these exchanges, in any order and once each, and fails the test at any other request. */
export function replayExchanges(exchanges: readonly Exchange[]): Replay {
  const open = [...exchanges];
  return {
    fetch: async (input, init = {}) => {
      const url = new URL(String(input));
      const at = open.findIndex(({ request }) => isAskedBy(request, url, init));
      const [exchange] = at < 0 ? [] : open.splice(at, 1);
      if (!exchange) throw new Error(`not in the contract: ${init.method} ${url.pathname}${url.search}`);
      expect(url.origin).toBe(replayOrigin);
      expect(init.headers).toEqual(headersOf(exchange.request));
      expect(init).toMatchObject({ redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' });
      return answerOf(exchange.answer);
    },
    end: () => expect(open.map(({ request }) => request.path)).toEqual([]),
  };
}

function isAskedBy(request: Exchange['request'], url: URL, init: RequestInit): boolean {
  const path = request.path.replace('{id}', ruleId);
  const body = init.body === undefined ? undefined : JSON.parse(String(init.body));
  const isSame = request.method === init.method && path === `${url.pathname}${url.search}`;
  return isSame && JSON.stringify(body) === JSON.stringify(request.body);
}

function headersOf({ body, idempotencyKey }: Exchange['request']): Record<string, string> {
  return {
    Authorization: `Basic ${replayKey}`,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
  };
}

function answerOf({ status, headers, json, text }: Exchange['answer']): Response {
  const body = json === undefined ? (text ?? null) : JSON.stringify(json);
  return new Response(body, { status, ...(headers ? { headers } : {}) });
}
