import { Hono } from 'hono';
import { answerError } from './answerError.ts';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { createAuthenticate } from './authenticate.ts';
import { findOrg } from './findOrg.ts';
import { guardBorder } from './guardBorder.ts';
import { createMetrics } from './metrics.ts';
import { refuseOtherMethods } from './refuseOtherMethods.ts';
import { audit } from './routes/audit.ts';
import { elementRules } from './routes/elementRules.ts';
import { health } from './routes/health.ts';
import { keys } from './routes/keys.ts';
import { openapi } from './routes/openapi.ts';
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
  app.route('/', openapi());
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
  app.route('/v1/keys', keys(deps, allow));
  app.route('/v1/audit', audit(deps, allow));
  app.route('/export', recorderExports(deps));
  refuseOtherMethods(app);
  app.notFound((c) => c.json({ message: 'No such address.', code: 'not_found' }, 404));
  app.onError((error, c) => answerError(deps, error, c));
  return app;
}
