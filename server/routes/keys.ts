import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { NewKey } from '../apiKeys.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { Allow } from '../authenticate.ts';
import { keyJson, parseKeyBody, roleName } from '../keyBody.ts';
import { createKey, type KeyActor, listKeys, regenerateKey, revokeKey } from '../keyStore.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import { readJsonText } from '../readJsonText.ts';

const pageSize = 50;

/** `/v1/keys`: an org's keys. An Admin changes all of them; everybody may regenerate or revoke their own. */
export function keys(deps: AppDeps, allow: Allow): Hono<AppEnv> {
  const { database, now } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('administer'), async (c) => {
    const [after = 0] = decodePageToken(c.req.query('page_token'), 'key') ?? [];
    const window = { after, limit: pageSize + 1 };
    const rows = await listKeys(await database.open(), c.get('caller').orgId, window);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const next = rows.length > pageSize && last ? encodePageToken('key', last.seq) : null;
    return c.json({ results: shown.map(keyJson), next_page_token: next });
  });
  routes.post('/', allow('administer'), async (c) => {
    const owner = parseKeyBody(parseJson(await readJsonText(c.req.raw)), now());
    const made = await createKey(await database.open(), actorOf(c, now()), owner);
    return c.json({ ...newKeyJson(made), expires_at: owner.expiresAt?.toISOString() ?? null });
  });
  routes.post('/:id/regenerate', allow('identify'), async (c) => {
    const id = ownOrAdmin(c);
    const made = await regenerateKey(await database.open(), actorOf(c, now()), id);
    return c.json({ ...newKeyJson(made), replaces: id });
  });
  const revoke = async (c: Context<AppEnv, '/:id'>) => {
    await revokeKey(await database.open(), actorOf(c, now()), ownOrAdmin(c));
    return c.json({});
  };
  routes.post('/:id/revoke', allow('identify'), revoke);
  routes.delete('/:id', allow('identify'), revoke);
  return routes;
}

/** @throws {ApiError} 403 for somebody else's key, whether there is one or not */
function ownOrAdmin(c: Context<AppEnv, '/:id'>): string {
  const id = c.req.param('id');
  const caller = c.get('caller');
  if (caller.role === 'ADMIN' || caller.keyId === id) return id;
  throw new ApiError(403, 'insufficient_key_level', 'This needs a key of level Admin, or the key itself.');
}

function actorOf(c: Context<AppEnv>, at: Date): KeyActor {
  const { orgId, keyId, email } = c.get('caller');
  return { orgId, keyId, email, requestId: c.get('requestId'), at };
}

/** With the secret, this once. */
function newKeyJson({ id, email, role, key }: NewKey): Record<string, string> {
  return { id, email, role: roleName(role), key };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON.');
  }
}
