import { type Rule, RuleAction, RuleEditable, RulePlatform, RuleScope } from '../rules/rule.ts';
import { actionOfWire, editableOfWire, platformOfWire, scopeOfWire } from './fullstoryEnums.ts';
import { ruleLimits } from './ruleLimits.ts';
import { WireError } from './wireError.ts';
import { asArray, asBoolean, asInt64, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/**
 * How one rule object is read. From the API, a word this version does not know is kept as a doubt; a file is
 * written by people, so there it is a mistake to point at, and what is left out has a default.
 */
export type RuleReading = { readonly from: 'api' } | { readonly from: 'file'; readonly position: number };

/**
 * One v2beta rule object (fullstory.md e.1).
 *
 * - Unknown or missing action: `unspecified`. Unknown scope: `all`, in doubt. Unknown platform: counted as web,
 *   in doubt. Unknown `editable`: description only, the least anybody may change.
 * - A strong tag (`etag`, which Scrim's server tells beside FullStory's fields) is the rule's revision.
 * - Selectors over the length cap are kept and put in doubt; names and descriptions are kept as they come.
 *
 * @throws {WireError} naming the path of what is missing or of the wrong type
 */
export function readFullstoryRule(json: unknown, path: string, reading: RuleReading): Rule {
  const raw = asObject(json, path);
  const source = asObject(raw.source, `${path}.source`);
  const operation = asObject(raw.operation, `${path}.operation`);
  const strict = reading.from === 'file';
  const selector = readSelector(source.selector, `${path}.source.selector`, strict);
  const exceptions = readExceptions(source.exception_selectors, `${path}.source.exception_selectors`, strict);
  const scope = readScope(operation.scope, `${path}.operation.scope`, strict);
  const platforms = readPlatforms(raw.platforms, `${path}.platforms`, strict);
  const tooLong = [selector, ...exceptions].some((text) => text.length > ruleLimits.selector);
  // Words nobody here knows come first: a rule that has one must not be written back (it would be lost).
  const stated = strict ? readStated(raw.uncertain, `${path}.uncertain`) : undefined;
  const doubt = scope.doubt ?? platforms.doubt ?? stated ?? (tooLong ? 'doubt.long-selector' : undefined);
  return {
    id: readId(raw.id, `${path}.id`, reading),
    name: readName(raw.name, `${path}.name`, { strict, selector }),
    ...readTexts(raw, path, strict),
    selector,
    exceptions,
    action: readAction(operation.action, `${path}.operation.action`, strict),
    consent: isAbsent(operation.consent) ? false : asBoolean(operation.consent, `${path}.operation.consent`),
    scope: scope.value,
    platforms: platforms.value,
    groupId: isAbsent(raw.group_id) ? '0' : asInt64(raw.group_id, `${path}.group_id`),
    editable: readEditable(raw.editable, `${path}.editable`, strict),
    ...(doubt === undefined ? {} : { uncertain: doubt }),
  };
}

/** True when writing this rule back would replace a word of the API that this version cannot express. */
export function holdsUnknownWords(rule: Rule): boolean {
  return rule.uncertain === doubtScope || rule.uncertain === doubtPlatform;
}

const doubtScope = 'doubt.unknown-scope';
const doubtPlatform = 'doubt.unknown-platform';

interface Doubtful<T> {
  readonly value: T;
  readonly doubt?: string;
}

function readId(value: unknown, path: string, reading: RuleReading): string {
  if (isAbsent(value) && reading.from === 'file') return String(reading.position);
  const id = asString(value, path);
  if (id === '') throw new WireError(path, 'empty');
  return id;
}

function readName(value: unknown, path: string, how: { strict: boolean; selector: string }): string {
  const name = isAbsent(value)
    ? ''
    : how.strict
      ? asString(value, path, ruleLimits.name)
      : asString(value, path);
  return name === '' ? how.selector.slice(0, ruleLimits.name) : name;
}

function readSelector(value: unknown, path: string, strict: boolean): string {
  const selector = asString(value, path);
  if (strict && selector.trim() === '') throw new WireError(path, 'empty');
  return selector;
}

function readExceptions(value: unknown, path: string, strict: boolean): readonly string[] {
  if (isAbsent(value)) return [];
  return asArray(value, path, ruleLimits.exceptions).map((entry, at) =>
    readSelector(entry, `${path}[${at}]`, strict),
  );
}

function readAction(value: unknown, path: string, strict: boolean): RuleAction {
  if (isAbsent(value) && !strict) return RuleAction.unspecified;
  return readWord(value, path, { words: actionOfWire, strict }) ?? RuleAction.unspecified;
}

function readScope(value: unknown, path: string, strict: boolean): Doubtful<RuleScope> {
  if (isAbsent(value)) return strict ? { value: RuleScope.all } : { value: RuleScope.all, doubt: doubtScope };
  const scope = readWord(value, path, { words: scopeOfWire, strict });
  return scope === undefined ? { value: RuleScope.all, doubt: doubtScope } : { value: scope };
}

function readPlatforms(value: unknown, path: string, strict: boolean): Doubtful<readonly RulePlatform[]> {
  if (isAbsent(value) && strict) return { value: [RulePlatform.web] };
  const words = isAbsent(value) ? [] : asArray(value, path, ruleLimits.exceptions);
  if (strict && words.length === 0) throw new WireError(path, 'at least one platform is needed');
  const read = words.map((word, at) => readWord(word, `${path}[${at}]`, { words: platformOfWire, strict }));
  const known = new Set(read.filter((platform) => platform !== undefined));
  if (read.length > 0 && !read.includes(undefined)) return { value: [...known] };
  return { value: [...known.add(RulePlatform.web)], doubt: doubtPlatform };
}

function readEditable(value: unknown, path: string, strict: boolean): RuleEditable {
  if (isAbsent(value)) return RuleEditable.any;
  return readWord(value, path, { words: editableOfWire, strict }) ?? RuleEditable.descriptionOnly;
}

/** The known meaning of an enum word; undefined when it is unknown and that may be. */
function readWord<T>(
  value: unknown,
  path: string,
  how: { readonly words: ReadonlyMap<string, T>; readonly strict: boolean },
): T | undefined {
  const word = asString(value, path);
  const known = how.words.get(word);
  if (known === undefined && how.strict) {
    throw new WireError(
      path,
      `${JSON.stringify(word.slice(0, 40))} is none of ${[...how.words.keys()].join(', ')}`,
    );
  }
  return known;
}

function readTexts(raw: JsonObject, path: string, strict: boolean): Partial<Rule> {
  const text = (key: string, max?: number): string | undefined => {
    const value = raw[key];
    // Empty and absent are one thing to the API, so they are one thing here: comparisons stay quiet.
    return isAbsent(value) || value === '' ? undefined : asString(value, `${path}.${key}`, max);
  };
  const description = text('description', strict ? ruleLimits.description : undefined);
  const createdAt = text('created_at');
  const updatedAt = text('last_updated');
  const updatedBy = text('last_updated_by');
  const revision = strict ? undefined : readRevision(raw.etag, `${path}.etag`);
  return {
    ...(description === undefined ? {} : { description }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(updatedBy === undefined ? {} : { updatedBy }),
    ...(revision === undefined ? {} : { revision }),
  };
}

/** It goes back in a header as it is: of another form it would be refused there, or say something else. */
function readRevision(value: unknown, path: string): string | undefined {
  if (isAbsent(value)) return undefined;
  const tag = asString(value, path, ruleLimits.name);
  if (!/^"[\x21\x23-\x7e]{1,128}"$/.test(tag)) throw new WireError(path, 'expected a strong tag in quotes');
  return tag;
}

/** Only in Scrim's own files: a doubt that the source had when the file was written. */
function readStated(value: unknown, path: string): string | undefined {
  if (isAbsent(value)) return undefined;
  const doubt = asString(value, path, ruleLimits.name);
  if (!/^doubt\.[a-z0-9-]+$/.test(doubt)) throw new WireError(path, 'expected a word like "doubt.targeting"');
  return doubt;
}
