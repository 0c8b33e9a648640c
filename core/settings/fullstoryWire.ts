// FullStory's v2beta settings JSON <-> Scrim's rules. For connectors and the command line.
// Pure: text and numbers in, rules out. It never drops a rule it cannot read: it doubts it or throws.

import { type Rule, RuleAction, type RuleContent } from '../rules/rule.ts';
import { wireOfAction, wireOfPlatform, wireOfScope } from './fullstoryEnums.ts';
import { readFullstoryRule } from './fullstoryRule.ts';
import { ruleLimits } from './ruleLimits.ts';
import { WireError } from './wireError.ts';
import { asArray, asInt64, asObject, asString, isAbsent } from './wireGuards.ts';

export { parseRuleFile } from './parseRuleFile.ts';
export { WireError } from './wireError.ts';

/** One page of `GET /v2beta/privacy/elements`. */
export interface FullstoryRulePage {
  readonly rules: readonly Rule[];
  /** Over all pages, when the API says it. */
  readonly totalRecords?: number;
  /** Undefined on the last page. */
  readonly nextPageToken?: string;
}

/** What a create or an update sends. Read-only fields are not in it. */
export interface FullstoryRuleBody {
  readonly name: string;
  readonly description?: string;
  readonly source: { readonly selector: string; readonly exception_selectors: readonly string[] };
  readonly operation: { readonly action: string; readonly consent: boolean; readonly scope: string };
  readonly platforms: readonly string[];
}

/** @throws {WireError} naming the path of what does not fit */
export function parseFullstoryRule(json: unknown): Rule {
  return readFullstoryRule(json, '$', { from: 'api' });
}

/** @throws {WireError} naming the path of what does not fit */
export function parseFullstoryRulePage(json: unknown): FullstoryRulePage {
  const raw = asObject(json, '$');
  const results = asArray(raw.results, '$.results', ruleLimits.rules);
  const total = isAbsent(raw.total_records)
    ? undefined
    : Number(asInt64(raw.total_records, '$.total_records'));
  const next = isAbsent(raw.next_page_token) ? '' : asString(raw.next_page_token, '$.next_page_token');
  return {
    rules: results.map((entry, at) => readFullstoryRule(entry, `$.results[${at}]`, { from: 'api' })),
    ...(total === undefined ? {} : { totalRecords: total }),
    ...(next === '' ? {} : { nextPageToken: next }),
  };
}

/**
 * The write body of a rule. Everything is always sent, because an update replaces the whole rule.
 *
 * @throws {WireError} when the API would refuse the rule, or when its action is not known
 */
export function serializeFullstoryRule(content: RuleContent): FullstoryRuleBody {
  checkWritable(content);
  return {
    name: content.name,
    ...(content.description === undefined ? {} : { description: content.description }),
    source: { selector: content.selector, exception_selectors: [...content.exceptions] },
    operation: {
      action: wireOfAction[content.action],
      consent: content.consent,
      scope: wireOfScope[content.scope],
    },
    platforms: content.platforms.map((platform) => wireOfPlatform[platform]),
  };
}

function checkWritable(content: RuleContent): void {
  if (content.action === RuleAction.unspecified)
    throw new WireError('$.operation.action', 'not a known action');
  if (content.name.trim() === '') throw new WireError('$.name', 'empty');
  if (content.platforms.length === 0) throw new WireError('$.platforms', 'at least one platform is needed');
  asString(content.name, '$.name', ruleLimits.name);
  asString(content.description ?? '', '$.description', ruleLimits.description);
  checkSelector(content.selector, '$.source.selector');
  asArray(content.exceptions, '$.source.exception_selectors', ruleLimits.exceptions);
  content.exceptions.forEach((exception, at) => {
    checkSelector(exception, `$.source.exception_selectors[${at}]`);
  });
}

function checkSelector(selector: string, path: string): void {
  if (selector.trim() === '') throw new WireError(path, 'empty');
  asString(selector, path, ruleLimits.selector);
}
