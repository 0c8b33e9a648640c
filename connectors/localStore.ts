// The local rule set: works with no account and sends nothing anywhere. For the background and the CLI.
// Storage is passed in. What is stored and cannot be read is an error, never a fresh empty set.

import { type Rule, type RuleContent, RuleEditable, type RuleSet } from '../core/rules/rule.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { serializeFullstoryRule } from '../core/settings/fullstoryWire.ts';
import { parseRuleFile } from '../core/settings/parseRuleFile.ts';
import { serializeRuleFile } from '../core/settings/serializeRuleFile.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import { WireError } from '../core/settings/wireError.ts';
import { asArray, asObject, asString } from '../core/settings/wireGuards.ts';

export interface LocalSourceDeps {
  /** What `save` was last given; undefined or null when nothing was ever saved. */
  readonly load: () => Promise<unknown>;
  /** Plain JSON data. Resolves only when it is stored for good. */
  readonly save: (stored: unknown) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** A remembered create: the same key again gives the same rule, as with the API. */
interface RememberedKey {
  readonly key: string;
  readonly ruleId: string;
  readonly at: string;
}

interface Stored {
  readonly ruleSet: RuleSet;
  readonly keys: readonly RememberedKey[];
}

const dayMs = 24 * 60 * 60 * 1000;
const maxKeys = 10_000;

export function createLocalSource(deps: LocalSourceDeps): SettingsSource {
  // Two overlapping read-change-write turns would lose the first one's edit.
  const inTurn = createTurns();
  const read = () => load(deps);
  return {
    kind: 'local',
    identify: async () => ({ orgId: 'local', email: '', role: 'LOCAL', canWrite: true }),
    read: () => inTurn(async () => (await read()).ruleSet),
    readRule: (id) => inTurn(async () => find(await read(), id) ?? null),
    create: (content, key) => inTurn(() => create(deps, content, key)),
    update: (id, content) => inTurn(() => update(deps, id, content)),
    remove: (id) => inTurn(() => remove(deps, id)),
  };
}

async function create(deps: LocalSourceDeps, content: RuleContent, key: string): Promise<Rule> {
  checkContent(content);
  const stored = await load(deps);
  const at = deps.now();
  const keys = stored.keys.filter((entry) => at.getTime() - Date.parse(entry.at) < dayMs);
  const before = keys.find((entry) => entry.key === key);
  const made = before && find(stored, before.ruleId);
  if (made) return made;
  const time = at.toISOString();
  const rule = ruleOf(content, { id: deps.newId(), createdAt: time, updatedAt: time });
  await store(deps, {
    ruleSet: { ...stored.ruleSet, rules: [...stored.ruleSet.rules, rule] },
    keys: [...keys.filter((entry) => entry !== before), { key, ruleId: rule.id, at: time }],
  });
  return rule;
}

async function update(deps: LocalSourceDeps, id: string, content: RuleContent): Promise<Rule> {
  checkContent(content);
  const stored = await load(deps);
  const before = find(stored, id);
  if (!before) throw missing();
  const { createdAt } = before;
  const rule = ruleOf(content, {
    id,
    ...(createdAt === undefined ? {} : { createdAt }),
    updatedAt: deps.now().toISOString(),
  });
  const rules = stored.ruleSet.rules.map((entry) => (entry.id === id ? rule : entry));
  await store(deps, { ...stored, ruleSet: { ...stored.ruleSet, rules } });
  return rule;
}

async function remove(deps: LocalSourceDeps, id: string): Promise<void> {
  const stored = await load(deps);
  if (!find(stored, id)) throw missing();
  const rules = stored.ruleSet.rules.filter((entry) => entry.id !== id);
  await store(deps, { ...stored, ruleSet: { ...stored.ruleSet, rules } });
}

async function load(deps: LocalSourceDeps): Promise<Stored> {
  const json = await deps.load();
  if (json === undefined || json === null) return { ruleSet: { rules: [], groups: [], gaps: [] }, keys: [] };
  try {
    const raw = asObject(json, '$');
    return { ruleSet: parseRuleFile(raw.file), keys: asArray(raw.keys, '$.keys', maxKeys).map(readKey) };
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('invalid', `Stored rules: ${error.message}`);
    throw error;
  }
}

async function store(deps: LocalSourceDeps, stored: Stored): Promise<void> {
  await deps.save({ file: serializeRuleFile(stored.ruleSet), keys: stored.keys.slice(-maxKeys) });
}

function readKey(json: unknown, at: number): RememberedKey {
  const raw = asObject(json, `$.keys[${at}]`);
  return {
    key: asString(raw.key, `$.keys[${at}].key`),
    ruleId: asString(raw.ruleId, `$.keys[${at}].ruleId`),
    at: asString(raw.at, `$.keys[${at}].at`),
  };
}

function find(stored: Stored, id: string): Rule | undefined {
  return stored.ruleSet.rules.find((rule) => rule.id === id);
}

function ruleOf(content: RuleContent, rest: Pick<Rule, 'id' | 'createdAt' | 'updatedAt'>): Rule {
  const { name, description, selector, exceptions, action, consent, scope, platforms } = content;
  return {
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    selector,
    exceptions: [...exceptions],
    action,
    consent,
    scope,
    platforms: [...platforms],
    groupId: '0',
    editable: RuleEditable.any,
    ...rest,
  };
}

/** The same limits as the API's, so that a local rule can be moved to an org later. */
function checkContent(content: RuleContent): void {
  try {
    serializeFullstoryRule(content);
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('invalid', error.message);
    throw error;
  }
}

function missing(): SettingsError {
  return new SettingsError('not-found', 'The rule does not exist any more.', { status: 404 });
}
