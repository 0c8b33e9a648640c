import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { AppEnv } from '../appEnv.ts';
import { openapiDocument } from '../openapi/openapiDocument.ts';
import { isKnownTo } from '../precondition.ts';

/** `/openapi.json`: what this server can do. It holds nothing of any org. */
export function openapi(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const text = JSON.stringify(openapiDocument());
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  routes.get('/openapi.json', (c) =>
    isKnownTo(c.req.header('If-None-Match'), tag)
      ? c.body(null, 304, { ETag: tag })
      : c.body(text, 200, { 'Content-Type': 'application/json', ETag: tag }),
  );
  return routes;
}
