import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntityKind, entityKinds, isOfEntity } from './entityKinds.ts';
import type { Finder, TextSetting } from './finder.ts';
import { isKept } from './isKept.ts';
import { printTable } from './printTable.ts';

interface ValueCase {
  readonly entity: string;
  readonly text: string;
  /** How many must be found as this entity; 0: none may be. */
  readonly found: number;
  readonly spans: readonly (readonly [number, number])[];
}

interface Tally {
  positives: number;
  hits: number;
  negatives: number;
  clean: number;
}

export interface ValuesOptions {
  readonly data: string;
  readonly finders: readonly Finder[];
  /** Prints the cases that went wrong; never those of the kept split. */
  readonly showErrors?: boolean;
}

/**
 * Recognizer cases: a positive is hit when every marked span is touched by a finding of its entity, a negative is
 * clean when nothing in it is found as that entity. Once as they are, and once with the country of the entity given.
 */
export async function benchValues({ data, finders, showErrors = false }: ValuesOptions): Promise<void> {
  const cases: ValueCase[] = JSON.parse(await readFile(join(data, 'values', 'cases.json'), 'utf8'));
  for (const withRegion of [false, true]) {
    const rows: string[][] = [];
    for (const finder of finders) {
      for (const kept of [false, true]) {
        const tallies = await tallyCases(
          cases.filter((one) => isKept(one.entity + one.text) === kept),
          { finder, withRegion, showErrors: showErrors && !kept && finder.name === 'scrim' },
        );
        rows.push([finder.name, kept ? 'kept apart' : 'tuned on', ...summary(tallies)]);
      }
    }
    console.log(`\nValues (recognizer cases), ${withRegion ? 'country given' : 'nothing given'}`);
    printTable(['finder', 'split', 'positives hit', '', 'negatives clean', ''], rows);
  }
  const entities = new Set(cases.map((one) => one.entity));
  const unsupported = [...entities].filter((entity) => entityKinds[entity] === undefined);
  console.log(`not supported, not counted: ${unsupported.join(', ')}`);
}

interface TallyOptions {
  readonly finder: Finder;
  readonly withRegion: boolean;
  readonly showErrors: boolean;
}

async function tallyCases(cases: readonly ValueCase[], options: TallyOptions): Promise<Tally> {
  const tally = { positives: 0, hits: 0, negatives: 0, clean: 0 };
  for (const one of cases) {
    const kind = entityKinds[one.entity];
    if (!kind) continue;
    const right = await isRight(one, kind, options);
    if (one.found > 0) tally.positives += 1;
    else tally.negatives += 1;
    if (right && one.found > 0) tally.hits += 1;
    if (right && one.found === 0) tally.clean += 1;
    if (!right && options.showErrors)
      console.log(`  wrong: ${one.entity} ${one.found} ${JSON.stringify(one.text)}`);
  }
  return tally;
}

async function isRight(one: ValueCase, kind: EntityKind, options: TallyOptions): Promise<boolean> {
  const setting = options.withRegion ? settingOf(one.entity) : {};
  const found = (await options.finder.find(one.text, setting)).filter((each) => isOfEntity(each, kind));
  if (one.found === 0) return found.length === 0;
  if (one.spans.length === 0) return found.length > 0;
  return one.spans.every(([start, end]) => found.some((each) => each.start < end && each.end > start));
}

function settingOf(entity: string): TextSetting {
  const country = /^([a-z]{2})_/.exec(entity)?.[1]?.toUpperCase();
  if (!country) return {};
  return { region: country === 'UK' ? 'GB' : country };
}

function summary({ positives, hits, negatives, clean }: Tally): string[] {
  return [`${hits}/${positives}`, share(hits, positives), `${clean}/${negatives}`, share(clean, negatives)];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
