import { WireError } from '../settings/wireError.ts';
import { asArray, isAbsent } from '../settings/wireGuards.ts';
import { DefinitionError } from './definitionError.ts';
import type { CustomDetector, LeakSettings, LeakSettingsProblem, Suppression } from './leakSettings.ts';
import { leakSettingsLimits } from './leakSettingsLimits.ts';
import { detectorName, readCustomDetector } from './readCustomDetector.ts';
import { readSuppression } from './readSuppression.ts';

/** What of a rule file is read here. Nothing of it is trusted. */
export interface LeakSettingsFile {
  readonly detectors?: unknown;
  readonly suppressions?: unknown;
}

/**
 * `detectors` and `suppressions` of a rule file. An entry that cannot be used is a problem beside the others: a broken
 * detector must be seen, and must not keep the others from looking.
 *
 * @param today `2026-11-25`
 * @throws {WireError} when one of the two is no list
 */
export function readLeakSettings(file: LeakSettingsFile, today: string): LeakSettings {
  const problems: LeakSettingsProblem[] = [];
  const names = new Set<string>();
  const ids = new Set<string>();

  function read<T>(
    kind: LeakSettingsProblem['kind'],
    json: unknown,
    most: number,
    one: (entry: unknown, at: number) => T,
  ): T[] {
    const listed = isAbsent(json) ? [] : asArray(json, `$.${kind}s`, Number.POSITIVE_INFINITY);
    const found = listed.slice(0, most).flatMap((entry, index) => {
      try {
        return [one(entry, index + 1)];
      } catch (error) {
        problems.push(problemOf(kind, index + 1, entry, error));
        return [];
      }
    });
    if (listed.length > most) {
      const params = { max: most, more: listed.length - most };
      problems.push({ kind, at: most + 1, code: 'over-limit', params });
    }
    return found;
  }

  const detectors = read<CustomDetector>(
    'detector',
    file.detectors,
    leakSettingsLimits.detectors,
    (entry) => {
      const detector = readCustomDetector(entry);
      if (names.has(detector.name)) throw new DefinitionError('name-twice');
      names.add(detector.name);
      return detector;
    },
  );
  const suppressions = read<Suppression>(
    'suppression',
    file.suppressions,
    leakSettingsLimits.suppressions,
    (entry, at) => {
      const suppression = readSuppression(entry, at, today);
      if (ids.has(suppression.id)) throw new DefinitionError('id-twice');
      ids.add(suppression.id);
      return suppression;
    },
  );
  return { detectors, suppressions, problems };
}

function problemOf(
  kind: LeakSettingsProblem['kind'],
  at: number,
  entry: unknown,
  error: unknown,
): LeakSettingsProblem {
  const name = nameIn(entry);
  const known = { kind, at, ...(name === undefined ? {} : { name }) };
  if (error instanceof DefinitionError) return { ...known, code: error.code, params: error.params };
  if (error instanceof WireError) return { ...known, code: 'wrong-type', params: { detail: error.message } };
  throw error;
}

function nameIn(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, 'name')) return undefined;
  const { name } = entry as { readonly name?: unknown };
  return typeof name === 'string' && detectorName.test(name) ? name : undefined;
}
