// FullStory's settings API, and any server that speaks it (Scrim's own does). For the background and the CLI.
// `fetch` and the key are passed in; the key goes to one origin only and into no message.

import type { Rule, RuleContent, RuleSet } from '../core/rules/rule.ts';
import { holdsUnknownWords } from '../core/settings/fullstoryRule.ts';
import { parseFullstoryPrivacyV1, withPrivacyV1 } from '../core/settings/fullstoryV1Wire.ts';
import {
  parseFullstoryRule,
  parseFullstoryRulePage,
  serializeFullstoryRule,
} from '../core/settings/fullstoryWire.ts';
import { ruleLimits } from '../core/settings/ruleLimits.ts';
import { SettingsError, type SettingsSource, type SourceIdentity } from '../core/settings/settingsSource.ts';
import { WireError } from '../core/settings/wireError.ts';
import { asObject, asString, isAbsent } from '../core/settings/wireGuards.ts';
import { apiOrigin } from './fullstory/apiOrigin.ts';
import { type ApiCall, request } from './fullstory/request.ts';

export interface FullstorySourceDeps {
  readonly fetch: typeof fetch;
  /** `https://api.fullstory.com`, its eu1 twin, or a Scrim server. Only its origin is used. */
  readonly baseUrl: string;
  readonly getKey: () => string | Promise<string>;
  /** Per request. Below the 30 s after which a browser ends an extension worker's fetch (platform.md B4). */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

/** Even one rule a page would be through by then: a list that goes on is not a list. */
const maxPages = ruleLimits.rules;

const elements = '/v2beta/privacy/elements';

/** @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer */
export function createFullstorySource(deps: FullstorySourceDeps): SettingsSource {
  const { fetch, getKey, timeoutMs = defaultTimeoutMs } = deps;
  const send: Send = (call) => request({ fetch, baseUrl: apiOrigin(deps.baseUrl), getKey, timeoutMs }, call);
  apiOrigin(deps.baseUrl);
  return {
    kind: 'fullstory',
    identify: () => identify(send),
    read: () => readAll(send),
    readRule: (id) => readRule(send, id),
    create: (content, key) => createRule(send, content, key),
    update: (id, content) => updateRule(send, id, content),
    remove: async (id) => {
      await send({ method: 'DELETE', path: pathOf(id) });
    },
  };
}

type Send = (call: ApiCall) => ReturnType<typeof request>;

async function identify(send: Send): Promise<SourceIdentity> {
  const { json } = await send({ method: 'GET', path: '/me' });
  return understand(() => {
    const raw = asObject(json, '$');
    const role = isAbsent(raw.role) ? 'UNKNOWN' : asString(raw.role, '$.role');
    return {
      orgId: asString(raw.orgId, '$.orgId'),
      email: isAbsent(raw.email) ? '' : asString(raw.email, '$.email'),
      role,
      canWrite: role === 'ADMIN',
      ...(raw.api === 'scrim' ? { api: 'scrim' as const } : {}),
    };
  });
}

async function readAll(send: Send): Promise<RuleSet> {
  const list = await readPages(send);
  const v1 = await readPrivacyV1(send);
  const set: RuleSet = v1 ? withPrivacyV1(list.rules, v1) : { rules: list.rules, groups: [], gaps: [v1Gap] };
  return { ...set, gaps: [...list.gaps, ...set.gaps] };
}

/** Without the older read: the default mode, group overrides and targeting conditions are not known. */
const v1Gap = 'gap.default-mode';

async function readPages(send: Send): Promise<{ rules: readonly Rule[]; gaps: readonly string[] }> {
  // By id: a rule that moved to a later page while the list was read comes twice.
  const rules = new Map<string, Rule>();
  const tokens = new Set<string>();
  let path = elements;
  for (let page = 0; page < maxPages; page++) {
    const { json } = await send({ method: 'GET', path });
    const { rules: found, totalRecords, nextPageToken } = understand(() => parseFullstoryRulePage(json));
    for (const rule of found) rules.set(rule.id, rule);
    if (rules.size > ruleLimits.rules) break;
    if (nextPageToken === undefined) {
      // Fewer than announced: rules changed while the list was read, or the API left some out.
      const short = totalRecords !== undefined && rules.size < totalRecords;
      return { rules: [...rules.values()], gaps: short ? ['gap.list-short'] : [] };
    }
    if (tokens.has(nextPageToken))
      throw new SettingsError('not-an-api', 'The list of rules goes round in circles.');
    tokens.add(nextPageToken);
    path = `${elements}?page_token=${encodeURIComponent(nextPageToken)}`;
  }
  throw new SettingsError('not-an-api', `The list of rules does not end after ${ruleLimits.rules} entries.`);
}

/** Undefined when this key may not read it, or when it is gone or unreadable: it is deprecated. */
async function readPrivacyV1(send: Send): Promise<ReturnType<typeof parseFullstoryPrivacyV1> | undefined> {
  try {
    const { json } = await send({ method: 'GET', path: '/settings/recording/v1/privacy' });
    return parseFullstoryPrivacyV1(json);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    if (error instanceof SettingsError && v1Refusals.has(error.status ?? 0)) return undefined;
    throw error;
  }
}

const v1Refusals = new Set([403, 404, 410]);

async function readRule(send: Send, id: string): Promise<Rule | null> {
  try {
    const { json } = await send({ method: 'GET', path: pathOf(id) });
    return understand(() => parseFullstoryRule(json));
  } catch (error) {
    if (error instanceof SettingsError && error.code === 'not-found') return null;
    throw error;
  }
}

async function createRule(send: Send, content: RuleContent, idempotencyKey: string): Promise<Rule> {
  const { json } = await send({ method: 'POST', path: elements, body: bodyOf(content), idempotencyKey });
  return understand(() => parseFullstoryRule(json));
}

async function updateRule(send: Send, id: string, content: RuleContent): Promise<Rule> {
  const body = bodyOf(content);
  const now = await readRule(send, id);
  if (!now) throw new SettingsError('not-found', 'The rule does not exist any more.', { status: 404 });
  // An update replaces the whole rule: a scope or platform this version cannot express would be lost.
  if (holdsUnknownWords(now))
    throw new SettingsError('read-only', 'This rule uses settings that Scrim does not know.');
  const { json } = await send({ method: 'POST', path: pathOf(id), body });
  // 204 and {} both mean success (fullstory.md e.4).
  const empty =
    json === undefined || (typeof json === 'object' && json !== null && Object.keys(json).length === 0);
  if (!empty) return understand(() => parseFullstoryRule(json));
  const written = await readRule(send, id);
  if (!written) throw new SettingsError('read-back-differs', 'The rule is gone after it was written.');
  return written;
}

function pathOf(id: string): string {
  // `.` and `..` would be taken out of the path by URL parsing, and the call would go to the whole list.
  if (id === '' || id === '.' || id === '..') throw new SettingsError('invalid', 'No rule has this id.');
  return `${elements}/${encodeURIComponent(id)}`;
}

function bodyOf(content: RuleContent): unknown {
  try {
    return serializeFullstoryRule(content);
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('invalid', error.message);
    throw error;
  }
}

/** JSON of the wrong shape: whatever answered, it is not the API this connector knows. */
function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('not-an-api', error.message);
    throw error;
  }
}
