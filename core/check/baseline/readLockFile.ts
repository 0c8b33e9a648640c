import { type CaptureChannel, captureChannels } from '../../capture/captureRecord.ts';
import { WireError } from '../../settings/wireError.ts';
import { asArray, asObject, asString, isAbsent, type JsonObject } from '../../settings/wireGuards.ts';
import {
  type AcceptedPlace,
  type LockedPage,
  type LockedRule,
  type LockFile,
  lockFileVersion,
} from './lockFile.ts';

const limits = { pages: 50_000, rules: 10_000, kinds: 100, accepted: 20_000, text: 4_000 } as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads `scrim.lock.json`.
 *
 * @throws {WireError} naming the place of what is wrong
 */
export function readLockFile(json: unknown): LockFile {
  const raw = asObject(json, '$');
  if (raw.scrim !== lockFileVersion)
    throw new WireError('$.scrim', `this version of Scrim reads ${lockFileVersion}`);
  return {
    scrim: lockFileVersion,
    recorder: text(raw, 'recorder', '$'),
    pages: asArray(raw.pages, '$.pages', limits.pages).map((page, at) => readPage(page, `$.pages[${at}]`)),
  };
}

function readPage(json: unknown, path: string): LockedPage {
  const raw = asObject(json, path);
  const rules = asArray(raw.rules, `${path}.rules`, limits.rules);
  const accepted = asArray(raw.accepted, `${path}.accepted`, limits.accepted);
  return {
    page: text(raw, 'page', path),
    ...(isAbsent(raw.step) ? {} : { step: text(raw, 'step', path) }),
    looked: readCounts(raw.looked, `${path}.looked`),
    rules: rules.map((rule, at) => readRule(rule, `${path}.rules[${at}]`)),
    accepted: accepted.map((place, at) => readPlace(place, `${path}.accepted[${at}]`)),
  };
}

function readCounts(json: unknown, path: string): LockedPage['looked'] {
  const counts = Object.entries(asObject(json, path)).map(([name, count]): [CaptureChannel, number] => {
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0)
      throw new WireError(`${path}.${name.slice(0, 40)}`, 'expected a count');
    return [channelOf(name, path), count];
  });
  return Object.fromEntries(counts);
}

function readRule(json: unknown, path: string): LockedRule {
  const raw = asObject(json, path);
  const kinds = asArray(raw.kinds, `${path}.kinds`, limits.kinds);
  return {
    id: text(raw, 'id', path),
    name: text(raw, 'name', path),
    kinds: kinds.map((kind, at) => asString(kind, `${path}.kinds[${at}]`, limits.text)),
  };
}

function readPlace(json: unknown, path: string): AcceptedPlace {
  const raw = asObject(json, path);
  const { certainty } = raw;
  if (certainty !== 'leak' && certainty !== 'possible')
    throw new WireError(`${path}.certainty`, 'expected "leak" or "possible"');
  const expires = text(raw, 'expires', path);
  if (!day.test(expires)) throw new WireError(`${path}.expires`, 'expected a day such as 2026-12-31');
  const reason = text(raw, 'reason', path).trim();
  if (reason === '') throw new WireError(`${path}.reason`, 'nothing is accepted without a reason');
  return {
    kind: text(raw, 'kind', path),
    channel: channelOf(text(raw, 'channel', path), `${path}.channel`),
    ...(isAbsent(raw.name) ? {} : { name: text(raw, 'name', path) }),
    path: text(raw, 'path', path),
    certainty,
    reason,
    expires,
  };
}

function channelOf(name: string, path: string): CaptureChannel {
  const channel = captureChannels.find((known) => known === name);
  if (channel === undefined) throw new WireError(path, 'expected a channel');
  return channel;
}

function text(raw: JsonObject, entry: string, path: string): string {
  return asString(raw[entry], `${path}.${entry}`, limits.text);
}
