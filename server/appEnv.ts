import type { KeyOwner } from './apiKeys.ts';
import type { Database } from './database.ts';

/** What every part of the server is given. */
export interface AppDeps {
  readonly database: Database;
  readonly now: () => Date;
  /** UUIDs: of rules and of requests. */
  readonly newId: () => string;
  /** One line per request: method, route, status, time, request id. Never a key, a body or a query. */
  readonly log?: (line: string) => void;
  readonly rateLimit?: RateLimit;
}

/** Per key: so many requests at once, and so many a second from then on. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export type Caller = KeyOwner & { readonly keyId: string };

export interface AppEnv {
  Variables: { caller: Caller; requestId: string };
}
