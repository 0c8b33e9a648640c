import type { MiddlewareHandler } from 'hono';
import { ApiError } from './apiError.ts';
import { type KeyRole, ownerOfKey } from './apiKeys.ts';
import type { AppDeps, AppEnv, RateLimit } from './appEnv.ts';

/** What a route needs, and which keys have it (fullstory.md e.1). */
const rolesFor: Record<Permission, readonly KeyRole[]> = {
  identify: ['USER', 'ARCHITECT', 'ADMIN'],
  read: ['ARCHITECT', 'ADMIN'],
  propose: ['ARCHITECT', 'ADMIN'],
  write: ['ADMIN'],
};

export type Permission = 'identify' | 'read' | 'propose' | 'write';

/** Generous for people, short for a loop that has gone wild. FullStory publishes no figures. */
const defaultRateLimit: RateLimit = { burst: 200, perSecond: 50 };

/** Makes the guards of the routes: a key in force, not too often, of a level that is high enough. */
export function createAuthenticate(deps: AppDeps): (permission: Permission) => MiddlewareHandler<AppEnv> {
  const takeTurn = createRateLimiter(deps.rateLimit ?? defaultRateLimit, deps.now);
  return (permission) => async (c, next) => {
    // The key verbatim after "Basic", as FullStory has it; not user:password in base64.
    const key = /^Basic ([\x21-\x7e]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const caller = key === undefined ? undefined : await ownerOfKey(await deps.database.open(), key);
    if (!caller) {
      throw new ApiError(401, 'invalid_api_key', 'The API key is missing, wrong or revoked.', {
        'WWW-Authenticate': 'Basic',
      });
    }
    const wait = takeTurn(caller.keyId);
    if (wait > 0) {
      throw new ApiError(429, 'too_many_requests', 'Too many requests with this key.', {
        'Retry-After': String(wait),
      });
    }
    if (!rolesFor[permission].includes(caller.role)) {
      const needed = permission === 'write' ? 'Admin' : 'Architect or Admin';
      throw new ApiError(403, 'insufficient_key_level', `This needs a key of level ${needed}.`);
    }
    c.set('caller', caller);
    await next();
  };
}

/** A token bucket per key. @returns a function that takes a turn and says how many seconds to wait, 0 for none */
function createRateLimiter(limit: RateLimit, now: () => Date): (keyId: string) => number {
  // As many entries as there are keys in force: callers without one never get here.
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (keyId) => {
    const at = now().getTime();
    const bucket = buckets.get(keyId) ?? { tokens: limit.burst, at };
    const tokens = Math.min(
      limit.burst,
      bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * limit.perSecond,
    );
    const taken = tokens >= 1;
    buckets.set(keyId, { tokens: taken ? tokens - 1 : tokens, at });
    return taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / limit.perSecond));
  };
}
