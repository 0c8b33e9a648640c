import { type Context, Hono } from 'hono';
import { answerOnce, type StoredAnswer } from '../answerOnce.ts';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { deleteRule, findRule, insertRule, listRules, replaceRule } from '../elementRuleStore.ts';
import { readJsonText } from '../readJsonText.ts';
import { parseRuleBody } from '../ruleBody.ts';
import { ruleJson } from '../ruleJson.ts';

/** The API has no page-size parameter; this is ours. */
const pageSize = 20;

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** `/v2beta/privacy/elements` (fullstory.md e.1). */
export function elementRules(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database, now } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('read'), async (c) => {
    const after = decodePageToken(c.req.query('page_token'));
    const db = await database.open();
    // One more than is shown says whether there is a further page.
    const { rows, total } = await listRules(db, c.get('caller').orgId, { after, limit: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return c.json({
      results: shown.map(ruleJson),
      total_records: String(total),
      next_page_token: rows.length > pageSize && last ? encodePageToken(last.seq) : null,
    });
  });
  routes.post('/', allow('write'), async (c) => {
    const answer = await createOnce(deps, c);
    return c.body(answer.body, answer.status as 200, { 'Content-Type': 'application/json' });
  });
  routes.get('/:id', allow('read'), async (c) => {
    return c.json(ruleJson(await findRule(await database.open(), c.get('caller').orgId, c.req.param('id'))));
  });
  routes.post('/:id', allow('write'), async (c) => {
    const content = parseRuleBody(await readJsonText(c.req.raw));
    const change = { content, at: now() };
    return c.json(
      ruleJson(await replaceRule(await database.open(), c.get('caller'), c.req.param('id'), change)),
    );
  });
  routes.delete('/:id', allow('write'), async (c) => {
    await deleteRule(await database.open(), c.get('caller'), c.req.param('id'), now());
    return c.json({});
  });
  return routes;
}

async function createOnce(deps: AppDeps, c: Context<AppEnv>): Promise<StoredAnswer> {
  const db = await deps.database.open();
  const bodyText = await readJsonText(c.req.raw);
  const at = deps.now();
  const caller = c.get('caller');
  const content = parseRuleBody(bodyText);
  const make = async (tx: typeof db): Promise<StoredAnswer> => {
    const row = await insertRule(tx, caller, content, { id: deps.newId(), at });
    return { status: 200, body: JSON.stringify(ruleJson(row)) };
  };
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return await db.transaction(make);
  if (!uuidV4.test(key))
    throw new ApiError(400, 'invalid_idempotency_key', 'Idempotency-Key must be a UUID (v4).');
  return await answerOnce(db, { orgId: caller.orgId, key, bodyText, at }, make);
}

function encodePageToken(seq: number): string {
  return Buffer.from(`after:${seq}`).toString('base64url');
}

function decodePageToken(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  const seq = /^after:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString('latin1'))?.[1];
  if (seq === undefined)
    throw new ApiError(400, 'invalid_page_token', 'page_token is none that this list gave out.');
  return Number(seq);
}
