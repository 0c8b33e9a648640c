import * as v from 'valibot';
import type { CheckConfig } from './checkConfig.ts';
import { checkConfigSchema } from './checkConfigSchema.ts';
import { plainOptions } from './plainOptions.ts';

/** What is wrong with a configuration, as people are told it: one line for each place. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * A configuration as a module or a JSON file has it, checked down to its leaves: an entry that is not known is refused,
 * because a word that was mistyped would silently switch something off.
 *
 * @throws {ConfigError} with the path of each entry that is wrong
 */
export function readCheckConfig(given: unknown): CheckConfig {
  const read = v.safeParse(checkConfigSchema, plainOptions(given));
  if (!read.success) throw new ConfigError(read.issues.slice(0, mostTold).map(wordsOf).join('\n'));
  const known = read.output as CheckConfig;
  checkNames(known);
  return known;
}

const mostTold = 10;

function wordsOf(issue: v.BaseIssue<unknown>): string {
  // Of a union the branch that came furthest says more than "expected one of".
  const deeper = issue.issues?.toSorted((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0];
  if (issue.type === 'union' && deeper?.path) return wordsOf(within(issue, deeper));
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.') || 'the configuration';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${path}: this entry is not known`;
  if (issue.kind === 'validation' || issue.type === 'custom') return `${path}: ${issue.message}`;
  if (issue.received === 'undefined') return `${path}: is missing`;
  return `${path}: expected ${issue.expected ?? 'something else'}, got ${kindOf(issue.input)}`;
}

function within(outer: v.BaseIssue<unknown>, inner: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])] as unknown as NonNullable<typeof inner.path>;
  return { ...inner, path };
}

/** Never the value itself: it may be a secret that was put into the wrong place. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** What one part of the configuration calls by name has to be in another. */
function checkNames({ pages = [], defaults = {}, consents = [], logins = {} }: CheckConfig): void {
  const names = consents.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new ConfigError(`consents: there are two of the name ${twice}`);
  const objects = pages.flatMap((page, at) =>
    typeof page === 'string' ? [] : [{ page, at: `pages.${at}` }],
  );
  for (const { page, at } of [{ page: defaults, at: 'defaults' }, ...objects]) {
    if (page.login !== undefined && !Object.hasOwn(logins, page.login))
      throw new ConfigError(`${at}.login: there is no login ${page.login} in logins`);
    const missing = page.consents?.find((name) => !names.includes(name));
    if (missing !== undefined)
      throw new ConfigError(`${at}.consents: there is no state ${missing} in consents`);
  }
  for (const [name, { storageState, script }] of Object.entries(logins))
    if ((storageState === undefined) === (script === undefined))
      throw new ConfigError(`logins.${name}: takes one of storageState and script`);
}
