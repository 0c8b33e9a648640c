import { parseArgs } from 'node:util';
import type { Translate } from '../core/messages/translate.ts';
import { proxyList } from './proxyList.ts';
import type { LogFormat } from './serverLog.ts';

export interface ServeArguments {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string | undefined;
  readonly databaseUrl: string | undefined;
  /** Names of files. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly isBehindProxy: boolean;
  readonly trustedProxies: readonly string[];
  readonly logFormat: LogFormat;
  readonly metricsToken: string | undefined;
  readonly demo: boolean;
}

/** What was asked for cannot be done, and nothing was started. */
export class ServeUsageError extends Error {
  override readonly name = 'ServeUsageError';
}

const defaultPort = 4870;

/** Shorter ones can be tried. */
const minToken = 16;

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  'data-dir': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  'trusted-proxy': { type: 'string', multiple: true },
  log: { type: 'string' },
  demo: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the arguments of `scrim serve`. Secrets come from the environment only (`DATABASE_URL`,
 * `SCRIM_METRICS_TOKEN`): arguments show in lists of processes.
 *
 * @throws {ServeUsageError} when one is wrong, or when the server would be open to the network without encryption
 */
export function serveArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  t: Translate,
): ServeArguments {
  const values = read(argv);
  const read_ = {
    help: values.help ?? false,
    port: portOf(values.port ?? (env.PORT || undefined), t),
    host: values.host ?? '127.0.0.1',
    dataDir: values['data-dir'] ?? (env.SCRIM_DATA_DIR || undefined),
    databaseUrl: env.DATABASE_URL || undefined,
    tls: tlsOf(values['tls-cert'], values['tls-key'], t),
    isBehindProxy: values['behind-proxy'] ?? false,
    trustedProxies: trustedOf(values['trusted-proxy'] ?? [], t),
    logFormat: formatOf(values.log ?? 'text', t),
    metricsToken: tokenOf(env.SCRIM_METRICS_TOKEN || undefined, t),
    demo: values.demo ?? false,
  };
  if (read_.trustedProxies.length > 0 && !read_.isBehindProxy)
    throw new ServeUsageError(t('server.trusted-without-proxy'));
  if (!isLoopback(read_.host) && read_.tls === undefined && !read_.isBehindProxy)
    throw new ServeUsageError(t('server.open-without-tls', { host: read_.host }));
  return read_;
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags }).values;
  } catch (error) {
    throw new ServeUsageError(error instanceof Error ? error.message : String(error));
  }
}

function portOf(given: string | undefined, t: Translate): number {
  const port = Number(given ?? defaultPort);
  if (given?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ServeUsageError(t('server.bad-port'));
  return port;
}

function tlsOf(cert: string | undefined, key: string | undefined, t: Translate): ServeArguments['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new ServeUsageError(t('server.half-tls'));
  return { cert, key };
}

/** Also `a,b`: one argument is easier to write in a unit file. */
function trustedOf(given: readonly string[], t: Translate): readonly string[] {
  const list = given.flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
  try {
    proxyList(list);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ServeUsageError(t('server.bad-proxy', { entry: error.message }));
  }
  return list;
}

function formatOf(given: string, t: Translate): LogFormat {
  if (given === 'text' || given === 'json') return given;
  throw new ServeUsageError(t('server.bad-log'));
}

function tokenOf(given: string | undefined, t: Translate): string | undefined {
  if (given !== undefined && !/^[\x21-\x7e]{16,200}$/.test(given))
    throw new ServeUsageError(t('server.bad-token', { least: minToken }));
  return given;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
