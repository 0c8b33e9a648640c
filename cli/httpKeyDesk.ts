import { apiOrigin } from '../connectors/fullstory/apiOrigin.ts';
import { type ApiCall, request } from '../connectors/fullstory/request.ts';
import { SettingsError } from '../core/settings/settingsSource.ts';
import { type KeyDesk, KeyDeskError, type ListedKey, type MadeKey } from './keyDesk.ts';

const timeoutMs = 20_000;

/** More pages than an org can have keys: a list that goes on is not a list. */
const maxPages = 1_000;

/**
 * The keys of a running server, with an Admin key of the org.
 *
 * @param at.org when given, the key must belong to it: nobody ends keys of another org by mistake
 * @throws {KeyDeskError} when the server refuses, is not there, or is another org's
 */
export async function httpKeyDesk(at: {
  readonly server: string;
  readonly key: string;
  readonly org: string | undefined;
}): Promise<KeyDesk> {
  const send = (call: ApiCall) => ask(at, call);
  const me = (await send({ method: 'GET', path: '/me' })) as { readonly orgId?: unknown };
  if (at.org !== undefined && me.orgId !== at.org)
    throw new KeyDeskError(`The key belongs to ${String(me.orgId)}, not to ${at.org}. Nothing was changed.`);
  const path = (id: string, what: string) => `/v1/keys/${encodeURIComponent(id)}/${what}`;
  return {
    create: async ({ email, role, expiresAt: expires_at = null }) =>
      (await send({ method: 'POST', path: '/v1/keys', body: { email, role, expires_at } })) as MadeKey,
    list: () => readPages(send),
    revoke: async (id) => void (await send({ method: 'POST', path: path(id, 'revoke') })),
    regenerate: async (id) => (await send({ method: 'POST', path: path(id, 'regenerate') })) as MadeKey,
    close: () => Promise.resolve(),
  };
}

async function readPages(send: (call: ApiCall) => Promise<unknown>): Promise<readonly ListedKey[]> {
  const keys: ListedKey[] = [];
  let token = '';
  for (let page = 0; page < maxPages; page += 1) {
    const path = `/v1/keys?page_token=${encodeURIComponent(token)}`;
    const answer = (await send({ method: 'GET', path })) as {
      readonly results: readonly ListedKey[];
      readonly next_page_token: string | null;
    };
    keys.push(...answer.results);
    if (answer.next_page_token === null) return keys;
    token = answer.next_page_token;
  }
  throw new KeyDeskError('The server gives out keys without end.');
}

async function ask(at: { readonly server: string; readonly key: string }, call: ApiCall): Promise<unknown> {
  try {
    const baseUrl = apiOrigin(at.server);
    return (await request({ fetch, baseUrl, getKey: () => at.key, timeoutMs }, call)).json;
  } catch (error) {
    if (error instanceof SettingsError) throw new KeyDeskError(error.message);
    throw error;
  }
}
