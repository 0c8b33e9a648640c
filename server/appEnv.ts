import type { HttpBindings } from '@hono/node-server';
import type { KeyOwner } from './apiKeys.ts';
import type { Database } from './database.ts';
import type { Log } from './serverLog.ts';

/** What every part of the server is given. */
export interface AppDeps {
  readonly database: Database;
  readonly now: () => Date;
  /** UUIDs: of rules and of requests. */
  readonly newId: () => string;
  /** Never a key, a body, a query or a selector. */
  readonly log?: Log;
  /** Per key. */
  readonly rateLimit?: RateLimit;
  /** Per address, for requests without a key in force. */
  readonly failureLimit?: RateLimit;
  readonly front?: Front;
}

/** So many requests at once, and so many a second from then on. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/** What stands between the server and its callers. */
export interface Front {
  /** This server speaks TLS itself. */
  readonly isTls: boolean;
  readonly isBehindProxy: boolean;
  /** Whose `X-Forwarded-For` is believed. */
  readonly isTrustedProxy: (address: string) => boolean;
  /** What reads `/metrics`; undefined: this computer only. */
  readonly metricsToken?: string | undefined;
  /** True from the moment the server was told to end. */
  readonly isDraining: () => boolean;
}

export type Caller = KeyOwner & { readonly keyId: string };

export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller; requestId: string; address: string };
}
