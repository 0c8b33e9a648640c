import { parseArgs } from 'node:util';
import { defaultProfileId } from '../core/profiles/registry.ts';
import { flagProblem } from './flagProblem.ts';
import { UsageError } from './usageError.ts';

/** FullStory's API, which holds what was recorded. The key is in the environment, never here. */
export interface ApiPlace {
  /** Name of the environment variable that holds the key. */
  readonly keyVariable: string;
  /** Base address. Absent: the data centre that the key names. */
  readonly api: string | undefined;
}

export interface CalibrateCommand extends ApiPlace {
  readonly name: 'calibrate';
  readonly target: string;
  readonly recorder: string;
  /** Origins of collectors that are not known as this recorder's. */
  readonly receivers: readonly string[];
  readonly rules: string | undefined;
  readonly options: string | undefined;
  /** Rule file that gets what was measured. */
  readonly write: string | undefined;
  readonly json: boolean;
  readonly readBack: boolean;
  /** Milliseconds a page may take to load. */
  readonly timeout: number;
  /** Milliseconds after `load` before anything is typed. */
  readonly wait: number;
  /** Milliseconds that what was planted last may take to leave. */
  readonly patience: number;
}

export interface SiteAuditCommand extends ApiPlace {
  readonly name: 'audit';
  readonly site: string;
  readonly sessions: readonly string[];
  readonly owner: { readonly uid: string } | { readonly email: string } | undefined;
  readonly last: number;
  readonly rules: string | undefined;
  readonly options: string | undefined;
  readonly json: boolean;
  readonly timeout: number;
  readonly wait: number;
}

export type MeasuringCommand = CalibrateCommand | SiteAuditCommand | { readonly name: 'help' };

const flags = {
  recorder: { type: 'string' },
  receiver: { type: 'string', multiple: true },
  rules: { type: 'string' },
  options: { type: 'string' },
  write: { type: 'string' },
  json: { type: 'boolean' },
  'read-back': { type: 'boolean' },
  'key-variable': { type: 'string' },
  api: { type: 'string' },
  session: { type: 'string', multiple: true },
  uid: { type: 'string' },
  email: { type: 'string' },
  last: { type: 'string' },
  timeout: { type: 'string' },
  wait: { type: 'string' },
  patience: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof flags;
type Values = ReturnType<typeof read>['values'];

const shared: readonly Flag[] = ['rules', 'options', 'json', 'key-variable', 'api', 'timeout', 'wait'];

const flagsOf: Readonly<Record<string, readonly Flag[]>> = {
  calibrate: [...shared, 'recorder', 'receiver', 'write', 'read-back', 'patience'],
  audit: [...shared, 'session', 'uid', 'email', 'last'],
};

/** @throws UsageError when a flag or word is missing or wrong */
export function parseMeasuring(argv: readonly string[]): MeasuringCommand {
  const { values, positionals } = read(argv);
  const [name = '', target, ...more] = positionals;
  if (values.help) return { name: 'help' };
  const allowed = Object.hasOwn(flagsOf, name) ? (flagsOf[name] ?? []) : [];
  const odd = (Object.keys(values) as Flag[]).find((flag) => !allowed.includes(flag));
  if (odd !== undefined) throw new UsageError(`${name} has no use for --${odd}`);
  if (target === undefined || more.length > 0) throw new UsageError(`${name} takes one address`);
  const given = {
    rules: values.rules,
    options: values.options,
    json: values.json ?? false,
    keyVariable: variableOf(values['key-variable']),
    api: values.api,
    timeout: numberOf('timeout', values.timeout, 30_000, 1),
    wait: numberOf('wait', values.wait, 0),
  };
  return name === 'audit'
    ? { name, site: addressOf(target), ...given, ...auditPart(values) }
    : { name: 'calibrate', target: addressOf(target), ...given, ...calibratePart(values) };
}

function calibratePart(values: Values) {
  return {
    recorder: values.recorder ?? defaultProfileId,
    receivers: (values.receiver ?? []).map((one) => originOf(one)),
    write: values.write,
    readBack: values['read-back'] ?? false,
    patience: numberOf('patience', values.patience, 20_000, 1),
  };
}

function auditPart(values: Values) {
  const { uid, email, session: sessions = [] } = values;
  if (sessions.length > 0 && (uid !== undefined || email !== undefined))
    throw new UsageError('audit takes either --session or one of --uid and --email');
  if (uid !== undefined && email !== undefined)
    throw new UsageError('audit takes --uid or --email, not both');
  if (sessions.length === 0 && uid === undefined && email === undefined)
    throw new UsageError(
      'audit takes --session <id>, --uid <id> or --email <address>: FullStory lists the sessions of one visitor only',
    );
  for (const id of sessions)
    if (!/^[\w-]{1,64}:[\w-]{1,64}$/.test(id))
      throw new UsageError('--session takes what FS("getSession") says: <user>:<session>');
  const owner = uid !== undefined ? { uid } : email !== undefined ? { email } : undefined;
  return { sessions, owner, last: numberOf('last', values.last, 10, 1) };
}

function variableOf(given = 'SCRIM_API_KEY'): string {
  if (/^[A-Za-z_]\w{0,99}$/.test(given)) return given;
  throw new UsageError('--key-variable takes the name of an environment variable, not the key');
}

function addressOf(given: string): string {
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given))
    throw new UsageError('that is no http(s) address: a recorder runs on its site only');
  return new URL(given).href;
}

function originOf(given: string): string {
  const url = URL.parse(given);
  if (!url || url.origin === 'null')
    throw new UsageError('--receiver takes an origin, such as https://rs.example.com');
  return url.origin;
}

function numberOf(flag: string, given: string | undefined, fallback: number, least = 0): number {
  if (given === undefined) return fallback;
  const value = Number(given);
  if (given.trim() === '' || !Number.isInteger(value) || value < least || value > 600_000)
    throw new UsageError(`--${flag} takes a whole number from ${least} to 600000`);
  return value;
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(flagProblem(error, Object.keys(flags)));
  }
}
