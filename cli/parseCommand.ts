import { parseArgs } from 'node:util';
import { defaultProfileId } from '../core/profiles/registry.ts';
import { flagProblem } from './flagProblem.ts';
import { type CheckCommand, checkFlags, type MergeCommand, parseCheck, parseMerge } from './parseCheck.ts';
import { UsageError } from './usageError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** `--profile auto`: the recorder that the first page runs. */
export const autoProfile = 'auto';

export interface CommonArguments {
  readonly profile: string;
  readonly options: string | undefined;
  readonly rules: string | undefined;
  readonly json: boolean;
  /** Milliseconds a page may take to load. */
  readonly timeout: number;
  /** Milliseconds to wait after `load` before looking. */
  readonly wait: number;
  /** Milliseconds the simulated recording goes on after the first look. */
  readonly watch: number;
  /** False: read the file as a saved page, run nothing. */
  readonly browser: boolean;
}

export type Command =
  | ({ readonly name: 'capture'; readonly target: string } & CommonArguments)
  | CheckCommand
  | MergeCommand
  | ({
      readonly name: 'fields';
      readonly targets: readonly string[];
      readonly json: boolean;
      /** Attribute that names each control in the caller's own list. */
      readonly fieldKey?: string;
    } & Pick<CommonArguments, 'browser' | 'timeout' | 'wait' | 'watch'>)
  | { readonly name: 'detect'; readonly rules: string | undefined }
  | {
      readonly name: 'translate';
      /** Ids of recorders. */
      readonly from: string;
      readonly to: string;
      readonly options: string | undefined;
      readonly rules: string | undefined;
      readonly json: boolean;
    }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

/** Milliseconds a page gets to load. */
export const defaultTimeout = 30_000;

const flags = {
  profile: { type: 'string' },
  options: { type: 'string' },
  rules: { type: 'string' },
  json: { type: 'boolean' },
  timeout: { type: 'string' },
  wait: { type: 'string' },
  watch: { type: 'string' },
  'no-browser': { type: 'boolean' },
  ...checkFlags,
  from: { type: 'string' },
  to: { type: 'string' },
  key: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** @throws UsageError when a flag, a number or the target is missing or wrong */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.version) return { name: 'version' };
  const [name, ...targets] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help' };
  if (name === 'translate') return translateCommand(values, targets);
  if (name === 'detect') return detectCommand(targets, values.rules);
  if (name === 'check') return parseCheck(values, targets);
  if (name === 'merge') return parseMerge(values, targets);
  const common: CommonArguments = {
    profile: values.profile ?? defaultProfileId,
    options: values.options,
    rules: values.rules,
    json: values.json ?? false,
    timeout: wholeNumber('timeout', values.timeout, 1) ?? defaultTimeout,
    wait: wholeNumber('wait', values.wait) ?? 0,
    watch: wholeNumber('watch', values.watch) ?? 0,
    browser: !values['no-browser'],
  };
  refuseWithoutBrowser(common);
  const [target] = targets;
  if (name === 'capture') {
    if (target === undefined || targets.length > 1) throw new UsageError('capture takes one URL or file');
    return { name, target, ...common };
  }
  if (name === 'fields') return fieldsCommand(common, targets, values.key);
  throw new UsageError(`there is no command "${name}"`);
}

/** @throws UsageError for what a saved page cannot do */
export function refuseWithoutBrowser({
  browser,
  watch,
  profile,
}: Pick<CommonArguments, 'browser' | 'watch' | 'profile'>): void {
  if (browser) return;
  if (watch > 0) throw new UsageError('--watch needs a browser: a saved page does nothing by itself');
  if (profile === autoProfile)
    throw new UsageError('--profile auto needs a browser: in a saved page no recorder runs');
}

function detectCommand(rest: readonly string[], rules: string | undefined): Command {
  if (rest.length > 0) throw new UsageError('detect takes no file: it reads JSON lines from standard input');
  return { name: 'detect', rules };
}

function fieldsCommand(
  { browser, timeout, wait, watch, json }: CommonArguments,
  targets: readonly string[],
  key: string | undefined,
): Command {
  if (targets.length === 0) throw new UsageError('fields takes at least one URL or file');
  if (key !== undefined && !/^[^\s"'<>/=]+$/.test(key))
    throw new UsageError(`--key takes the name of an attribute, such as data-test`);
  return {
    name: 'fields',
    targets,
    browser,
    timeout,
    wait,
    watch,
    json,
    ...(key === undefined ? {} : { fieldKey: key }),
  };
}

function translateCommand(values: ReturnType<typeof read>['values'], rest: readonly string[]): Command {
  const { from, to, options, rules, json = false } = values;
  if (rest.length > 0) throw new UsageError('translate takes no page: it reads --options and --rules');
  if (from === undefined || to === undefined)
    throw new UsageError('translate takes --from <id> and --to <id>');
  return { name: 'translate', from, to, options, rules, json };
}

function read(argv: readonly string[]) {
  try {
    const read = parseArgs({ args: [...argv], options: flags, allowPositionals: true, tokens: true });
    refuseRepeated(read.tokens);
    return read;
  } catch (error) {
    throw new UsageError(flagProblem(error, Object.keys(flags)));
  }
}

const mayRepeat: ReadonlySet<string> = new Set(['report', 'include', 'exclude']);

/** Of two profiles or rule files the first would be dropped without a word. */
function refuseRepeated(tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
  const seen = new Set<string>();
  for (const { kind, name = '' } of tokens) {
    if (kind !== 'option') continue;
    if (seen.has(name) && !mayRepeat.has(name))
      throw new UsageError(`--${name} is given twice: once is enough`);
    seen.add(name);
  }
}
