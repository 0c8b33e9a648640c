import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { authorOf } from '../authorOf.ts';
import { decideProposal } from '../decideProposal.ts';
import { findOrg } from '../findOrg.ts';
import { readIdempotencyKey } from '../idempotencyKey.ts';
import { decodePageToken, encodePageToken, readLimit } from '../pageToken.ts';
import { parseBody } from '../parseBody.ts';
import { presentTags } from '../proposalBlockers.ts';
import { proposalBodySchema } from '../proposalBody.ts';
import { proposalJson } from '../proposalJson.ts';
import { findByKey, findProposal, listProposals, submitProposal } from '../proposalStore.ts';
import { readJsonText } from '../readJsonText.ts';
import type { ProposalRow } from '../schema.ts';

const decisions = ['approve', 'decline', 'withdraw'] as const;

/** Changes that a second person lets through. */
export function proposalRoutes(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.post('/', allow('propose'), async (c) => answer(deps, c, await submit(deps, c)));
  routes.get('/', allow('read'), (c) => list(deps, c));
  routes.get('/:id', allow('read'), async (c) => {
    const db = await database.open();
    return answer(deps, c, await findProposal(db, c.get('caller').orgId, c.req.param('id')));
  });
  for (const decision of decisions) {
    routes.post(`/:id/${decision}`, allow(decision === 'withdraw' ? 'propose' : 'write'), async (c) => {
      const db = await database.open();
      return answer(deps, c, await decideProposal(db, authorOf(c, deps), c.req.param('id'), decision));
    });
  }
  return routes;
}

async function answer(deps: AppDeps, c: Context<AppEnv>, row: ProposalRow): Promise<Response> {
  return c.json((await shown(deps, c, [row]))[0] ?? {});
}

async function shown(deps: AppDeps, c: Context<AppEnv>, rows: readonly ProposalRow[]) {
  const db = await deps.database.open();
  const { orgId } = c.get('caller');
  const [org, present] = [await findOrg(db, orgId), await presentTags(db, orgId)];
  return rows.map((row) => proposalJson(row, org, present));
}

async function submit(deps: AppDeps, c: Context<AppEnv>): Promise<ProposalRow> {
  const key = readIdempotencyKey(c.req.header('Idempotency-Key'));
  // Without one, a client that heard no answer could not find out whether it proposed anything.
  if (key === undefined) {
    throw new ApiError(400, 'invalid_idempotency_key', 'A proposal needs an Idempotency-Key.');
  }
  const bodyText = await readJsonText(c.req.raw);
  const body = parseBody(proposalBodySchema, bodyText);
  const { newId } = deps;
  return await submitProposal(await deps.database.open(), authorOf(c, deps), { key, bodyText, body, newId });
}

async function list(deps: AppDeps, c: Context<AppEnv>): Promise<Response> {
  const db = await deps.database.open();
  const { orgId } = c.get('caller');
  const key = c.req.query('key');
  if (key !== undefined) {
    const found = await findByKey(db, orgId, key);
    return c.json({ results: await shown(deps, c, found ? [found] : []), next_page_token: null });
  }
  const [before] = decodePageToken(c.req.query('page_token'), 'proposals') ?? [];
  const limit = readLimit(c.req.query('limit'));
  const state = readState(c.req.query('state'));
  const rows = await listProposals(db, orgId, { state, before, limit: limit + 1 });
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? encodePageToken('proposals', last.seq) : null;
  return c.json({ results: await shown(deps, c, rows.slice(0, limit)), next_page_token: next });
}

const states: readonly ProposalRow['state'][] = ['open', 'merged', 'declined', 'withdrawn'];

function readState(given: string | undefined): ProposalRow['state'] | undefined {
  const state = states.find((one) => one === given);
  if (given === undefined || state !== undefined) return state;
  throw new ApiError(400, 'invalid_request', `state must be one of ${states.join(', ')}.`);
}
