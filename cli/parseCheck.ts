import type { Shard } from '../core/check/shardOf.ts';
import { UsageError } from './usageError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** The flags of `check` and `merge` alone, as `parseArgs` takes them. */
export const checkFlags = {
  'show-values': { type: 'boolean' },
  'max-leaks': { type: 'string' },
  config: { type: 'string' },
  sitemap: { type: 'string' },
  include: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  most: { type: 'string' },
  list: { type: 'string' },
  workers: { type: 'string' },
  delay: { type: 'string' },
  retries: { type: 'string' },
  'ignore-robots': { type: 'boolean' },
  browser: { type: 'string' },
  results: { type: 'string' },
  resume: { type: 'boolean' },
  shard: { type: 'string' },
  report: { type: 'string', multiple: true },
  locale: { type: 'string' },
  visitor: { type: 'boolean' },
  wire: { type: 'boolean' },
  baseline: { type: 'string' },
  update: { type: 'boolean' },
  accept: { type: 'string' },
  until: { type: 'string' },
} as const;

type FlagName = keyof typeof checkFlags;

/** What `parseArgs` makes of them. */
export type CheckFlagValues = {
  readonly [Name in FlagName]?:
    | ((typeof checkFlags)[Name] extends { readonly multiple: true }
        ? string[]
        : (typeof checkFlags)[Name] extends { readonly type: 'boolean' }
          ? boolean
          : string)
    | undefined;
};

/** What stands on the command line; what does not is undefined, and then the configuration says it. */
export interface CheckCommand {
  readonly name: 'check';
  readonly targets: readonly string[];
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly options: string | undefined;
  readonly rules: string | undefined;
  readonly json: boolean;
  readonly timeout: number | undefined;
  readonly wait: number | undefined;
  readonly watch: number | undefined;
  /** False: files are read as saved pages, and nothing is run. */
  readonly browser: boolean;
  readonly showValues: boolean;
  readonly maxLeaks: number | undefined;
  readonly sitemap: string | undefined;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
  readonly most: number | undefined;
  readonly list: string | undefined;
  readonly workers: number | undefined;
  readonly delay: number | undefined;
  readonly retries: number | undefined;
  readonly ignoresRobots: boolean;
  /** `ws://...` of a browser that runs elsewhere. */
  readonly endpoint: string | undefined;
  readonly results: string | undefined;
  readonly resume: boolean;
  readonly shard: Shard | undefined;
  readonly reports: readonly RequestedReport[];
  readonly locale: string | undefined;
  readonly visitor: boolean | undefined;
  readonly wire: boolean | undefined;
  readonly baseline: string | undefined;
  readonly update: BaselineChange | undefined;
}

/** The baseline is written anew; what leaks now is accepted only for a reason and until a day. */
export interface BaselineChange {
  readonly accept?: { readonly reason: string; readonly expires: string };
}

/** `--report junit=out/scrim.xml` */
export interface RequestedReport {
  readonly id: string;
  readonly file: string;
}

export interface MergeCommand {
  readonly name: 'merge';
  readonly files: readonly string[];
  readonly json: boolean;
  readonly reports: readonly RequestedReport[];
  readonly baseline: string | undefined;
  readonly update: BaselineChange | undefined;
}

type CommonValues = {
  readonly [Name in 'profile' | 'options' | 'rules' | 'timeout' | 'wait' | 'watch']?: string | undefined;
} & { readonly json?: boolean | undefined; readonly 'no-browser'?: boolean | undefined };

/** @throws UsageError */
export function parseCheck(values: CheckFlagValues & CommonValues, targets: readonly string[]): CheckCommand {
  if (values.resume && values.results === undefined)
    throw new UsageError('--resume goes on with a results file: name it with --results <file>');
  if (values.browser !== undefined && !/^wss?:\/\//.test(values.browser))
    throw new UsageError('--browser takes the ws:// or wss:// address of a browser that runs elsewhere');
  return {
    name: 'check',
    targets,
    config: values.config,
    profile: values.profile,
    options: values.options,
    rules: values.rules,
    json: values.json ?? false,
    timeout: wholeNumber('timeout', values.timeout, 1),
    wait: wholeNumber('wait', values.wait),
    watch: wholeNumber('watch', values.watch),
    browser: !values['no-browser'],
    showValues: values['show-values'] ?? false,
    maxLeaks: wholeNumber('max-leaks', values['max-leaks']),
    sitemap: values.sitemap,
    include: values.include,
    exclude: values.exclude,
    most: wholeNumber('most', values.most, 1),
    list: values.list,
    workers: wholeNumber('workers', values.workers, 1),
    delay: wholeNumber('delay', values.delay),
    retries: wholeNumber('retries', values.retries),
    ignoresRobots: values['ignore-robots'] ?? false,
    endpoint: values.browser,
    results: values.results,
    resume: values.resume ?? false,
    shard: shardIn(values.shard),
    reports: (values.report ?? []).map(reportIn),
    locale: values.locale,
    visitor: values.visitor,
    wire: values.wire,
    ...baselineIn(values),
  };
}

function baselineIn({
  baseline,
  update,
  accept,
  until,
}: CheckFlagValues): Pick<CheckCommand, 'baseline' | 'update'> {
  if (accept === undefined && until === undefined) return { baseline, update: update ? {} : undefined };
  if (!update || accept === undefined || until === undefined)
    throw new UsageError('what leaks is accepted by --update --accept <reason> --until <day>, all three');
  return { baseline, update: { accept: { reason: accept, expires: until } } };
}

/** @throws UsageError */
export function parseMerge(values: CheckFlagValues & CommonValues, files: readonly string[]): MergeCommand {
  if (files.length === 0) throw new UsageError('merge takes the results files of all shards');
  const reports = (values.report ?? []).map(reportIn);
  return { name: 'merge', files, json: values.json ?? false, reports, ...baselineIn(values) };
}

const maxShards = 10_000;

function shardIn(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (!(shard.index >= 1 && shard.index <= shard.of && shard.of <= maxShards))
    throw new UsageError('--shard takes i/n, such as 2/4: the second of four');
  return shard;
}

function reportIn(given: string): RequestedReport {
  const at = given.indexOf('=');
  const [id, file] = [given.slice(0, at), given.slice(at + 1)];
  if (at <= 0 || file === '') throw new UsageError('--report takes <form>=<file>, such as junit=scrim.xml');
  return { id, file };
}
