import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { profiles } from '../../../core/profiles/registry.ts';
import { manifestMessages } from '../../../scripts/manifestLocales.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);
const keys = Object.keys(en);

/** Keys written out in a call, the second branch of a choice included. */
const written = [
  ...sources.join('\n').matchAll(/\bt\(\s*(?:[^'`()]+\?\s*)?'([\w.-]+)'(?:\s*:\s*'([\w.-]+)')?/g),
];
/** Keys made of a fixed beginning and a part that comes from the engine. */
const begun = [...sources.join('\n').matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)];

it('has words for every key the views write out', () => {
  const asked = written.flatMap(([, first, second]) => [first, second]).filter((key) => key !== undefined);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

it('has words under every beginning the views build keys from', () => {
  const beginnings = begun.map(([, beginning]) => beginning ?? '');
  expect(beginnings.length).toBeGreaterThan(20);
  expect(beginnings.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
});

it('has words for everything a green verdict must name', () => {
  const named = profiles.flatMap((profile) => profile.undocumented);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

it('has words for every policy and doubt that a profile names', () => {
  const folder = join(root, 'core/profiles');
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const policies = [...text.matchAll(/'((?:rrweb|sentry|datadog|clarity|openreplay)\.[a-z]+)'/g)];
  const doubts = [...text.matchAll(/'(doubt\.[a-z-]+)'/g)];
  expect(policies.length).toBeGreaterThan(20);
  const asked = [...policies.map(([, key]) => `policy.${key}`), ...doubts.map(([, key]) => key ?? '')];
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

it('has words for every note of a translation, and for every part it is about', () => {
  const folder = join(root, 'core/translate');
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const notes = [...text.matchAll(/(?:approximate|refused)\((?:\{[^}]*\}|[\w']+|'[\w-]+'),\s*'([a-z-]+)'/g)];
  const parts = [...text.matchAll(/(?:approximate|refused)\('([\w-]+)'|translate\.part\.([a-z-]+)'/g)];
  expect(notes.length).toBeGreaterThan(50);
  const asked = [
    ...notes.map(([, why]) => `translate.${why}`),
    ...parts.map(([, about, named]) => `translate.part.${about ?? named}`),
  ];
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

it('says of every problem what happened, what it means and what to do', () => {
  const problems = new Set(
    keys
      .filter((key) => key.startsWith('problem.') && key.split('.').length === 3)
      .map((key) => key.split('.')[1]),
  );
  const parts = ['what', 'means', 'do'];
  const missing = [...problems]
    .flatMap((code) => parts.map((part) => `problem.${code}.${part}`))
    .filter((key) => !keys.includes(key));
  expect(missing).toEqual([]);
});

it('keeps each key in one file', () => {
  const folder = join(root, 'assets/locales/en');
  const merged = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object));
  expect(merged.filter((key, at) => merged.indexOf(key) !== at)).toEqual([]);
});

it('gives the manifest the same words as the panel', async () => {
  expect(readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8')).toBe(await manifestMessages());
});
