// Proposals at Scrim's own server: changes that a second person lets through. For connectors/scrimServer.ts only.

import type { Proposal, ProposalDraft, ProposalSource, ProposalState } from '../../core/settings/proposal.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { WireError } from '../../core/settings/wireError.ts';
import { asArray, asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import type { Send } from '../fullstory/createSend.ts';
import { elementRuleBody } from '../fullstory/elementRules.ts';
import { understand } from '../fullstory/understand.ts';
import { readProposedRules } from './readProposedRules.ts';

const path = '/v1/proposals';

/** Newest first: what is older than this is not shown in any list. */
const maxPages = 10;
const pageSize = 100;

export function createScrimProposals(send: Send): ProposalSource {
  return {
    submit: async (draft) => {
      const call = { method: 'POST', path, body: bodyOf(draft), idempotencyKey: draft.key } as const;
      return readAnswer((await send(call)).json);
    },
    find: async (key) => {
      const { json } = await send({ method: 'GET', path: `${path}?key=${encodeURIComponent(key)}` });
      return understand(() => readPage(json)).proposals[0] ?? null;
    },
    read: (id) => readOne(send, id),
    listOpen: () => listOpen(send),
    withdraw: async (id) => readAnswer((await send({ method: 'POST', path: pathOf(id, 'withdraw') })).json),
    decide: (id, decision) => decide(send, id, decision),
  };
}

async function readOne(send: Send, id: string): Promise<Proposal> {
  return readAnswer((await send({ method: 'GET', path: pathOf(id) })).json);
}

/** One that settings moved under stays open, and says what keeps it. Any other refusal is an error. */
async function decide(send: Send, id: string, decision: 'approve' | 'decline'): Promise<Proposal> {
  try {
    return readAnswer((await send({ method: 'POST', path: pathOf(id, decision) })).json);
  } catch (error) {
    if (!(error instanceof SettingsError) || error.code !== 'conflict') throw error;
    const now = await readOne(send, id);
    if (now.state === 'open' && now.blockedBy !== undefined) return now;
    throw error;
  }
}

async function listOpen(send: Send): Promise<readonly Proposal[]> {
  const found: Proposal[] = [];
  let token = '';
  for (let page = 0; page < maxPages; page++) {
    const from = token === '' ? '' : `&page_token=${encodeURIComponent(token)}`;
    const { json } = await send({ method: 'GET', path: `${path}?state=open&limit=${pageSize}${from}` });
    const { proposals, next } = understand(() => readPage(json));
    found.push(...proposals);
    if (next === '') return found;
    token = next;
  }
  return found;
}

function pathOf(id: string, action?: string): string {
  // `.` and `..` would be taken out of the path by URL parsing.
  if (id === '' || id === '.' || id === '..') throw new SettingsError('invalid', 'No proposal has this id.');
  return `${path}/${encodeURIComponent(id)}${action === undefined ? '' : `/${action}`}`;
}

function bodyOf({ title, description, changes }: ProposalDraft): unknown {
  return {
    title,
    description,
    changes: changes.map(({ changeId, before, after }) => ({
      change_id: changeId,
      rule_id: before?.id ?? null,
      base: before?.revision ?? null,
      after: after && elementRuleBody(after),
    })),
  };
}

function readAnswer(json: unknown): Proposal {
  return understand(() => readProposal(json, '$'));
}

function readPage(json: unknown): { readonly proposals: readonly Proposal[]; readonly next: string } {
  const raw = asObject(json, '$');
  const results = asArray(raw.results, '$.results', pageSize);
  return {
    proposals: results.map((entry, at) => readProposal(entry, `$.results[${at}]`)),
    next: isAbsent(raw.next_page_token) ? '' : asString(raw.next_page_token, '$.next_page_token'),
  };
}

const states: ReadonlyMap<string, ProposalState> = new Map([
  ['open', 'open'],
  ['merged', 'merged'],
  ['declined', 'declined'],
  ['withdrawn', 'declined'],
]);

function readProposal(json: unknown, at: string): Proposal {
  const raw = asObject(json, at);
  const state = states.get(asString(raw.state, `${at}.state`));
  if (state === undefined) throw new WireError(`${at}.state`, 'not a known state');
  const text = (key: string): string | undefined =>
    isAbsent(raw[key]) ? undefined : asString(raw[key], `${at}.${key}`);
  const [openedBy, openedAt] = [text('opened_by'), text('opened_at')];
  const [decidedBy, decidedAt] = [text('decided_by'), text('decided_at')];
  const blockedBy = readBlockers(raw.blocked_by, `${at}.blocked_by`);
  const rules = readProposedRules(raw, at);
  return {
    id: asString(raw.id, `${at}.id`),
    key: asString(raw.key, `${at}.key`),
    state,
    title: asString(raw.title, `${at}.title`),
    ...(openedBy === undefined ? {} : { openedBy }),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(blockedBy === '' ? {} : { blockedBy }),
    ...(rules === undefined ? {} : { rules }),
  };
}

function readBlockers(json: unknown, at: string): string {
  if (isAbsent(json)) return '';
  const messages = asArray(json, at, maxBlockers).map((entry, index) =>
    asString(asObject(entry, `${at}[${index}]`).message, `${at}[${index}].message`),
  );
  return messages.join(' ');
}

/** One for each change, and one for the policy. */
const maxBlockers = 501;
