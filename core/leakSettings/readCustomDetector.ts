import type { LeakTag, Severity } from '../findings/finding.ts';
import { severityRank } from '../findings/severityOf.ts';
import { leakTags } from '../findings/tagsOf.ts';
import { asArray, asObject, asString, isAbsent, type JsonObject } from '../settings/wireGuards.ts';
import { DefinitionError } from './definitionError.ts';
import { type DetectorChecksum, detectorChecksums } from './detectorChecksums.ts';
import type { CustomDetector } from './leakSettings.ts';
import { leakSettingsLimits } from './leakSettingsLimits.ts';

const keys = new Set(['name', 'pattern', 'flags', 'keywords', 'checksum', 'severity', 'tags', 'examples']);

/** Lower-case words with hyphens: it becomes part of an id that is reported. */
export const detectorName = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * One entry of `detectors` in a rule file. Nothing is run here; `compileCustomDetector` does.
 *
 * @throws {DefinitionError} for a word, a length or a form that is not known
 * @throws {WireError} for a wrong type
 */
export function readCustomDetector(json: unknown): CustomDetector {
  const raw = asObject(json, '$');
  for (const key of Object.keys(raw))
    if (!keys.has(key)) throw new DefinitionError('unknown-entry', { entry: key.slice(0, 40) });
  const name = asString(raw.name, 'name', 200);
  if (!detectorName.test(name)) throw new DefinitionError('detector-name');
  const pattern = limited(raw.pattern, 'pattern', leakSettingsLimits.pattern);
  if (pattern === '') throw new DefinitionError('pattern-empty');
  const flags = isAbsent(raw.flags) ? '' : asString(raw.flags, 'flags', 20);
  if (flags !== '' && flags !== 'i') throw new DefinitionError('pattern-flags', { flags });
  return {
    name,
    pattern,
    ignoreCase: flags === 'i',
    keywords: keywordsOf(raw),
    ...checksumOf(raw),
    severity: isAbsent(raw.severity) ? 'high' : oneOf(raw.severity, 'severity', severities),
    tags: tagsIn(raw),
    examples: examplesOf(raw),
  };
}

const severities = Object.keys(severityRank) as readonly Severity[];
const checksums = Object.keys(detectorChecksums) as readonly DetectorChecksum[];

function oneOf<T extends string>(value: unknown, entry: string, allowed: readonly T[]): T {
  const text = asString(value, entry, 200);
  const known = allowed.find((one) => one === text);
  if (known === undefined)
    throw new DefinitionError('unknown-word', { entry, word: text, allowed: allowed.join(', ') });
  return known;
}

function limited(value: unknown, entry: string, max: number): string {
  // Measured before anything looks into it.
  if (typeof value === 'string' && value.length > max) throw new DefinitionError('too-long', { entry, max });
  return asString(value, entry, max);
}

function list(value: unknown, entry: string, max: { readonly entries: number; readonly length: number }) {
  if (isAbsent(value)) return [];
  if (Array.isArray(value) && value.length > max.entries)
    throw new DefinitionError('too-many', { entry, max: max.entries });
  return asArray(value, entry, max.entries).map((one) => limited(one, entry, max.length));
}

function keywordsOf(raw: JsonObject): readonly string[] {
  const { keywords, keyword } = leakSettingsLimits;
  const words = list(raw.keywords, 'keywords', { entries: keywords, length: keyword });
  if (words.some((word) => !/[\p{L}\p{N}]/u.test(word))) throw new DefinitionError('keyword-empty');
  return words;
}

function checksumOf(raw: JsonObject): Pick<CustomDetector, 'checksum'> {
  return isAbsent(raw.checksum) ? {} : { checksum: oneOf(raw.checksum, 'checksum', checksums) };
}

function tagsIn(raw: JsonObject): readonly LeakTag[] {
  const written = isAbsent(raw.tags) ? [] : asArray(raw.tags, 'tags', leakTags.length);
  return [...new Set(written.map((tag) => oneOf(tag, 'tags', leakTags)))];
}

function examplesOf(raw: JsonObject): CustomDetector['examples'] {
  const { examples: entries, example: length } = leakSettingsLimits;
  const given = isAbsent(raw.examples) ? {} : asObject(raw.examples, 'examples');
  for (const key of Object.keys(given))
    if (key !== 'found' && key !== 'clean')
      throw new DefinitionError('unknown-entry', { entry: `examples.${key.slice(0, 40)}` });
  const found = list(given.found, 'examples.found', { entries, length });
  if (found.length === 0) throw new DefinitionError('example-missing');
  return { found, clean: list(given.clean, 'examples.clean', { entries, length }) };
}
