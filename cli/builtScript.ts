import { readFile } from 'node:fs/promises';

/** Scripts for pages that are built from sources (scripts/buildPageScript.ts). */
export type BuiltScript = 'pageScript' | 'visitorScript';

const texts = new Map<BuiltScript, Promise<string>>();

/** Source of a script in dist/, read once. From a checkout and from a bundle in dist/ it is the same way. */
export function builtScript(name: BuiltScript): Promise<string> {
  const known = texts.get(name) ?? readFile(new URL(`../dist/${name}.js`, import.meta.url), 'utf8');
  texts.set(name, known);
  return known;
}
