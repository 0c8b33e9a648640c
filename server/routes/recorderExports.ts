import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import { isKnownTo } from '../precondition.ts';
import { exportableRecorders, exportRules, type RecorderExport } from '../recorderExport.ts';
import { listTag } from '../revisionTag.ts';
import type { OrgRow } from '../schema.ts';
import { orgOfSiteKey } from '../siteKeyStore.ts';

/** A stricter rule is on every site after a minute; a server that is down for a day leaves sites with the last ones. */
const caching = 'public, max-age=60, stale-if-error=86400';

/** Written once for each state of the rules. */
const maxKept = 200;

/** `/export/<recorder>?site=<site key>`: what a site configures its recorder with. Open to everybody, reads only. */
export function recorderExports(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  const kept = new Map<string, Promise<RecorderExport>>();
  const routes = new Hono<AppEnv>();
  routes.get('/:recorder', async (c) => {
    const org = await orgOfSiteKey(await database.open(), c.req.query('site') ?? '');
    if (!org) throw new ApiError(404, 'not_found', 'No such site key.');
    const recorder = c.req.param('recorder');
    if (!exportableRecorders.includes(recorder)) {
      throw new ApiError(404, 'unknown_recorder', `It can be: ${exportableRecorders.join(', ')}.`);
    }
    return answer(c, await exportOf(org, recorder));
  });
  return routes;

  async function exportOf(org: OrgRow, recorder: string): Promise<RecorderExport> {
    const key = JSON.stringify([org.id, recorder, listTag(org)]);
    const known = kept.get(key);
    if (known) return await known;
    const making = database.open().then((db) => exportRules(db, org, recorder));
    kept.set(key, making);
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept) break;
      kept.delete(oldest);
    }
    try {
      return await making;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }
}

function answer(c: Context<AppEnv>, made: RecorderExport): Response {
  const format = c.req.query('format') ?? 'json';
  if (format !== 'json' && format !== 'js') {
    throw new ApiError(400, 'invalid_request', 'format must be json or js.');
  }
  const isScript = format === 'js';
  const tag = isScript ? made.scriptTag : made.jsonTag;
  const headers = {
    ETag: tag,
    'Cache-Control': caching,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Scrim-Refused': String(made.refused),
    'Scrim-Patches': String(made.patches),
    'Content-Type': isScript ? 'text/javascript; charset=utf-8' : 'application/json',
  };
  if (isKnownTo(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
  return c.body(isScript ? made.script : made.json, 200, headers);
}
