import type { Context, MiddlewareHandler } from 'hono';
import { ApiError } from './apiError.ts';
import { type KeyRole, ownerOfKey } from './apiKeys.ts';
import type { AppDeps, AppEnv, RateLimit } from './appEnv.ts';
import { networkOf } from './networkOf.ts';
import { createTokenBuckets } from './tokenBuckets.ts';

/** What a route needs, and which keys have it (fullstory.md e.1). */
const rolesFor: Record<Permission, readonly KeyRole[]> = {
  identify: ['USER', 'ARCHITECT', 'ADMIN'],
  read: ['ARCHITECT', 'ADMIN'],
  propose: ['ARCHITECT', 'ADMIN'],
  write: ['ADMIN'],
  administer: ['ADMIN'],
};

export type Permission = 'identify' | 'read' | 'propose' | 'write' | 'administer';

/** Makes a route's guard. */
export type Allow = (permission: Permission) => MiddlewareHandler<AppEnv>;

/** Generous for people, short for a loop that has gone wild. FullStory publishes no figures. */
const defaultRateLimit: RateLimit = { burst: 200, perSecond: 50 };

/** A person who pastes the wrong key tries a few times; a program that goes on is to go on slowly. */
const defaultFailureLimit: RateLimit = { burst: 20, perSecond: 0.2 };

/** Makes the guards of the routes: a key in force, not too often, of a level that is high enough. */
export function createAuthenticate(deps: AppDeps): Allow {
  const takeTurn = createTokenBuckets(deps.rateLimit ?? defaultRateLimit, deps.now);
  const takeFailure = createTokenBuckets(deps.failureLimit ?? defaultFailureLimit, deps.now);
  return (permission) => async (c, next) => {
    const key = keyOf(c);
    const caller =
      key === undefined ? undefined : await ownerOfKey(await deps.database.open(), key, deps.now());
    if (!caller) {
      // Only who has no key is slowed down: others may share the address, behind one proxy.
      refuseTooMany(takeFailure(networkOf(c.get('address'))), 'Too many requests without a valid key.');
      throw new ApiError(401, 'invalid_api_key', 'The API key is missing, wrong or revoked.', {
        'WWW-Authenticate': 'Basic',
      });
    }
    c.set('caller', caller);
    refuseTooMany(takeTurn(caller.keyId), 'Too many requests with this key.');
    if (!rolesFor[permission].includes(caller.role)) {
      const needed = rolesFor[permission].includes('ARCHITECT') ? 'Architect or Admin' : 'Admin';
      throw new ApiError(403, 'insufficient_key_level', `This needs a key of level ${needed}.`);
    }
    await next();
  };
}

/** The key verbatim after "Basic", as FullStory has it; not user:password in base64. */
function keyOf(c: Context<AppEnv>): string | undefined {
  return /^Basic ([\x21-\x7e]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}

function refuseTooMany(waitSeconds: number, message: string): void {
  if (waitSeconds === 0) return;
  throw new ApiError(429, 'too_many_requests', message, { 'Retry-After': String(waitSeconds) });
}
