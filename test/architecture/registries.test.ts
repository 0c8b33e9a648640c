import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../core/detectors/registry.ts';
import { hazards } from '../../core/hazards/registry.ts';
import { profiles } from '../../core/profiles/registry.ts';
import { reportWriters } from '../../core/report/registry.ts';
import { sourceReaders, targetWriters } from '../../core/translate/registry.ts';
import { root, type SourceModule, sourceModules } from './sourceModules.ts';

interface Registry {
  readonly name: string;
  readonly folder: string;
  /** The file that must import every member. */
  readonly registeredIn: string;
  /** What makes a file of the folder a member. */
  readonly member: RegExp;
}

const registries: readonly Registry[] = [
  {
    name: 'recorder profile',
    folder: 'core/profiles/',
    registeredIn: 'core/profiles/registry.ts',
    member: /export const \w+(?:: Profile\b| = .*satisfies Profile\b)/,
  },
  {
    name: 'detector',
    folder: 'core/detectors/',
    registeredIn: 'core/detectors/registry.ts',
    member: /export const \w+: Detector =/,
  },
  {
    name: 'hazard',
    folder: 'core/hazards/',
    registeredIn: 'core/hazards/registry.ts',
    member: /export const \w+: Hazard =/,
  },
  {
    name: 'source of a translation',
    folder: 'core/translate/from/',
    registeredIn: 'core/translate/registry.ts',
    member: /export const \w+: SourceReader =/,
  },
  {
    name: 'target of a translation',
    folder: 'core/translate/to/',
    registeredIn: 'core/translate/registry.ts',
    member: /export const \w+: TargetWriter =/,
  },
  {
    name: 'report writer',
    folder: 'core/report/writers/',
    registeredIn: 'core/report/registry.ts',
    member: /export const \w+: ReportWriter =/,
  },
];

const tests = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
  .filter(
    (entry) =>
      entry.isFile() && entry.name.endsWith('.test.ts') && !entry.parentPath.endsWith('architecture'),
  )
  .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));

describe.each(registries)('every $name', ({ folder, registeredIn, member }) => {
  const modules = sourceModules(['core']);
  const members = modules.filter(({ path, text }) => path.startsWith(folder) && member.test(text));

  it('is there to be found by this test', () => {
    expect(members.length).toBeGreaterThan(0);
  });

  it('is registered', () => {
    const registry = modules.find(({ path }) => path === registeredIn);
    expect(members.filter(({ path }) => !registry?.imports.includes(path)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('is tested, by its own test or by one that runs all of them', () => {
    const all = tests.some(({ text }) => text.includes(registeredIn) && /\beach\b|for \(const/.test(text));
    const untested = members.filter((one) => !all && !hasOwnTest(one));
    expect(untested.map(({ path }) => path)).toEqual([]);
  });
});

describe('registries', () => {
  it('hold every profile id once', () => {
    const ids = profiles.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('hold recorders that each have a file for the page, and no file is without one', () => {
    const files = readdirSync(join(root, 'entrypoints')).filter((name) => name.startsWith('profile-'));
    expect(files.toSorted()).toEqual(profiles.map(({ id }) => `profile-${id}.ts`).toSorted());
    for (const { id } of profiles) {
      const text = readFileSync(join(root, 'entrypoints', `profile-${id}.ts`), 'utf8');
      expect(text).toContain(`from '../core/profiles/${id}.ts'`);
      expect(text).toContain(`offerProfile(${id})`);
    }
  });

  it('hold every hazard id once, of recorders that there are', () => {
    const ids = hazards.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const known: readonly string[] = profiles.map(({ id }) => id);
    expect(hazards.flatMap(({ recorders = [] }) => recorders).filter((id) => !known.includes(id))).toEqual(
      [],
    );
  });

  it('hold every report writer once, in a file of its name', () => {
    const files = sourceModules(['core/report/writers']).map(({ path }) => path.replace(/^.*\/|\.ts$/g, ''));
    expect(reportWriters.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('hold readers and writers of known recorders, each once and in a file of its name', () => {
    for (const [folder, members] of [
      ['from', sourceReaders],
      ['to', targetWriters],
    ] as const) {
      const ids = members.map(({ id }) => id);
      const files = sourceModules([`core/translate/${folder}`]).map(({ path }) =>
        path.replace(/^.*\/|\.ts$/g, ''),
      );
      expect(ids.toSorted()).toEqual(files.toSorted());
      expect(ids.filter((id) => !profiles.some((profile) => profile.id === id))).toEqual([]);
    }
  });

  it('hold detectors that show what they find and what they leave', () => {
    const bare = detectors.filter(
      ({ examples }) => examples.found.length === 0 || examples.clean.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['settings source', 'connectors', /export function create\w+Source\b/],
    ['reporter', 'cli/reporters', /export (?:const|function) /],
  ])('leave no %s without a test that names it', (_name, folder, member) => {
    const members = sourceModules([folder]).filter(({ text }) => member.test(text));
    expect(members.filter((one) => !hasOwnTest(one)).map(({ path }) => path)).toEqual([]);
  });
});

/** A test file of its name, or one that imports it. */
function hasOwnTest({ path }: SourceModule): boolean {
  const name = path.replace(/^.*\//, '').replace(/\.tsx?$/, '');
  return tests.some((test) => test.name === `${name}.test.ts` || test.text.includes(path));
}
