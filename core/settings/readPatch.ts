import { isBuiltIn, type Rule, RuleAction, type RuleContent } from '../rules/rule.ts';
import { compareRules } from './compareRules.ts';
import type { DraftEdit } from './draft.ts';
import { readFullstoryRule } from './fullstoryRule.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { ruleLimits } from './ruleLimits.ts';
import { ruleWithContent } from './ruleWithContent.ts';
import { WireError } from './wireError.ts';
import { asArray, asObject, asString, isAbsent } from './wireGuards.ts';

export const patchVersion = 1;

/** More was not made by hand; the background takes no more in one step. */
const maxChanges = 1_000;
const maxName = 80;

/** A change of a patch that cannot be made of the rules that are here. */
export interface SkippedChange {
  readonly name: string;
  /** Message key `patch.skipped.<why>`: no such rule here, or it says already what it shall say. */
  readonly why: 'no-such-rule' | 'says-so-already' | 'built-in';
}

export interface Patch {
  /** Name of the draft it comes from; '' for none. */
  readonly name: string;
  /** The org it was written for; absent for rules kept in a browser. */
  readonly org?: string;
  readonly operations: readonly DraftEdit[];
  readonly skipped: readonly SkippedChange[];
}

export interface PatchTarget {
  /** The rules as they are here. */
  readonly rules: readonly Rule[];
  /** The org they belong to; absent for rules that are kept in this browser. */
  readonly org?: string | undefined;
  readonly newId: () => string;
}

/**
 * Reads a patch (`serializePatch`) against the rules that are here: `{ "scrimPatch": 1, "name"?, "org"?, "changes":
 * [{ "change": "create" | "update" | "delete", "before"?, "after"? }] }`, `before` and `after` as in a rule file.
 *
 * A rule is found by its id where the patch was written for these very rules, else by its content. An edit keeps the
 * patch's own `before` as its base: if somebody changed the rule meanwhile, the push shows a conflict.
 *
 * @throws {WireError} naming the path of what cannot be read
 */
export function readPatch(json: unknown, target: PatchTarget): Patch {
  const raw = asObject(json, '$');
  if (raw.scrimPatch !== patchVersion)
    throw new WireError('$.scrimPatch', `this version of Scrim reads ${patchVersion}`);
  const org = isAbsent(raw.org) ? undefined : asString(raw.org, '$.org', maxName);
  const changes = asArray(raw.changes, '$.changes', maxChanges);
  if (changes.length === 0) throw new WireError('$.changes', 'empty');
  const read = changes.map((entry, at) => readChange(entry, `$.changes[${at}]`, at));
  const made = read.map((change) => operationOf(change, target, org === target.org));
  return {
    name: isAbsent(raw.name) ? '' : asString(raw.name, '$.name', maxName).trim(),
    ...(org === undefined ? {} : { org }),
    operations: made.flatMap((one) => ('kind' in one ? [one] : [])),
    skipped: made.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

type ReadChange =
  | { readonly kind: 'create'; readonly after: RuleContent }
  | { readonly kind: 'update'; readonly before: Rule; readonly after: RuleContent }
  | { readonly kind: 'delete'; readonly before: Rule };

function readChange(entry: unknown, path: string, at: number): ReadChange {
  const raw = asObject(entry, path);
  const rule = (key: 'before' | 'after') =>
    readFullstoryRule(raw[key], `${path}.${key}`, { from: 'file', position: at + 1 });
  const after = () => writable(rule('after'), `${path}.after`);
  switch (raw.change) {
    case 'create':
      return { kind: 'create', after: after() };
    case 'update':
      return { kind: 'update', before: rule('before'), after: after() };
    case 'delete':
      return { kind: 'delete', before: rule('before') };
    default:
      throw new WireError(`${path}.change`, 'none of create, update, delete');
  }
}

/** Only what a person may write goes into a draft. */
function writable(rule: Rule, path: string): RuleContent {
  const tooLong = [rule.selector, ...rule.exceptions].some((text) => text.length > ruleLimits.selector);
  if (tooLong)
    throw new WireError(`${path}.source`, `a selector longer than ${ruleLimits.selector} characters`);
  if (rule.action === RuleAction.unspecified)
    throw new WireError(`${path}.operation.action`, 'not an action');
  return ruleContentOf(rule);
}

function operationOf(
  change: ReadChange,
  { rules, newId }: PatchTarget,
  isSameSource: boolean,
): DraftEdit | SkippedChange {
  if (change.kind === 'create') {
    const same = rules.some((rule) => compareRules(rule, change.after).length === 0);
    if (same) return { name: change.after.name, why: 'says-so-already' };
    return { kind: 'create', draftId: newId(), content: change.after };
  }
  const { before } = change;
  const here = findRule(before, rules, isSameSource);
  if (!here) return { name: before.name, why: 'no-such-rule' };
  const base = ruleWithContent(here, before);
  if (change.kind === 'delete') {
    return isBuiltIn(here)
      ? { name: before.name, why: 'built-in' }
      : { kind: 'delete', ruleId: here.id, base };
  }
  if (compareRules(here, change.after).length === 0) return { name: before.name, why: 'says-so-already' };
  return { kind: 'update', ruleId: here.id, base, content: change.after };
}

function findRule(before: Rule, rules: readonly Rule[], isSameSource: boolean): Rule | undefined {
  // Ids of rules that came from a file are often just 1, 2, 3: the same id alone says nothing.
  const isAlike = (rule: Rule) => rule.name === before.name || rule.selector === before.selector;
  const byId = isSameSource ? rules.find((rule) => rule.id === before.id && isAlike(rule)) : undefined;
  return byId ?? rules.find((rule) => compareRules(rule, before).length === 0);
}
