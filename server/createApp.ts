import { type Context, type Handler, Hono } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { createAuthenticate } from './authenticate.ts';
import { databaseProblem } from './databaseProblem.ts';
import { guardBorder } from './guardBorder.ts';
import { createMetrics } from './metrics.ts';
import { audit } from './routes/audit.ts';
import { elementRules } from './routes/elementRules.ts';
import { health } from './routes/health.ts';
import { keys } from './routes/keys.ts';
import { recordingPrivacy } from './routes/recordingPrivacy.ts';
import { traceRequests } from './traceRequests.ts';

const elements = '/v2beta/privacy/elements';

/** The settings server as a Hono app: FullStory's element rule API (fullstory.md e) over `database`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  const allow = createAuthenticate(deps);
  const app = new Hono<AppEnv>();
  const metrics = createMetrics();
  app.use(traceRequests(deps, metrics));
  app.use(guardBorder());
  app.route('/', health(deps, metrics));
  app.get('/me', allow('identify'), (c) => {
    const { orgId, email, role } = c.get('caller');
    return c.json({ orgId, email, role });
  });
  app.get('/settings/recording/v1/privacy', allow('read'), async (c) => {
    return c.json(await recordingPrivacy(await database.open(), c.get('caller').orgId));
  });
  app.route(elements, elementRules(deps, allow));
  app.route('/v1/keys', keys(deps, allow));
  app.route('/v1/audit', audit(deps, allow));
  app.all('/me', otherMethods('GET, HEAD, OPTIONS'));
  app.all('/settings/recording/v1/privacy', otherMethods('GET, HEAD, OPTIONS'));
  app.all(elements, otherMethods('GET, HEAD, POST, OPTIONS'));
  app.all(`${elements}/:id`, otherMethods('GET, HEAD, POST, DELETE, OPTIONS'));
  for (const [path, methods] of Object.entries(otherAddresses)) app.all(path, otherMethods(methods));
  app.notFound((c) => c.json({ message: 'No such address.', code: 'not_found' }, 404));
  app.onError((error, c) => answerError(deps, error, c));
  return app;
}

/** Beside those of the rules. */
const otherAddresses: Readonly<Record<string, string>> = {
  '/healthz': 'GET, HEAD, OPTIONS',
  '/readyz': 'GET, HEAD, OPTIONS',
  '/metrics': 'GET, HEAD, OPTIONS',
  '/v1/keys': 'GET, HEAD, POST, OPTIONS',
  '/v1/keys/:id': 'DELETE, OPTIONS',
  '/v1/keys/:id/regenerate': 'POST, OPTIONS',
  '/v1/keys/:id/revoke': 'POST, OPTIONS',
  '/v1/audit': 'GET, HEAD, OPTIONS',
  '/v1/audit/export': 'GET, HEAD, OPTIONS',
  '/v1/audit/verify': 'GET, HEAD, OPTIONS',
};

function answerError(deps: AppDeps, error: Error, c: Context<AppEnv>): Response {
  if (error instanceof ApiError) {
    return c.json({ message: error.message, code: error.code }, error.status, error.headers);
  }
  // A database error's message quotes the values of the query: only its kind is written down.
  const kind = `${error.name}${causeCode(error)}`;
  deps.log?.('failed', { error: kind, request_id: c.get('requestId') }, 'error');
  const problem = databaseProblem(error);
  if (problem === 'crossed') {
    const message = 'Too many changes at once. Nothing was changed; try again.';
    return c.json({ message, code: 'try_again' }, 503, { 'Retry-After': '1' });
  }
  if (problem === 'away') {
    // A commit may have gone through although its answer was lost.
    const message = 'The database does not answer. Read the settings again to see what they are now.';
    return c.json({ message, code: 'database_unavailable' }, 503, { 'Retry-After': '2' });
  }
  const message = 'The server failed. Read the settings again to see what they are now.';
  return c.json({ message, code: 'internal_error' }, 500);
}

/** What a known address answers to methods it has no use for. */
function otherMethods(allowed: string): Handler<AppEnv> {
  return (c) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allowed });
    throw new ApiError(405, 'method_not_allowed', 'This address does not take that method.', {
      Allow: allowed,
    });
  };
}

/** ` (23505)`: PostgreSQL's own code, which says what went wrong and holds no data. */
function causeCode(error: Error): string {
  const cause = error.cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[\w]{1,40}$/.test(code) ? ` (${code})` : '';
}
