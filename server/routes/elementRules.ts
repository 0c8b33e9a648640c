import { type Context, Hono } from 'hono';
import { answerOnce, type StoredAnswer } from '../answerOnce.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { authorOf } from '../authorOf.ts';
import { deleteRule, findRule, insertRule, listRules, replaceRule } from '../elementRuleStore.ts';
import { findOrg } from '../findOrg.ts';
import { readIdempotencyKey } from '../idempotencyKey.ts';
import { writeRules } from '../orgWrite.ts';
import { decodePageToken, defaultPage, encodePageToken } from '../pageToken.ts';
import { isKnownTo, readIfMatch } from '../precondition.ts';
import { readJsonText } from '../readJsonText.ts';
import { listTag, ruleTag } from '../revisionTag.ts';
import { parseRuleBody } from '../ruleBody.ts';
import { ruleJson } from '../ruleJson.ts';
import type { ElementRuleRow } from '../schema.ts';

/** `/v2beta/privacy/elements` (fullstory.md e.1), with a revision on every answer. */
export function elementRules(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('read'), (c) => listPage(deps, c));
  routes.post('/', allow('write'), async (c) => {
    const { status, body } = await createOnce(deps, c);
    const made = JSON.parse(body) as { readonly etag: string };
    return c.body(body, status as 200, { 'Content-Type': 'application/json', ETag: made.etag });
  });
  routes.get('/:id', allow('read'), async (c) => {
    const row = await findRule(await database.open(), c.get('caller').orgId, c.req.param('id'));
    return isKnownTo(c.req.header('If-None-Match'), ruleTag(row))
      ? c.body(null, 304, { ETag: ruleTag(row) })
      : answerRule(c, row);
  });
  routes.post('/:id', allow('write'), async (c) => {
    const content = parseRuleBody(await readJsonText(c.req.raw));
    const expected = readIfMatch(c.req.header('If-Match'));
    const id = c.req.param('id');
    const row = await writeRules(await database.open(), authorOf(c, deps), (write) =>
      replaceRule(write, id, { content, expected }),
    );
    return answerRule(c, row);
  });
  routes.delete('/:id', allow('write'), async (c) => {
    const expected = readIfMatch(c.req.header('If-Match'));
    const id = c.req.param('id');
    await writeRules(await database.open(), authorOf(c, deps), (write) => deleteRule(write, id, expected));
    return c.json({});
  });
  return routes;
}

export function answerRule(c: Context<AppEnv>, row: ElementRuleRow): Response {
  return c.json(ruleJson(row), 200, { ETag: ruleTag(row) });
}

/** The API has no page-size parameter. */
async function listPage(deps: AppDeps, c: Context<AppEnv>): Promise<Response> {
  const [after = 0] = decodePageToken(c.req.query('page_token'), 'after') ?? [];
  const db = await deps.database.open();
  const { orgId } = c.get('caller');
  // Read before the rules: should they change in between, the tag is the older one, and the next read comes anew.
  const tag = listTag(await findOrg(db, orgId));
  if (isKnownTo(c.req.header('If-None-Match'), tag)) return c.body(null, 304, { ETag: tag });
  // One more than is shown says whether there is a further page.
  const { rows, total } = await listRules(db, orgId, { after, limit: defaultPage + 1 });
  const shown = rows.slice(0, defaultPage);
  const last = shown.at(-1);
  const page = {
    results: shown.map(ruleJson),
    total_records: String(total),
    next_page_token: rows.length > defaultPage && last ? encodePageToken('after', last.seq) : null,
  };
  return c.json(page, 200, { ETag: tag });
}

async function createOnce(deps: AppDeps, c: Context<AppEnv>): Promise<StoredAnswer> {
  const db = await deps.database.open();
  const bodyText = await readJsonText(c.req.raw);
  const author = authorOf(c, deps);
  const content = parseRuleBody(bodyText);
  const make = async (tx: typeof db): Promise<StoredAnswer> => {
    const row = await writeRules(tx, author, (write) => insertRule(write, deps.newId(), content));
    return { status: 200, body: JSON.stringify(ruleJson(row)) };
  };
  const key = readIdempotencyKey(c.req.header('Idempotency-Key'));
  if (key === undefined) return await make(db);
  return await answerOnce(db, { orgId: author.caller.orgId, key, bodyText, at: author.now }, make);
}
