import type { Rule, RuleGroup, RuleSet } from '../rules/rule.ts';
import { scopeOfWire } from './fullstoryEnums.ts';
import { readFullstoryRule } from './fullstoryRule.ts';
import { readMeasured } from './readMeasured.ts';
import { ruleLimits } from './ruleLimits.ts';
import { WireError } from './wireError.ts';
import { asArray, asBoolean, asInt64, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/** The only version of Scrim's own rule file so far. */
export const ruleFileVersion = 1;

const fileKeys = new Set([
  'scrim',
  'rules',
  'groups',
  'privateByDefault',
  'gaps',
  'measured',
  // Read by `readLeakSettings`: they say nothing about the recorder.
  'detectors',
  'suppressions',
]);

/**
 * Reads a rule file. Three forms, told apart by their shape:
 *
 * - a FullStory list response as it is: `{ "results": [...], "total_records", "next_page_token" }`
 * - Scrim's own file: `{ "scrim": 1, "rules": [...], "groups"?: [...], "privateByDefault"?: boolean, "gaps"?: [...],
 *   "measured"?: [...], "detectors"?: [...], "suppressions"?: [...] }`, the last two read by `readLeakSettings`, with groups as `{ "group_id", "template_id"?: "FORM_PRIVACY" | "NONE", "overrides"?: { "scope"? } }`
 * - a bare list of rule objects
 *
 * Rule objects are the API's. Only `source.selector` and `operation.action` must be there. Defaults: `id` the
 * position in the file counted from 1, `name` the selector (its first 256 characters), `scope` ALL_SESSIONS,
 * `platforms` [WEB], `consent` false, `group_id` 0, `editable` EDITABLE_ANY. A list response that has a
 * `next_page_token`, or fewer rules than `total_records` says, is incomplete and says so in `gaps`.
 *
 * Of more than 10,000 rules the first are read, and `overLimit` counts the others.
 *
 * @throws {WireError} naming the path of a wrong type, an unknown enum word or a repeated id
 */
export function parseRuleFile(json: unknown): RuleSet {
  if (Array.isArray(json)) return { ...readRules(json, '$'), groups: [], gaps: [] };
  const raw = asObject(json, '$');
  if ('results' in raw) return readListResponse(raw);
  if ('scrim' in raw) return readScrimFile(raw);
  throw new WireError(
    '$',
    'expected a list of rules, a list response with "results", or a file with "scrim": 1',
  );
}

function readListResponse(raw: JsonObject): RuleSet {
  const read = readRules(raw.results, '$.results', readListedRule);
  const listed = read.rules.length + (read.overLimit ?? 0);
  const next = isAbsent(raw.next_page_token) ? '' : asString(raw.next_page_token, '$.next_page_token');
  const total = isAbsent(raw.total_records) ? listed : Number(asInt64(raw.total_records, '$.total_records'));
  return { ...read, groups: [], gaps: next !== '' || total > listed ? ['gap.more-pages'] : [] };
}

function readScrimFile(raw: JsonObject): RuleSet {
  if (raw.scrim !== ruleFileVersion)
    throw new WireError('$.scrim', `this version of Scrim reads ${ruleFileVersion}`);
  // A misspelt "privateByDefault" would silently play the page with the wrong default.
  for (const key of Object.keys(raw)) {
    if (!fileKeys.has(key)) throw new WireError(`$.${key.slice(0, 40)}`, 'a rule file has no such entry');
  }
  const groups = isAbsent(raw.groups) ? [] : asArray(raw.groups, '$.groups', ruleLimits.rules);
  const gaps = isAbsent(raw.gaps) ? [] : asArray(raw.gaps, '$.gaps', ruleLimits.rules);
  return {
    ...readRules(raw.rules, '$.rules'),
    groups: groups.map((group, at) => readGroup(group, `$.groups[${at}]`)),
    ...(isAbsent(raw.privateByDefault)
      ? {}
      : { privateByDefault: asBoolean(raw.privateByDefault, '$.privateByDefault') }),
    gaps: gaps.map((gap, at) => asString(gap, `$.gaps[${at}]`, ruleLimits.name)),
    ...(isAbsent(raw.measured) ? {} : { measured: readMeasured(raw.measured, '$.measured') }),
  };
}

/** A file that people write: an unknown word is a mistake to point at. */
function readWrittenRule(entry: unknown, path: string, position: number): Rule {
  return readFullstoryRule(entry, path, { from: 'file', position });
}

/** What an API sent: a word that is newer than this version is kept as a doubt, never a reason to refuse the list. */
function readListedRule(entry: unknown, path: string, position: number): Rule {
  try {
    return readWrittenRule(entry, path, position);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return readFullstoryRule(entry, path, { from: 'api' });
  }
}

/** The first of them, as many as are looked at; how many more there are is told. */
function readRules(
  json: unknown,
  path: string,
  read = readWrittenRule,
): Pick<RuleSet, 'rules' | 'overLimit'> {
  const seen = new Set<string>();
  const listed = asArray(json, path, Number.POSITIVE_INFINITY);
  const rules = listed.slice(0, ruleLimits.rules).map((entry, at) => {
    const rule = read(entry, `${path}[${at}]`, at + 1);
    if (seen.has(rule.id)) throw new WireError(`${path}[${at}].id`, 'another rule of this file has this id');
    seen.add(rule.id);
    return rule;
  });
  const overLimit = listed.length - rules.length;
  return { rules, ...(overLimit > 0 ? { overLimit } : undefined) };
}

function readGroup(json: unknown, path: string): RuleGroup {
  const raw = asObject(json, path);
  const overrides = isAbsent(raw.overrides) ? {} : asObject(raw.overrides, `${path}.overrides`);
  const template = isAbsent(raw.template_id) ? 'NONE' : asString(raw.template_id, `${path}.template_id`);
  if (template !== 'NONE' && template !== 'FORM_PRIVACY') {
    throw new WireError(`${path}.template_id`, 'none of NONE, FORM_PRIVACY');
  }
  const id = asInt64(raw.group_id, `${path}.group_id`);
  const group = { id, template: template === 'NONE' ? 'none' : 'form-privacy' } as const;
  if (isAbsent(overrides.scope)) return group;
  const scope = scopeOfWire.get(asString(overrides.scope, `${path}.overrides.scope`));
  if (scope === undefined) {
    throw new WireError(`${path}.overrides.scope`, `none of ${[...scopeOfWire.keys()].join(', ')}`);
  }
  return { ...group, scopeOverride: scope };
}
