import type { Context, MiddlewareHandler, Next } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppEnv } from './appEnv.ts';

/** Chrome's ids are 32 letters a-p, Firefox's are UUIDs. */
const extensionOrigin =
  /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match';

/**
 * Who may call from a browser: extensions, so that Scrim needs no host permission for this server, and no web
 * page at all. Programs send no Origin and are let through. A key is needed in every case. Only the export is open
 * to pages, and to anybody who knows the site key.
 */
export function guardBorder(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    // No id holds one, and PostgreSQL fails on it.
    if (c.req.url.includes('%00')) throw new ApiError(400, 'invalid_address', 'An address holds no NUL.');
    if (isExport(c.req.path)) return await openToPages(c, next);
    const origin = c.req.header('Origin');
    c.header('Vary', 'Origin');
    if (origin === undefined) return await next();
    if (!extensionOrigin.test(origin)) {
      throw new ApiError(403, 'origin_not_allowed', 'Web pages may not call this server.', {
        Vary: 'Origin',
      });
    }
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Expose-Headers', 'ETag, Retry-After, X-Request-Id');
    if (c.req.method !== 'OPTIONS' || c.req.header('Access-Control-Request-Method') === undefined) {
      return await next();
    }
    c.header('Access-Control-Allow-Methods', 'GET, POST, DELETE');
    c.header('Access-Control-Allow-Headers', allowedHeaders);
    c.header('Access-Control-Max-Age', '600');
    // Chromium asks this of a server on the loopback address (Private Network Access).
    if (c.req.header('Access-Control-Request-Private-Network') === 'true') {
      c.header('Access-Control-Allow-Private-Network', 'true');
    }
    return c.body(null, 204);
  };
}

function isExport(path: string): boolean {
  return path.startsWith('/export/');
}

/** The one thing that web pages read: it takes no key, and a browser may not send one to it. */
async function openToPages(c: Context<AppEnv>, next: Next): Promise<Response | undefined> {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'ETag, X-Request-Id, Scrim-Refused, Scrim-Patches');
  if (c.req.method !== 'OPTIONS') {
    await next();
    return undefined;
  }
  c.header('Access-Control-Allow-Methods', 'GET');
  return c.body(null, 204);
}
