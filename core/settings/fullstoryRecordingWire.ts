// FullStory's recording settings beside the privacy rules (fullstory.md e.3): domain, geo, features, blocking, targeting.
// Pure. What an answer does not say stays unsaid; a word nobody here knows is kept as unknown.

import { eitherCase } from './eitherCase.ts';
import { readChange } from './fullstoryHistoryWire.ts';
import type {
  GeoSettings,
  RecordingPart,
  RecordingSettings,
  TargetingCondition,
  TargetingRule,
} from './recordingSettings.ts';
import { ruleLimits } from './ruleLimits.ts';
import { asArray, asBoolean, asInt64, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/** Lists of domains, addresses and agents: far above what anybody enters by hand. */
const maxEntries = ruleLimits.rules;
const maxConditions = 1_000;

type PartReaders = {
  readonly [P in RecordingPart]: (json: unknown, path: string) => NonNullable<RecordingSettings[P]>;
};

/** One reader for each part; each throws a `WireError` naming the path of what does not fit. */
export const readRecordingPart: PartReaders = {
  domain(json, path) {
    const raw = asObject(json, path);
    const listed = isAbsent(raw.domains) ? [] : asArray(raw.domains, `${path}.domains`, maxEntries);
    return {
      onlyKnown: flag(raw, 'onlyRecordKnownDomains', path) ?? false,
      domains: listed.map((entry, at) => {
        const one = asObject(entry, `${path}.domains[${at}]`);
        const disabled = flag(one, 'disabled', `${path}.domains[${at}]`) ?? false;
        return { domain: text(one, 'domain', `${path}.domains[${at}]`), disabled };
      }),
      changed: readChange(raw.metadata, `${path}.metadata`),
    };
  },
  geo(json, path) {
    const raw = asObject(json, path);
    const word = text(raw, 'recordGeoMode', path);
    return {
      // Absent is the documented default.
      mode: word === '' ? 'all' : (modes.get(word) ?? 'unknown'),
      zones: texts(raw, 'recordGeoZones', path),
      changed: readChange(raw.metadata, `${path}.metadata`),
    };
  },
  features(json, path) {
    const raw = asObject(json, path);
    return {
      enabled: flag(raw, 'enabled', path),
      isShutOff: flag(raw, 'recordingShutoff', path),
      console: flag(raw, 'consoleWatcher', path),
      network: flag(raw, 'ajaxWatcher', path),
      assets: flag(raw, 'resourceUploading', path),
      changed: readChange(raw.metadata, `${path}.metadata`),
    };
  },
  blocking(json, path) {
    const raw = asObject(json, path);
    return {
      addresses: texts(raw, 'blockedIps', path),
      userAgents: texts(raw, 'blockedUas', path),
      apps: texts(raw, 'blockedAppIds', path),
      changed: readChange(raw.metadata, `${path}.metadata`),
    };
  },
  targeting(json, path) {
    const raw = asObject(json, path);
    const listed = eitherCase(raw, 'sessionTargetingRules');
    const rules = isAbsent(listed) ? [] : asArray(listed, `${path}.sessionTargetingRules`, maxConditions);
    return {
      rules: rules.map((rule, at) => readRule(rule, `${path}.sessionTargetingRules[${at}]`)),
      changed: readChange(raw.metadata, `${path}.metadata`),
    };
  },
};

const modes: ReadonlyMap<string, GeoSettings['mode']> = new Map([
  ['GEO_ALL', 'all'],
  ['GEO_ALLOW_LIST', 'allow-list'],
  ['GEO_BLOCK_LIST', 'block-list'],
]);

function readRule(json: unknown, path: string): TargetingRule {
  const raw = asObject(json, path);
  const conditions = isAbsent(raw.conditions)
    ? []
    : asArray(raw.conditions, `${path}.conditions`, maxConditions);
  const children = isAbsent(raw.children) ? [] : asArray(raw.children, `${path}.children`, maxConditions);
  return {
    id: text(raw, 'id', path),
    notes: text(raw, 'notes', path),
    scope: text(raw, 'scope', path) || 'ALL_SESSIONS',
    conditions: conditions.map((condition, at) => readCondition(condition, `${path}.conditions[${at}]`)),
    parts: children.map((child, at) =>
      text(asObject(child, `${path}.children[${at}]`), 'id', `${path}.children[${at}]`),
    ),
  };
}

function readCondition(json: unknown, path: string): TargetingCondition {
  const raw = asObject(json, path);
  const values = isAbsent(raw.values) ? [] : asArray(raw.values, `${path}.values`, maxConditions);
  return {
    attribute: text(raw, 'attr', path),
    operator: text(raw, 'op', path),
    values: values.map((value, at) => readValue(value, `${path}.values[${at}]`)),
    join: text(raw, 'joinPrevious', path),
  };
}

/** A text, a whole number, or a version `1.2.3.4`. */
function readValue(json: unknown, path: string): string {
  const raw = asObject(json, path);
  const named = eitherCase(raw, 'strVal');
  if (!isAbsent(named)) return asString(named, `${path}.strVal`);
  const number = eitherCase(raw, 'intVal');
  if (!isAbsent(number)) return asInt64(number, `${path}.intVal`);
  const version = eitherCase(raw, 'versionVal');
  if (isAbsent(version)) return '';
  const parts = asObject(version, `${path}.versionVal`);
  return ['major', 'minor', 'build', 'revision']
    .map((part) => (isAbsent(parts[part]) ? '0' : asInt64(parts[part], `${path}.versionVal.${part}`)))
    .join('.');
}

function flag(raw: JsonObject, name: string, path: string): boolean | undefined {
  const value = eitherCase(raw, name);
  return isAbsent(value) ? undefined : asBoolean(value, `${path}.${name}`);
}

function text(raw: JsonObject, name: string, path: string): string {
  const value = eitherCase(raw, name);
  return isAbsent(value) ? '' : asString(value, `${path}.${name}`);
}

function texts(raw: JsonObject, name: string, path: string): readonly string[] {
  const value = eitherCase(raw, name);
  if (isAbsent(value)) return [];
  return asArray(value, `${path}.${name}`, maxEntries).map((entry, at) =>
    asString(entry, `${path}.${name}[${at}]`),
  );
}
