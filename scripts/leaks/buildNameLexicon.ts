import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { foldName } from '../../core/detectors/foldName.ts';
import { projectRoot } from '../projectRoot.ts';

// `node scripts/leaks/buildNameLexicon.ts`: writes core/detectors/nameLexicon.ts anew from the name lists of a package
// that is no dependency of ours. Run by hand when the list should change; the result is kept.

const source = '@faker-js/faker@10.6.0';
/** Names of these are syllables or many words: they say little by themselves. */
const leftOut = new Set(['dv', 'eo', 'ku', 'th', 'vi', 'yo', 'zu']);
/** Surnames of the languages that most pages are in; more would double the size. */
const surnamesOf = new Set(['da', 'en', 'es', 'fi', 'fr', 'hu', 'nb', 'nl', 'pl', 'pt', 'sv', 'tr']);

interface NameLists {
  readonly person?: Readonly<Record<string, Readonly<Record<string, readonly unknown[] | null>> | undefined>>;
}

const folder = join(projectRoot, 'out', 'names');
await mkdir(folder, { recursive: true });
await promisify(execFile)('npm', [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefix',
  folder,
  source,
]);
const { allLocales }: { allLocales: Readonly<Record<string, NameLists>> } = await import(
  pathToFileURL(join(folder, 'node_modules', '@faker-js', 'faker', 'dist', 'index.js')).href
);

const given = namesOf('first_name', (language) => !leftOut.has(language));
const family = namesOf('last_name', (language) => surnamesOf.has(language)).filter(
  (name) => !given.includes(name),
);
await writeFile(
  join(projectRoot, 'core', 'detectors', 'nameLexicon.ts'),
  `// Written by scripts/leaks/buildNameLexicon.ts from ${source}, MIT:
// Faker - Copyright (c) 2022-2025, https://github.com/faker-js/faker/blob/next/LICENSE

/** Names in lower case without accents, sorted; a capital letter or digit says how much of the one before is kept. */
export const nameLexicon = {
  given:
    '${frontCoded(given)}',
  family:
    '${frontCoded(family)}',
} as const;
`,
);

function namesOf(kind: string, takes: (language: string) => boolean): string[] {
  const names = new Set<string>();
  for (const [locale, { person }] of Object.entries(allLocales)) {
    if (!takes(locale.slice(0, 2))) continue;
    for (const list of Object.values(person?.[kind] ?? {})) {
      for (const name of list ?? []) {
        const folded = typeof name === 'string' ? foldName(name) : '';
        if (/^[a-z]{3,20}$/.test(folded)) names.add(folded);
      }
    }
  }
  return [...names].sort();
}

function frontCoded(names: readonly string[]): string {
  let before = '';
  let coded = '';
  for (const name of names) {
    let shared = 0;
    while (shared < 35 && shared < before.length && before[shared] === name[shared]) shared += 1;
    coded += shared.toString(36).toUpperCase() + name.slice(shared);
    before = name;
  }
  return coded;
}
