import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { Metrics } from '../metrics.ts';

/** A probe that waits longer is answered no. */
const probeMs = 2_000;

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1)$/;

/** `/healthz`: the process answers. `/readyz`: the database does too. `/metrics`: for Prometheus. */
export function health(deps: AppDeps, metrics: Metrics): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/healthz', (c) => c.json({ live: true }));
  routes.get('/readyz', async (c) => {
    const ready = !deps.front?.isDraining() && (await databaseAnswers(deps));
    return c.json({ ready }, ready ? 200 : 503);
  });
  routes.get('/metrics', (c) => {
    refuseStranger(deps, c);
    return c.body(metrics.render(deps.database.pool?.()), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });
  return routes;
}

async function databaseAnswers({ database }: AppDeps): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), probeMs);
  });
  const asked = database
    .open()
    .then((db) => db.execute(sql`SELECT 1`))
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * With a token: who has it. Without one: this computer, as long as no proxy here makes everybody look like it.
 *
 * @throws {ApiError} 401 or 403
 */
function refuseStranger({ front }: AppDeps, c: Context<AppEnv>): void {
  if (front?.metricsToken !== undefined) {
    const given = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    if (timingSafeEqual(hashOf(given), hashOf(front.metricsToken))) return;
    throw new ApiError(401, 'invalid_metrics_token', 'The token for metrics is missing or wrong.', {
      'WWW-Authenticate': 'Bearer',
    });
  }
  const isForwarded = front?.isBehindProxy || c.req.header('X-Forwarded-For') || c.req.header('Forwarded');
  const peer = (c.env?.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (!isForwarded && loopback.test(peer)) return;
  throw new ApiError(403, 'metrics_not_public', 'Metrics are for this computer only: no token is set.');
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
