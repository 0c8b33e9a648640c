import { type Context, type Handler, Hono } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { createAuthenticate } from './authenticate.ts';
import { databaseProblem } from './databaseProblem.ts';
import { findOrg } from './findOrg.ts';
import { guardBorder } from './guardBorder.ts';
import { createMetrics } from './metrics.ts';
import { audit } from './routes/audit.ts';
import { elementRules } from './routes/elementRules.ts';
import { health } from './routes/health.ts';
import { keys } from './routes/keys.ts';
import { policyRoutes } from './routes/policy.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { recorderExports } from './routes/recorderExports.ts';
import { recordingSettings } from './routes/recordingSettings.ts';
import { ruleHistory } from './routes/ruleHistory.ts';
import { siteKeyRoutes } from './routes/siteKey.ts';
import { traceRequests } from './traceRequests.ts';

/** The settings server as a Hono app: FullStory's settings API (fullstory.md e) over `database`, and Scrim's own. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  const allow = createAuthenticate(deps);
  const app = new Hono<AppEnv>();
  const metrics = createMetrics();
  app.use(traceRequests(deps, metrics));
  app.use(guardBorder());
  app.route('/', health(deps, metrics));
  app.get('/me', allow('identify'), async (c) => {
    const { orgId, email, role } = c.get('caller');
    const { name, approval } = await findOrg(await database.open(), orgId);
    return c.json({ api: 'scrim', orgId, email, role, orgName: name, approval });
  });
  app.route('/settings/recording/v1', recordingSettings(deps, allow));
  app.route('/v2beta/privacy/elements', elementRules(deps, allow));
  app.route('/v1', ruleHistory(deps, allow));
  app.route('/v1/policy', policyRoutes(deps, allow));
  app.route('/v1/proposals', proposalRoutes(deps, allow));
  app.route('/v1/export', siteKeyRoutes(deps, allow));
  app.route('/export', recorderExports(deps));
  app.route('/v1/keys', keys(deps, allow));
  app.route('/v1/audit', audit(deps, allow));
  refuseOtherMethods(app);
  app.notFound((c) => c.json({ message: 'No such address.', code: 'not_found' }, 404));
  app.onError((error, c) => answerError(deps, error, c));
  return app;
}

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

const methodOrder = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'];

/** After all routes: what a known address answers to methods it has no use for. */
function refuseOtherMethods(app: Hono<AppEnv>): void {
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

/** ` (23505)`: PostgreSQL's own code, which says what went wrong and holds no data. */
function causeCode(error: Error): string {
  const cause = error.cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[\w]{1,40}$/.test(code) ? ` (${code})` : '';
}
