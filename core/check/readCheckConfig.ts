import * as v from 'valibot';
import type { CheckConfig } from './checkConfig.ts';
import { plainOptions } from './plainOptions.ts';

/** What is wrong with a configuration, as people are told it: one line for each place. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A timer holds no more milliseconds than this: with one more it would ring at once. */
const maxMilliseconds = 2_147_483_647;
/** Far more tabs than one browser is quick with. */
const maxWorkers = 64;
const maxRetries = 10;
const maxPages = 100_000;
const maxSide = 10_000;

/** A list passes for an object elsewhere, and one without entries for one that says nothing. */
const object = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.custom<object>((value) => !Array.isArray(value), 'expected Object, got a list'),
    v.strictObject(entries),
  );

const text = v.pipe(v.string(), v.nonEmpty('empty'));
const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('expected a whole number'),
    v.minValue(least, `less than ${least}`),
    v.maxValue(most, `more than ${most}`),
  );
const milliseconds = whole(0, maxMilliseconds);
const side = whole(1, maxSide);
const locale = v.pipe(v.string(), v.check(isLocale, 'no language tag, such as de-DE'));

const pageSettings = {
  viewport: v.exactOptional(object({ width: side, height: side })),
  locale: v.exactOptional(locale),
  login: v.exactOptional(text),
  wait: v.exactOptional(milliseconds),
  waitFor: v.exactOptional(text),
  watch: v.exactOptional(milliseconds),
  timeout: v.exactOptional(whole(1, maxMilliseconds)),
  visitor: v.exactOptional(v.union([v.boolean(), whole(0, Number.MAX_SAFE_INTEGER)])),
  wire: v.exactOptional(v.boolean()),
  consents: v.exactOptional(v.array(text)),
  options: v.exactOptional(v.unknown()),
};

const rules = v.union([
  text,
  object({
    from: v.picklist(['scrim', 'fullstory']),
    url: v.exactOptional(text),
    keyVariable: v.exactOptional(
      v.pipe(v.string(), v.regex(/^[A-Za-z_]\w{0,99}$/, 'no name of an environment variable')),
    ),
  }),
]);

const sitemap = v.union([
  text,
  object({
    url: text,
    include: v.exactOptional(v.array(text)),
    exclude: v.exactOptional(v.array(text)),
    replace: v.exactOptional(object({ from: text, to: text })),
    most: v.exactOptional(whole(1, maxPages)),
  }),
]);

const consent = object({
  name: text,
  cookies: v.exactOptional(v.array(object({ name: text, value: v.string(), domain: v.exactOptional(text) }))),
  localStorage: v.exactOptional(v.record(v.string(), v.string())),
  click: v.exactOptional(text),
  options: v.exactOptional(v.record(v.string(), v.unknown())),
});

const count = whole(0, Number.MAX_SAFE_INTEGER);

const config = object({
  rules: v.exactOptional(rules),
  measured: v.exactOptional(text),
  recorder: v.exactOptional(text),
  options: v.exactOptional(v.unknown()),
  pages: v.exactOptional(v.array(v.union([text, object({ url: text, ...pageSettings })]))),
  sitemap: v.exactOptional(sitemap),
  list: v.exactOptional(text),
  flows: v.exactOptional(v.array(text)),
  baseUrl: v.exactOptional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'expected http:// or https://'))),
  defaults: v.exactOptional(object(pageSettings)),
  consents: v.exactOptional(v.array(consent)),
  logins: v.exactOptional(
    v.record(v.string(), object({ storageState: v.exactOptional(text), script: v.exactOptional(text) })),
  ),
  failOn: v.exactOptional(
    object({
      maxLeaks: v.exactOptional(count),
      severity: v.exactOptional(v.picklist(['critical', 'high', 'medium', 'low'])),
      possible: v.exactOptional(v.boolean()),
      detectors: v.exactOptional(v.record(v.string(), count)),
      stoppedRules: v.exactOptional(v.boolean()),
      lostCoverage: v.exactOptional(v.boolean()),
    }),
  ),
  suppressions: v.exactOptional(
    v.array(
      object({
        id: text,
        detector: v.exactOptional(text),
        selector: v.exactOptional(text),
        page: v.exactOptional(text),
        reason: text,
        expires: text,
      }),
    ),
  ),
  baseline: v.exactOptional(v.union([text, v.literal(false)])),
  reports: v.exactOptional(v.record(v.string(), text)),
  run: v.exactOptional(
    object({
      workers: v.exactOptional(whole(1, maxWorkers)),
      delay: v.exactOptional(milliseconds),
      robots: v.exactOptional(v.boolean()),
      retries: v.exactOptional(whole(0, maxRetries)),
      browser: v.exactOptional(v.pipe(v.string(), v.regex(/^wss?:\/\//, 'expected ws:// or wss://'))),
    }),
  ),
});

/**
 * A configuration as a module or a JSON file has it, checked down to its leaves: an entry that is not known is refused,
 * because a word that was mistyped would silently switch something off.
 *
 * @throws {ConfigError} with the path of each entry that is wrong
 */
export function readCheckConfig(given: unknown): CheckConfig {
  const read = v.safeParse(config, plainOptions(given));
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

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
