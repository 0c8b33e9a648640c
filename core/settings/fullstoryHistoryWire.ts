// What `/history` of FullStory's recording settings answers (fullstory.md e.3): versions, newest first, and a token for
// the page after. Pure.

import { eitherCase } from './eitherCase.ts';
import { readElementBlock } from './fullstoryBlockWire.ts';
import { parseFullstoryPrivacyV1, withPrivacyV1 } from './fullstoryV1Wire.ts';
import type { SettingsChange } from './recordingSettings.ts';
import type { SettingsVersion } from './ruleHistory.ts';
import { ruleLimits } from './ruleLimits.ts';
import { asArray, asObject, asString, isAbsent } from './wireGuards.ts';

/** The API gives at most this many versions at once. */
export const maxVersions = 100;

export interface WireVersions<T> {
  readonly versions: readonly T[];
  readonly next?: string;
}

/** One page. `readOne` reads a version. @throws {WireError} naming the path of what does not fit */
export function parseVersions<T>(
  json: unknown,
  readOne: (version: unknown, path: string) => T,
): WireVersions<T> {
  const raw = asObject(json, '$');
  const list = isAbsent(raw.versions) ? [] : asArray(raw.versions, '$.versions', maxVersions);
  const token = eitherCase(raw, 'nextPaginationToken');
  const next = isAbsent(token) ? '' : asString(token, '$.nextPaginationToken');
  return {
    versions: list.map((version, at) => readOne(version, `$.versions[${at}]`)),
    ...(next === '' ? {} : { next }),
  };
}

/** The org's rules as a version of the privacy settings has them. @throws {WireError} */
export function readPrivacyVersion(json: unknown, path: string): SettingsVersion {
  const raw = asObject(json, path);
  const listed = eitherCase(raw, 'elementBlocks');
  const blocks = isAbsent(listed) ? [] : asArray(listed, `${path}.elementBlocks`, ruleLimits.rules);
  const rules = blocks.map((block, at) => readElementBlock(block, `${path}.elementBlocks[${at}]`, at));
  const { at = '', by } = readChange(raw.metadata, `${path}.metadata`);
  return {
    at,
    ...(by === undefined ? {} : { by }),
    ruleSet: withPrivacyV1(rules, parseFullstoryPrivacyV1(raw)),
  };
}

/** `metadata`: when and by whom the settings came to be as they are. */
export function readChange(json: unknown, path: string): SettingsChange {
  if (isAbsent(json)) return {};
  const raw = asObject(json, path);
  const at = eitherCase(raw, 'lastUpdated');
  const by = eitherCase(raw, 'lastUpdatedBy');
  return {
    ...(isAbsent(at) ? {} : { at: asString(at, `${path}.lastUpdated`) }),
    ...(isAbsent(by) ? {} : { by: asString(by, `${path}.lastUpdatedBy`) }),
  };
}
