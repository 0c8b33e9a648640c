import { type Context, Hono } from 'hono';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { authorOf } from '../authorOf.ts';
import { findOrg } from '../findOrg.ts';
import { lockOrg } from '../orgWrite.ts';
import { parseBody } from '../parseBody.ts';
import { policyBodySchema } from '../policyBody.ts';
import { changePolicy, policyTag } from '../policyStore.ts';
import { readIfMatch } from '../precondition.ts';
import { readJsonText } from '../readJsonText.ts';
import type { OrgRow } from '../schema.ts';

/** What the org asks of its writers. */
export function policyRoutes(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('read'), async (c) =>
    answer(c, await findOrg(await database.open(), c.get('caller').orgId)),
  );
  routes.post('/', allow('write'), async (c) => {
    const { approval, requires_revision: requiresRevision } = parseBody(
      policyBodySchema,
      await readJsonText(c.req.raw),
    );
    const expected = readIfMatch(c.req.header('If-Match'));
    const change = {
      ...(approval === undefined ? {} : { approval }),
      ...(requiresRevision === undefined ? {} : { requiresRevision }),
    };
    const db = await database.open();
    const org = await db.transaction(async (tx) =>
      changePolicy(await lockOrg(tx, authorOf(c, deps)), change, expected),
    );
    return answer(c, org);
  });
  return routes;
}

function answer(c: Context<AppEnv>, org: OrgRow): Response {
  const { approval, requiresRevision } = org;
  return c.json({ approval, requires_revision: requiresRevision }, 200, { ETag: policyTag(org) });
}
