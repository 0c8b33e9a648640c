import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import { compareRules, type RuleField } from './compareRules.ts';
import { editJsonText, type JsonEdit, type JsonPath } from './editJsonText.ts';
import { wireOfAction, wireOfPlatform, wireOfScope } from './fullstoryEnums.ts';
import type { ProposedChange } from './proposal.ts';
import { readRuleFileText } from './readRuleFileText.ts';
import { ruleLimits } from './ruleLimits.ts';
import { SettingsError } from './settingsSource.ts';
import { isAbsent, type JsonObject } from './wireGuards.ts';

export interface EditedRuleFile {
  /** The whole file; the same as before where it says all of it already. */
  readonly text: string;
  readonly ruleSet: RuleSet;
}

/**
 * A rule file with these changes made to it as it is now. Only the values that change are written anew, so that a
 * diff shows these and nothing else. A rule is found by its id where the file states one, else by what it says. An
 * edit that somebody made already is left out. New rules have the id of their change.
 *
 * @param text null: there is no such file yet
 * @throws {SettingsError} `conflict` when a rule is not what the change was made from, or is gone; `invalid` for a
 *   file that cannot be read
 */
export function editRuleFile(text: string | null, changes: readonly ProposedChange[]): EditedRuleFile {
  const start = text === null || text.trim() === '' ? emptyFile : text;
  const file = readFile(start);
  const edits = changes.map((change) => editOf(file, change));
  const removed = edits.flatMap(({ remove }) => remove ?? []).sort((a, b) => b - a);
  const written = editJsonText(start, [
    ...edits.flatMap(({ sets }) => sets ?? []),
    ...removed.map((at): JsonEdit => ({ kind: 'remove', path: [...file.list, at] })),
    ...edits.flatMap(({ append }) => append ?? []),
    ...countEdits(file, edits.filter((edit) => edit.append).length - removed.length),
  ]);
  const ruleSet = readFile(written).ruleSet;
  checkWritten(ruleSet, changes);
  return { text: written, ruleSet };
}

const emptyFile = '{\n  "scrim": 1,\n  "rules": []\n}\n';

interface RuleFile {
  readonly json: unknown;
  readonly ruleSet: RuleSet;
  /** Where the list of rules is. */
  readonly list: JsonPath;
  readonly entries: readonly JsonObject[];
}

function readFile(text: string): RuleFile {
  const { json, ruleSet } = readRuleFileText(text);
  if (ruleSet.overLimit) {
    throw new SettingsError('invalid', `The rule file holds more than ${ruleLimits.rules} rules.`);
  }
  const list = Array.isArray(json) ? [] : [(json as JsonObject).results === undefined ? 'rules' : 'results'];
  const entries = (list[0] === undefined ? json : (json as JsonObject)[list[0]]) as readonly JsonObject[];
  return { json, ruleSet, list, entries };
}

interface RuleEdit {
  readonly sets?: readonly JsonEdit[];
  readonly append?: JsonEdit;
  /** Position in the list. */
  readonly remove?: number;
}

function editOf(file: RuleFile, { changeId, before, after }: ProposedChange): RuleEdit {
  if (!before) return after ? createEdit(file, changeId, after) : {};
  const at = positionOf(file, before);
  const now = file.ruleSet.rules[at];
  if (!now) {
    const done = after === null || file.ruleSet.rules.some((rule) => compareRules(rule, after).length === 0);
    if (done) return {};
    throw new SettingsError('conflict', `The rule ${nameOf(before)} is not in the file any more.`);
  }
  if (after && compareRules(now, after).length === 0) return {};
  const moved = compareRules(now, before);
  if (moved.length > 0) {
    throw new SettingsError(
      'conflict',
      `Somebody changed the rule ${nameOf(before)} meanwhile: ${moved.join(', ')}.`,
    );
  }
  if (!after) return { remove: at };
  return { sets: fieldEdits([...file.list, at], file.entries[at] ?? {}, { now, after }) };
}

function createEdit({ ruleSet, list }: RuleFile, id: string, content: RuleContent): RuleEdit {
  if (ruleSet.rules.some((rule) => compareRules(rule, content).length === 0)) return {};
  if (ruleSet.rules.some((rule) => rule.id === id)) {
    throw new SettingsError('conflict', `Somebody changed the rule ${nameOf(content)} meanwhile.`);
  }
  return { append: { kind: 'append', path: list, value: entryOf(id, content) } };
}

/** -1 when it is gone. Ids that are only positions in the file say nothing about another state of the file. */
function positionOf({ ruleSet, entries }: RuleFile, before: Rule): number {
  const stated = ruleSet.rules.findIndex(
    (rule, at) => rule.id === before.id && !isAbsent((entries[at] as JsonObject).id),
  );
  if (stated >= 0) return stated;
  const same = ruleSet.rules.findIndex((rule) => compareRules(rule, before).length === 0);
  if (same >= 0) return same;
  return ruleSet.rules.findIndex((rule) => rule.id === before.id && rule.name === before.name);
}

/** The defaults of a rule file (any group, editable) are left out. */
function entryOf(id: string, content: RuleContent): JsonObject {
  const { name, description } = content;
  return {
    id,
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    source: { selector: content.selector, exception_selectors: [...content.exceptions] },
    operation: {
      action: wireOfAction[content.action],
      consent: content.consent,
      scope: wireOfScope[content.scope],
    },
    platforms: content.platforms.map((platform) => wireOfPlatform[platform]),
  };
}

const pathOfField: Readonly<Record<RuleField, JsonPath>> = {
  name: ['name'],
  description: ['description'],
  selector: ['source', 'selector'],
  exceptions: ['source', 'exception_selectors'],
  action: ['operation', 'action'],
  consent: ['operation', 'consent'],
  scope: ['operation', 'scope'],
  platforms: ['platforms'],
};

function fieldEdits(
  rule: JsonPath,
  entry: JsonObject,
  { now, after }: { readonly now: Rule; readonly after: RuleContent },
): readonly JsonEdit[] {
  const fields = new Set(compareRules(now, after));
  // An entry without a name is called by its selector.
  if (isAbsent(entry.name) && after.name !== after.selector.slice(0, ruleLimits.name)) fields.add('name');
  const wire = entryOf('', after);
  return [...fields].map((field): JsonEdit => {
    const path = [...rule, ...pathOfField[field]];
    const value = pathOfField[field].reduce<unknown>((part, key) => (part as JsonObject)[key], wire);
    return value === undefined ? { kind: 'remove', path } : { kind: 'set', path, value };
  });
}

/** A list response tells how many there are. */
function countEdits({ json, list }: RuleFile, change: number): readonly JsonEdit[] {
  const total = list[0] === 'results' ? (json as JsonObject).total_records : undefined;
  if (isAbsent(total) || change === 0) return [];
  const count = Number(total) + change;
  return [{ kind: 'set', path: ['total_records'], value: typeof total === 'string' ? String(count) : count }];
}

/** The text that goes out is read like any other file: what it says must be what was proposed. */
function checkWritten({ rules }: RuleSet, changes: readonly ProposedChange[]): void {
  for (const { after } of changes) {
    if (after && !rules.some((rule) => compareRules(rule, after).length === 0)) {
      throw new SettingsError('invalid', `The rule ${nameOf(after)} cannot be written into this file.`);
    }
  }
}

function nameOf({ name }: RuleContent): string {
  return JSON.stringify(name.slice(0, 80));
}
