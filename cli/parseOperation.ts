import { parseArgs } from 'node:util';
import type { AuditHead } from '../server/auditStore.ts';
import type { AuditFormat } from '../server/auditText.ts';
import { type KeyRoleName, keyRoles } from '../server/keyBody.ts';
import { flagProblem } from './flagProblem.ts';
import { UsageError } from './usageError.ts';

interface Place {
  /** Undefined only with `server`: the key says it. */
  readonly org: string | undefined;
  readonly dataDir: string | undefined;
  readonly server: string | undefined;
  readonly keyFromStdin: boolean;
}

export type KeysCommand = { readonly group: 'keys'; readonly json: boolean } & Place &
  (
    | {
        readonly name: 'keys create';
        readonly email: string;
        readonly role: KeyRoleName;
        readonly expiresAt: string | undefined;
        readonly newOrg: string | undefined;
      }
    | { readonly name: 'keys list' }
    | { readonly name: 'keys revoke' | 'keys regenerate'; readonly id: string }
  );

export interface AuditCommand {
  readonly group: 'audit';
  readonly name: 'audit verify' | 'audit export';
  readonly org: string;
  readonly dataDir: string | undefined;
  readonly format: AuditFormat;
  /** What `scrim audit verify` said before. */
  readonly head: AuditHead | undefined;
}

export type Operation = KeysCommand | AuditCommand | { readonly group: 'help' };

const flags = {
  org: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  expires: { type: 'string' },
  'new-org': { type: 'string' },
  'data-dir': { type: 'string' },
  server: { type: 'string' },
  'key-stdin': { type: 'boolean' },
  json: { type: 'boolean' },
  format: { type: 'string' },
  head: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof flags;
type Values = ReturnType<typeof read>['values'];

const placeFlags: readonly Flag[] = ['org', 'data-dir', 'server', 'key-stdin', 'json'];

/** What each takes. A flag that would be ignored is refused: it was meant to do something. */
const flagsOf: Readonly<Record<string, readonly Flag[]>> = {
  'keys create': [...placeFlags, 'email', 'role', 'expires', 'new-org'],
  'keys list': placeFlags,
  'keys revoke': placeFlags,
  'keys regenerate': placeFlags,
  'audit verify': ['org', 'data-dir', 'head'],
  'audit export': ['org', 'data-dir', 'format'],
};

/** `scrim keys ...` and `scrim audit ...`. @throws UsageError when a flag or word is missing or wrong */
export function parseOperation(argv: readonly string[]): Operation {
  const { values, positionals } = read(argv);
  const [group = '', action = '', ...rest] = positionals;
  if (values.help || action === '') return { group: 'help' };
  const name = `${group} ${action}`;
  const allowed = Object.hasOwn(flagsOf, name) ? flagsOf[name] : undefined;
  if (!allowed) throw new UsageError(`there is no command "${name}"; try: scrim ${group} --help`);
  const odd = (Object.keys(values) as Flag[]).find((flag) => !allowed.includes(flag));
  if (group === 'audit' && odd === 'server')
    throw new UsageError(
      `${name} reads the database itself; a running server answers GET /v1/audit/${action}`,
    );
  if (odd !== undefined) throw new UsageError(`${name} has no use for --${odd}`);
  return group === 'audit' ? auditCommand(name, values, rest) : keysCommand(name, values, rest);
}

function keysCommand(name: string, values: Values, rest: readonly string[]): KeysCommand {
  const place = {
    group: 'keys' as const,
    org: values.org,
    dataDir: values['data-dir'],
    server: values.server,
    keyFromStdin: values['key-stdin'] ?? false,
    json: values.json ?? false,
  };
  if (place.org === undefined && place.server === undefined) throw new UsageError(`${name} takes --org <id>`);
  if (place.keyFromStdin && place.server === undefined)
    throw new UsageError('--key-stdin is for --server: the database itself needs no key');
  const [id, ...more] = rest;
  if (name === 'keys revoke' || name === 'keys regenerate') {
    if (id === undefined || more.length > 0)
      throw new UsageError(`${name} takes one key id, as scrim keys list shows it`);
    if (!/^[0-9a-f]{16}$/.test(id)) throw new UsageError('the id of a key is 16 characters, 0-9 and a-f');
    return { name, id, ...place };
  }
  if (id !== undefined) throw new UsageError(`${name} takes flags only`);
  if (name === 'keys list') return { name, ...place };
  const { email, role = '', expires: expiresAt, 'new-org': newOrg } = values;
  if (email === undefined) throw new UsageError('keys create takes --email <address>: whose key it is');
  if (!isRole(role)) throw new UsageError('--role takes viewer, architect or admin');
  if (newOrg !== undefined && place.server !== undefined)
    throw new UsageError('an org is created on the database itself, without --server');
  return { name: 'keys create', email, role, expiresAt, newOrg, ...place };
}

function auditCommand(name: string, values: Values, rest: readonly string[]): AuditCommand {
  if (rest.length > 0) throw new UsageError(`${name} takes flags only`);
  const { org, format = 'ndjson', 'data-dir': dataDir } = values;
  if (org === undefined) throw new UsageError(`${name} takes --org <id>`);
  if (format !== 'ndjson' && format !== 'csv') throw new UsageError('--format takes ndjson or csv');
  const head = headOf(values.head);
  return { group: 'audit', name: name as AuditCommand['name'], org, dataDir, format, head };
}

function headOf(given: string | undefined): AuditHead | undefined {
  if (given === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined)
    throw new UsageError('--head takes what scrim audit verify printed: <number>:<hash>');
  return { seq: Number(seq), hash };
}

function isRole(role: string): role is KeyRoleName {
  return Object.hasOwn(keyRoles, role);
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(flagProblem(error, Object.keys(flags)));
  }
}
