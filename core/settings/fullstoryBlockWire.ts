// Element blocks of FullStory's older API as rules (fullstory.md e.3). They have no id and no list of platforms; a rule
// is known there by its selector and its group. Pure. It never drops a block it cannot read: it doubts it or throws.

import { type Rule, RuleAction, RuleEditable, RulePlatform, RuleScope } from '../rules/rule.ts';
import { eitherCase } from './eitherCase.ts';
import { actionOfWire, editableOfWire, platformOfWire, scopeOfWire } from './fullstoryEnums.ts';
import { ruleLimits } from './ruleLimits.ts';
import { asArray, asBoolean, asInt64, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/** How the API writes a moment that never was. */
const noTime = '0001-01-01T00:00:00Z';

const allPlatforms: readonly RulePlatform[] = Object.values(RulePlatform);

/**
 * One block. Its id is its place in the list, which says nothing outside of it.
 *
 * @throws {WireError} naming the path of what does not fit
 */
export function readElementBlock(json: unknown, path: string, at: number): Rule {
  const raw = asObject(json, path);
  const selector = asString(raw.selector, `${path}.selector`);
  const label = textOf(raw, 'label', path);
  const notes = textOf(raw, 'notes', path);
  const updatedAt = textOf(raw, 'lastUpdated', path);
  const scope = scopeOf(raw.scope, `${path}.scope`);
  const platforms = platformsOf(eitherCase(raw, 'targetingConditions'));
  const doubt = scope === undefined ? 'doubt.unknown-scope' : platforms ? undefined : 'doubt.targeting';
  return {
    id: `v1:${at}`,
    name: label === '' ? selector.slice(0, ruleLimits.name) : label,
    ...(notes === '' ? {} : { description: notes }),
    selector,
    exceptions: exceptionsOf(eitherCase(raw, 'exceptionSelectors'), `${path}.exceptionSelectors`),
    action: actionOf(raw.type, `${path}.type`),
    consent: isAbsent(raw.consent) ? false : asBoolean(raw.consent, `${path}.consent`),
    scope: scope ?? RuleScope.all,
    platforms: platforms ?? allPlatforms,
    groupId: groupOf(raw, path),
    editable: editableOf(raw.editable, `${path}.editable`),
    ...(updatedAt === '' || updatedAt === noTime ? {} : { updatedAt }),
    ...(doubt === undefined ? {} : { uncertain: doubt }),
  };
}

function textOf(raw: JsonObject, name: string, path: string): string {
  const value = eitherCase(raw, name);
  return isAbsent(value) ? '' : asString(value, `${path}.${name}`);
}

function groupOf(raw: JsonObject, path: string): string {
  const group = eitherCase(raw, 'groupId');
  return isAbsent(group) ? '0' : asInt64(group, `${path}.groupId`);
}

/** `BLOCK_MASK`; a word nobody here knows is an action nobody here knows. */
function actionOf(value: unknown, path: string): RuleAction {
  const word = isAbsent(value) ? '' : asString(value, path);
  return actionOfWire.get(word.replace(/^BLOCK_/, '')) ?? RuleAction.unspecified;
}

/** Absent: the documented default. Undefined: a word nobody here knows. */
function scopeOf(value: unknown, path: string): RuleScope | undefined {
  return isAbsent(value) ? RuleScope.all : scopeOfWire.get(asString(value, path));
}

function editableOf(value: unknown, path: string): RuleEditable {
  if (isAbsent(value)) return RuleEditable.any;
  return editableOfWire.get(asString(value, path)) ?? RuleEditable.descriptionOnly;
}

function exceptionsOf(value: unknown, path: string): readonly string[] {
  if (isAbsent(value)) return [];
  return asArray(value, path, ruleLimits.exceptions).map((entry, at) => asString(entry, `${path}[${at}]`));
}

/**
 * The platforms a block is limited to; all of them without conditions. Undefined: limited by something else as well, or
 * in a way nobody here can read.
 */
function platformsOf(conditions: unknown): readonly RulePlatform[] | undefined {
  if (isAbsent(conditions)) return allPlatforms;
  if (typeof conditions !== 'object' || Array.isArray(conditions)) return undefined;
  const raw = conditions as JsonObject;
  const list = eitherCase(raw, 'privacyTargetingConditions');
  if (isAbsent(list)) return Object.values(raw).every(isAbsent) ? allPlatforms : undefined;
  if (!Array.isArray(list)) return undefined;
  const named = list.map(platformOfCondition);
  const known = named.filter((platform) => platform !== undefined);
  if (known.length < named.length) return undefined;
  return known.length === 0 ? allPlatforms : [...new Set(known)];
}

/** `{attr: 'PLATFORM', op: 'EQ', values: [{strVal: 'WEB'}]}`, joined to the others by OR. */
function platformOfCondition(json: unknown): RulePlatform | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const raw = json as JsonObject;
  const values: readonly unknown[] = Array.isArray(raw.values) ? raw.values : [];
  const isPlain = raw.attr === 'PLATFORM' && raw.op === 'EQ' && eitherCase(raw, 'joinPrevious') !== 'AND';
  if (!isPlain || values.length !== 1) return undefined;
  const [value] = values;
  if (typeof value !== 'object' || value === null) return undefined;
  const word = eitherCase(value as JsonObject, 'strVal');
  return typeof word === 'string' ? platformOfWire.get(word.toUpperCase()) : undefined;
}
