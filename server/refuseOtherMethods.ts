import type { Handler, Hono } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppEnv } from './appEnv.ts';

const methodOrder = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'];

/** After all routes: what a known address answers to methods it has no use for. */
export function refuseOtherMethods(app: Hono<AppEnv>): void {
  const taken = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (!methodOrder.includes(method)) continue;
    const methods = taken.get(path) ?? new Set(['OPTIONS']);
    taken.set(path, methods.add(method));
    if (method === 'GET') methods.add('HEAD');
  }
  for (const [path, methods] of taken) {
    const allowed = methodOrder.filter((method) => methods.has(method)).join(', ');
    app.all(path, otherMethods(allowed));
  }
}

function otherMethods(allowed: string): Handler<AppEnv> {
  return (c) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allowed });
    throw new ApiError(405, 'method_not_allowed', 'This address does not take that method.', {
      Allow: allowed,
    });
  };
}
