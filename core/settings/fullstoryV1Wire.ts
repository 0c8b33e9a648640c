// What only FullStory's older privacy read tells: the default mode, the rule groups, and which rules are limited
// to some visitors or domains. For connectors. It adds doubts to rules, it never takes one away.

import type { Rule, RuleGroup, RuleSet } from '../rules/rule.ts';
import { eitherCase } from './eitherCase.ts';
import { scopeOfWire } from './fullstoryEnums.ts';
import { ruleLimits } from './ruleLimits.ts';
import { asArray, asInt64, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/** `GET /settings/recording/v1/privacy` (fullstory.md e.3), as far as element rules need it. */
export interface FullstoryPrivacyV1 {
  readonly privateByDefault: boolean;
  readonly groups: readonly RuleGroup[];
  /** Groups whose scope override is a word nobody here knows. */
  readonly doubtfulGroups: readonly string[];
  /** Rules limited by more than a platform. A v1 rule is known by its selector and group. */
  readonly targeted: readonly { readonly selector: string; readonly groupId: string }[];
}

/** Documented is only PRIVACY_MODE_OFF; the word for "on" is not published, so anything else is on. */
const offMode = 'PRIVACY_MODE_OFF';

/** How v1 says "no override" (its scope enum adds this word to the rules'). */
const unsetScope = 'UNSET';

/** @throws {WireError} naming the path of what does not fit */
export function parseFullstoryPrivacyV1(json: unknown): FullstoryPrivacyV1 {
  const raw = asObject(json, '$');
  const mode = isAbsent(raw.defaultPrivacyMode)
    ? ''
    : asString(raw.defaultPrivacyMode, '$.defaultPrivacyMode');
  const blocks = eitherCase(raw, 'elementBlocks') ?? [];
  const groups = Object.entries(
    isAbsent(raw.elementRuleGroups) ? {} : asObject(raw.elementRuleGroups, groupsPath),
  );
  const read = groups.map(([key, group]) => readGroup(key, group));
  return {
    privateByDefault: mode !== '' && mode !== offMode,
    groups: read.map((group) => group.group),
    doubtfulGroups: read.filter((group) => group.doubtful).map((group) => group.group.id),
    targeted: asArray(blocks, '$.elementBlocks', ruleLimits.rules).flatMap((block, at) =>
      readTargeted(block, `$.elementBlocks[${at}]`),
    ),
  };
}

/** Joins both reads. Gaps: `gap.targeting` when a limited v1 rule is none of the v2beta rules. */
export function withPrivacyV1(rules: readonly Rule[], v1: FullstoryPrivacyV1): RuleSet {
  const targeted = new Set(v1.targeted.map((entry) => identity(entry.selector, entry.groupId)));
  const doubtfulGroups = new Set(v1.doubtfulGroups);
  const known = new Set(rules.map((rule) => identity(rule.selector, rule.groupId)));
  return {
    rules: rules.map((rule) => {
      if (rule.uncertain !== undefined) return rule;
      if (doubtfulGroups.has(rule.groupId)) return { ...rule, uncertain: 'doubt.unknown-group-scope' };
      const limited = targeted.has(identity(rule.selector, rule.groupId));
      return limited ? { ...rule, uncertain: 'doubt.targeting' } : rule;
    }),
    groups: v1.groups,
    privateByDefault: v1.privateByDefault,
    gaps: [...targeted].every((key) => known.has(key)) ? [] : ['gap.targeting'],
  };
}

const groupsPath = '$.elementRuleGroups';

function identity(selector: string, groupId: string): string {
  return JSON.stringify([selector, groupId]);
}

function readGroup(key: string, json: unknown): { readonly group: RuleGroup; readonly doubtful: boolean } {
  const path = `${groupsPath}.${key.slice(0, 40)}`;
  const raw = asObject(json, path);
  const overrides = isAbsent(raw.overrides) ? {} : asObject(raw.overrides, `${path}.overrides`);
  const word = isAbsent(overrides.scope) ? '' : asString(overrides.scope, `${path}.overrides.scope`);
  const scope = scopeOfWire.get(word);
  return {
    group: {
      id: asInt64(raw.groupId, `${path}.groupId`),
      template: raw.templateId === 'FORM_PRIVACY' ? 'form-privacy' : 'none',
      ...(scope === undefined ? {} : { scopeOverride: scope }),
    },
    doubtful: scope === undefined && word !== '' && word !== unsetScope,
  };
}

function readTargeted(json: unknown, path: string): readonly { selector: string; groupId: string }[] {
  const raw = asObject(json, path);
  const selector = asString(raw.selector, `${path}.selector`);
  const groupId = isAbsent(raw.groupId) ? '0' : asInt64(raw.groupId, `${path}.groupId`);
  return isTargeted(raw) ? [{ selector, groupId }] : [];
}

/** Conditions of a shape nobody here knows are conditions all the same. */
function isTargeted(block: JsonObject): boolean {
  if (isAbsent(block.targetingConditions)) return false;
  const conditions = asObject(block.targetingConditions, '$.elementBlocks[].targetingConditions');
  const list = conditions.privacyTargetingConditions;
  if (isAbsent(list)) return Object.keys(conditions).some((key) => !isAbsent(conditions[key]));
  if (!Array.isArray(list)) return true;
  return list.some((condition) => attributeOf(condition) !== 'PLATFORM');
}

function attributeOf(condition: unknown): unknown {
  if (typeof condition !== 'object' || condition === null) return undefined;
  return Object.hasOwn(condition, 'attr') ? (condition as JsonObject).attr : undefined;
}
