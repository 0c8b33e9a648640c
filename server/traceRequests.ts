import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppDeps, AppEnv } from './appEnv.ts';

/** Answers are data for programs: never shown, framed, cached or guessed at. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Gives every request an id and the security headers, and writes one log line when it is answered. */
export function traceRequests(deps: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    const requestId = deps.newId();
    c.set('requestId', requestId);
    await next();
    c.header('X-Request-Id', requestId);
    for (const [name, value] of Object.entries(securityHeaders)) {
      // The export says for itself how long it may be kept, and who may load it.
      if (!c.res.headers.has(name)) c.header(name, value);
    }
    // The route's pattern, not the path: a key pasted into an address must not end up in the log.
    const ms = Math.round(performance.now() - began);
    deps.log?.(`${c.req.method} ${routePath(c, -1)} ${c.res.status} ${ms} ms ${requestId}`);
  };
}
