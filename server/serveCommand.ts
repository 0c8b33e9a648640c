import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Translate } from '../core/messages/translate.ts';
import { databaseProblem } from './databaseProblem.ts';
import type { TlsFiles } from './httpServer.ts';
import { orgs } from './schema.ts';
import { seedDemoOrg } from './seedDemoOrg.ts';
import { type ServeArguments, ServeUsageError, serveArguments } from './serveArguments.ts';
import { serveHelp } from './serveHelp.ts';
import { createServerLog, type Log } from './serverLog.ts';
import { serverWords } from './serverWords.ts';
import { type RunningServer, startServer } from './startServer.ts';

/** The part of Node's `process` that is needed. */
export type ServeProcess = Pick<NodeJS.Process, 'env' | 'once' | 'on' | 'stdout' | 'stderr'>;

/** How long open requests may take to end. */
const graceMs = 10_000;

/** Between two tries to reach the database: doubled each time, up to the second. Milliseconds. */
const retryMs = { first: 1_000, longest: 15_000 } as const;

/**
 * `scrim serve`, and the whole of `server/main.ts`: runs the settings server until SIGTERM or SIGINT.
 *
 * @returns the exit code: 0 ended as told, 1 could not start, 2 usage
 */
export async function serveCommand(argv: readonly string[], host: ServeProcess): Promise<number> {
  const t = serverWords();
  const warn = (line: string) => void host.stderr.write(`${line}\n`);
  try {
    const args = serveArguments(argv, host.env, t);
    if (args.help) {
      host.stdout.write(serveHelp);
      return 0;
    }
    await serve(args, host, t);
    return 0;
  } catch (error) {
    if (error instanceof ServeUsageError) {
      warn(`scrim serve: ${error.message}`);
      return 2;
    }
    warn(t('server.not-started', { reason: reasonOf(error, t) }));
    return 1;
  }
}

async function serve(args: ServeArguments, host: ServeProcess, t: Translate): Promise<void> {
  const write = (line: string) => void host.stdout.write(`${line}\n`);
  const log = createServerLog({ format: args.logFormat, now: () => new Date(), write });
  const files = args.tls;
  const tls = files && readTls(files, t);
  const server = await startServer({ ...args, tls, log: write, graceMs });
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) host.once(name, () => stop.abort());
  if (files) host.on('SIGHUP', () => renew(server, files, { t, log }));
  try {
    if (await databaseComes(server, { t, log, signal: stop.signal })) {
      await greet(server, args, { t, log, host });
      log(t('server.listening', { url: server.url }));
    }
    await aborted(stop.signal);
    log(t('server.stopping'));
  } finally {
    await server.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * A database that is down is waited for; requests are answered 503 meanwhile.
 *
 * @returns false when the server was told to end first
 * @throws what no waiting mends: a wrong password, data of a newer Scrim
 */
async function databaseComes(
  server: RunningServer,
  to: { readonly t: Translate; readonly log: Log; readonly signal: AbortSignal },
): Promise<boolean> {
  const { t, log, signal } = to;
  for (let wait: number = retryMs.first; !signal.aborted; wait = Math.min(wait * 2, retryMs.longest)) {
    try {
      await server.database.open();
      return true;
    } catch (error) {
      if (databaseProblem(error) !== 'away') throw error;
      log(t('server.database-away', { seconds: wait / 1_000, url: server.url }), {}, 'warn');
      // An abort ends the wait and, with it, the loop.
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
  return false;
}

/** What whoever starts it the first time has to know. */
async function greet(
  server: RunningServer,
  args: ServeArguments,
  { t, log, host }: { readonly t: Translate; readonly log: Log; readonly host: ServeProcess },
): Promise<void> {
  const db = await server.database.open();
  if (args.demo) {
    const demo = await seedDemoOrg(server.database);
    if (!demo) return;
    log(t('server.demo-created', { org: demo.orgId }));
    // Not through the log: a log is kept and passed on.
    for (const { role, email, key } of demo.keys) {
      host.stderr.write(`  ${role.padEnd(10)} ${email}  ${key}\n`);
    }
    return;
  }
  const [found] = await db.select({ one: sql`1` }).from(orgs).limit(1);
  if (!found) log(t('server.no-org'), {}, 'warn');
}

function renew(
  server: RunningServer,
  files: { readonly cert: string; readonly key: string },
  { t, log }: { readonly t: Translate; readonly log: Log },
): void {
  try {
    server.renewTls(readTls(files, t));
    log(t('server.tls-renewed'));
  } catch (error) {
    log(t('server.tls-kept', { reason: codeOf(error) }), {}, 'error');
  }
}

function readTls(files: { readonly cert: string; readonly key: string }, t: Translate): TlsFiles {
  try {
    return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
  } catch (error) {
    throw new ServeUsageError(t('server.tls-unreadable', { reason: codeOf(error) }));
  }
}

/** Node's own words for what people run into most often are not for people. */
function reasonOf(error: unknown, t: Translate): string {
  const code = codeOf(error);
  const { port: number = '', address = '' } = error as { port?: number; address?: string };
  // As text: a port has no thousands.
  const port = String(number);
  if (code === 'EADDRINUSE') return t('server.port-taken', { port });
  if (code === 'EACCES' && port !== '') return t('server.port-forbidden', { port });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return t('server.no-such-host', { address });
  if (/^ERR_(?:OSSL|SSL|X509)/.test(code)) return t('server.tls-unfit', { reason: code });
  return error instanceof Error ? error.message : '';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
