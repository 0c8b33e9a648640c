import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { authorOf } from '../authorOf.ts';
import { findOrg } from '../findOrg.ts';
import { lockOrg } from '../orgWrite.ts';
import { exportableRecorders } from '../recorderExport.ts';
import { removeSiteKey, renewSiteKey } from '../siteKeyStore.ts';

/** What sites read the export with. It is no secret on a site that uses it; here Architects may look it up. */
export function siteKeyRoutes(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('read'), async (c) => {
    const { siteKey } = await findOrg(await database.open(), c.get('caller').orgId);
    return c.json(answer(siteKey));
  });
  routes.post('/site-key', allow('write'), async (c) => {
    const db = await database.open();
    const siteKey = await db.transaction(async (tx) => renewSiteKey(await lockOrg(tx, authorOf(c, deps))));
    return c.json(answer(siteKey));
  });
  routes.delete('/site-key', allow('write'), async (c) => {
    const db = await database.open();
    await db.transaction(async (tx) => removeSiteKey(await lockOrg(tx, authorOf(c, deps))));
    return c.json(answer(null));
  });
  return routes;
}

function answer(siteKey: string | null): Record<string, unknown> {
  return { site_key: siteKey, recorders: exportableRecorders };
}
