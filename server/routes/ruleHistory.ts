import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { authorOf } from '../authorOf.ts';
import { compareVersions } from '../compareVersions.ts';
import { noSuchRule } from '../elementRuleStore.ts';
import { findOrg } from '../findOrg.ts';
import { lockOrg, writeRules } from '../orgWrite.ts';
import { decodePageToken, encodePageToken, readLimit } from '../pageToken.ts';
import { parseBody } from '../parseBody.ts';
import { readIfMatch } from '../precondition.ts';
import { readJsonText } from '../readJsonText.ts';
import { restoreAllBodySchema, restoreBodySchema } from '../restoreBody.ts';
import { restoreOrg } from '../restoreOrg.ts';
import { restoreRule } from '../restoreRule.ts';
import { listTag } from '../revisionTag.ts';
import { findVersion, versionsOfOrg, versionsOfRule } from '../ruleVersionStore.ts';
import type { RuleVersionRow } from '../schema.ts';
import { versionJson } from '../versionJson.ts';
import { answerRule } from './elementRules.ts';

/** What rules were, what changed, and how to put one back. FullStory has nothing like it. */
export function ruleHistory(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/history', allow('read'), (c) => orgPage(deps, c));
  routes.get('/rules/:id/history', allow('read'), (c) => rulePage(deps, c, c.req.param('id')));
  routes.get('/rules/:id/diff', allow('read'), async (c) => {
    const id = c.req.param('id');
    const [from, to] = await Promise.all([
      versionOf(deps, c, { id, revision: c.req.query('from'), name: 'from' }),
      versionOf(deps, c, { id, revision: c.req.query('to'), name: 'to' }),
    ]);
    return c.json({
      rule_id: id,
      from: from.revision,
      to: to.revision,
      fields: compareVersions(from.content, to.content),
    });
  });
  routes.post('/restore', allow('write'), (c) => restoreAll(deps, c));
  routes.post('/rules/:id/restore', allow('write'), async (c) => {
    const { revision } = parseBody(restoreBodySchema, await readJsonText(c.req.raw));
    const expected = readIfMatch(c.req.header('If-Match'));
    const id = c.req.param('id');
    const row = await writeRules(await database.open(), authorOf(c, deps), (write) =>
      restoreRule(write, id, { revision, expected }),
    );
    return answerRule(c, row);
  });
  return routes;
}

async function restoreAll(deps: AppDeps, c: Context<AppEnv>): Promise<Response> {
  const body = parseBody(restoreAllBodySchema, await readJsonText(c.req.raw));
  const point = 'at' in body ? { at: new Date(body.at) } : { orgRevision: body.org_revision };
  const expected = readIfMatch(c.req.header('If-Match'));
  const db = await deps.database.open();
  const { orgRevision, ...counts } = await db.transaction(async (tx) =>
    restoreOrg(await lockOrg(tx, authorOf(c, deps)), point, expected),
  );
  const { orgId } = c.get('caller');
  return c.json({ org_revision: orgRevision, ...counts }, 200, { ETag: listTag(await findOrg(db, orgId)) });
}

async function rulePage(deps: AppDeps, c: Context<AppEnv>, id: string): Promise<Response> {
  const [before] = decodePageToken(c.req.query('page_token'), 'rule') ?? [];
  const limit = readLimit(c.req.query('limit'));
  const db = await deps.database.open();
  const window = { before, limit: limit + 1 };
  const rows = await versionsOfRule(db, c.get('caller').orgId, id, window);
  if (rows.length === 0 && before === undefined) throw noSuchRule();
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? encodePageToken('rule', last.revision) : null;
  return c.json({ versions: rows.slice(0, limit).map(versionJson), next_page_token: next });
}

/** Several rules may have changed at once: the token says how many of its last change were shown. */
async function orgPage(deps: AppDeps, c: Context<AppEnv>): Promise<Response> {
  const [before, skip = 0] = decodePageToken(c.req.query('page_token'), 'org') ?? [];
  const limit = readLimit(c.req.query('limit'));
  const db = await deps.database.open();
  const rows = await versionsOfOrg(db, c.get('caller').orgId, { before, skip, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? encodePageToken('org', ...after(last, shown)) : null;

  function after(end: RuleVersionRow, page: readonly RuleVersionRow[]): [number, number] {
    const same = page.filter((row) => row.orgRevision === end.orgRevision).length;
    return [end.orgRevision, same + (before === end.orgRevision ? skip : 0)];
  }

  return c.json({ versions: shown.map(versionJson), next_page_token: next });
}

async function versionOf(
  deps: AppDeps,
  c: Context<AppEnv>,
  asked: { readonly id: string; readonly revision: string | undefined; readonly name: string },
): Promise<RuleVersionRow> {
  const { id, revision = '', name } = asked;
  if (!/^\d{1,15}$/.test(revision)) {
    throw new ApiError(400, 'invalid_request', `${name}: must be the number of a revision`);
  }
  const db = await deps.database.open();
  const version = await findVersion(db, c.get('caller').orgId, id, Number(revision));
  if (!version) throw noSuchRule();
  return version;
}
