import * as v from 'valibot';

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

/** Every entry that a configuration may have, down to its leaves: one that is not in here is refused. */
export const checkConfigSchema = object({
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

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
