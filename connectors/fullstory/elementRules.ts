// FullStory's element block rules, v2beta (fullstory.md e.1): list, get, create, update, delete. For connectors.

import type { Rule, RuleContent } from '../../core/rules/rule.ts';
import { holdsUnknownWords } from '../../core/settings/fullstoryRule.ts';
import {
  parseFullstoryRule,
  parseFullstoryRulePage,
  serializeFullstoryRule,
} from '../../core/settings/fullstoryWire.ts';
import { restrictedFields } from '../../core/settings/restrictedFields.ts';
import { ruleLimits } from '../../core/settings/ruleLimits.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { WireError } from '../../core/settings/wireError.ts';
import type { Send } from './createSend.ts';
import { identify } from './identify.ts';
import { understand } from './understand.ts';

/** Even one rule a page would be through by then: a list that goes on is not a list. */
const maxPages = ruleLimits.rules;

const elements = '/v2beta/privacy/elements';

/** All pages of the list. Gaps: `gap.list-short` when fewer came than were announced. */
export async function listElementRules(
  send: Send,
): Promise<{ readonly rules: readonly Rule[]; readonly gaps: readonly string[] }> {
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

/** Null when it does not exist. */
export async function getElementRule(send: Send, id: string): Promise<Rule | null> {
  try {
    const { json } = await send({ method: 'GET', path: elementRulePath(id) });
    return understand(() => parseFullstoryRule(json));
  } catch (error) {
    if (error instanceof SettingsError && error.code === 'not-found') return null;
    throw error;
  }
}

/** @param idempotencyKey UUID v4 */
export async function createElementRule(
  send: Send,
  content: RuleContent,
  idempotencyKey: string,
): Promise<Rule> {
  const { json } = await send({
    method: 'POST',
    path: elements,
    body: elementRuleBody(content),
    idempotencyKey,
  });
  return understand(() => parseFullstoryRule(json));
}

/** Replaces the whole rule, after reading it. @throws {SettingsError} `read-only` for a rule nobody here understands */
export async function updateElementRule(send: Send, id: string, content: RuleContent): Promise<Rule> {
  const body = elementRuleBody(content);
  const now = await getElementRule(send, id);
  if (!now) throw new SettingsError('not-found', 'The rule does not exist any more.', { status: 404 });
  // An update replaces the whole rule: a scope or platform this version cannot express would be lost.
  if (holdsUnknownWords(now))
    throw new SettingsError('read-only', 'This rule uses settings that Scrim does not know.');
  const call = { method: 'POST', path: elementRulePath(id), body } as const;
  const { json } = await explained(send, () => send(call), restrictedFields(now, content).length > 0);
  // 204 and {} both mean success (fullstory.md e.4).
  const empty =
    json === undefined || (typeof json === 'object' && json !== null && Object.keys(json).length === 0);
  if (!empty) return understand(() => parseFullstoryRule(json));
  const written = await getElementRule(send, id);
  if (!written) throw new SettingsError('read-back-differs', 'The rule is gone after it was written.');
  return written;
}

export async function deleteElementRule(send: Send, id: string): Promise<void> {
  await explained(send, () => send({ method: 'DELETE', path: elementRulePath(id) }), false);
}

/**
 * The server says 403 to a key whose level is too low and to a field that nobody may change (fullstory.md e.4). A key that
 * may write was refused because of the rule.
 */
async function explained<T>(send: Send, write: () => Promise<T>, isRestricted: boolean): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof SettingsError) || error.status !== 403) throw error;
    if (error.code === 'approval-needed') throw error;
    const isOfRule = isRestricted || (await mayWrite(send)) === true;
    throw isOfRule ? new SettingsError('read-only', error.message, { status: 403 }) : error;
  }
}

/** Undefined when that cannot be told now: then the server's own words have to do. */
async function mayWrite(send: Send): Promise<boolean | undefined> {
  try {
    return (await identify(send)).canWrite;
  } catch (error) {
    if (error instanceof SettingsError) return undefined;
    throw error;
  }
}

/** @throws {SettingsError} `invalid` for an id that is none */
export function elementRulePath(id: string): string {
  // `.` and `..` would be taken out of the path by URL parsing, and the call would go to the whole list.
  if (id === '' || id === '.' || id === '..') throw new SettingsError('invalid', 'No rule has this id.');
  return `${elements}/${encodeURIComponent(id)}`;
}

/** @throws {SettingsError} `invalid` when the API would refuse the rule */
export function elementRuleBody(content: RuleContent): unknown {
  try {
    return serializeFullstoryRule(content);
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('invalid', error.message);
    throw error;
  }
}
