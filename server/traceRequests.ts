import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { clientAddress } from './clientAddress.ts';
import type { Metrics } from './metrics.ts';

/** Answers are data for programs: never shown, framed, cached or guessed at. A route may say otherwise of its own. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A year. */
const strictTransport = 'max-age=31536000';

/** Asked every few seconds by machines: not worth a line while all is well. */
const quiet: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** Gives every request an id and the security headers, counts it, and writes one log line when it is answered. */
export function traceRequests(deps: AppDeps, metrics: Metrics): MiddlewareHandler<AppEnv> {
  const isTrusted = deps.front?.isTrustedProxy ?? (() => false);
  return async (c, next) => {
    const began = performance.now();
    const requestId = deps.newId();
    c.set('requestId', requestId);
    const peer = c.env?.incoming?.socket.remoteAddress ?? '';
    c.set('address', clientAddress(peer, c.req.header('X-Forwarded-For'), isTrusted));
    metrics.began();
    await next();
    c.header('X-Request-Id', requestId);
    if (deps.front?.isTls) c.header('Strict-Transport-Security', strictTransport);
    for (const [name, value] of Object.entries(securityHeaders)) {
      // The export says for itself how long it may be kept, and who may load it.
      if (!c.res.headers.has(name)) c.header(name, value);
    }
    const ms = performance.now() - began;
    // The route's pattern, not the path: a key pasted into an address must not end up in the log.
    const route = routePath(c, -1);
    const { status } = c.res;
    metrics.answered({ method: c.req.method, route, status, seconds: ms / 1000 });
    if (!quiet.has(route) || status >= 400) logAnswer(deps, c, { route, ms });
  };
}

function logAnswer(
  deps: AppDeps,
  c: Context<AppEnv>,
  { route, ms }: { readonly route: string; readonly ms: number },
): void {
  // Undefined for requests that came without a key in force.
  const caller = c.get('caller') as AppEnv['Variables']['caller'] | undefined;
  deps.log?.('request', {
    method: c.req.method,
    route,
    status: c.res.status,
    ms: Math.round(ms),
    request_id: c.get('requestId'),
    address: c.get('address'),
    org: caller?.orgId,
    key_id: caller?.keyId,
  });
}
