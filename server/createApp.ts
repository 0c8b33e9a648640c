import { type Handler, Hono } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { createAuthenticate } from './authenticate.ts';
import { guardBorder } from './guardBorder.ts';
import { elementRules } from './routes/elementRules.ts';
import { recordingPrivacy } from './routes/recordingPrivacy.ts';
import { traceRequests } from './traceRequests.ts';

const elements = '/v2beta/privacy/elements';

/** The settings server as a Hono app: FullStory's element rule API (fullstory.md e) over `database`. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  const allow = createAuthenticate(deps);
  const app = new Hono<AppEnv>();
  app.use(traceRequests(deps));
  app.use(guardBorder());
  app.get('/me', allow('identify'), (c) => {
    const { orgId, email, role } = c.get('caller');
    return c.json({ api: 'scrim', orgId, email, role });
  });
  app.get('/settings/recording/v1/privacy', allow('read'), async (c) => {
    return c.json(await recordingPrivacy(await database.open(), c.get('caller').orgId));
  });
  app.route(elements, elementRules(deps, allow));
  app.all('/me', otherMethods('GET, HEAD, OPTIONS'));
  app.all('/settings/recording/v1/privacy', otherMethods('GET, HEAD, OPTIONS'));
  app.all(elements, otherMethods('GET, HEAD, POST, OPTIONS'));
  app.all(`${elements}/:id`, otherMethods('GET, HEAD, POST, DELETE, OPTIONS'));
  app.notFound((c) => c.json({ message: 'No such address.', code: 'not_found' }, 404));
  app.onError((error, c) => {
    if (error instanceof ApiError) {
      return c.json({ message: error.message, code: error.code }, error.status, error.headers);
    }
    // A database error's message quotes the values of the query: only its kind is written down.
    deps.log?.(`${c.get('requestId')} failed: ${error.name}${causeCode(error)}`);
    return c.json(
      {
        message: 'The server failed. Read the settings again to see what they are now.',
        code: 'internal_error',
      },
      500,
    );
  });
  return app;
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
