import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import { createApp } from './createApp.ts';
import type { Database } from './database.ts';
import { httpServer, type TlsFiles } from './httpServer.ts';
import { openDatabase } from './openDatabase.ts';
import { proxyList } from './proxyList.ts';
import { createServerLog, type LogFormat } from './serverLog.ts';

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Default: this computer only. */
  readonly host?: string;
  /** Folder of the embedded database; default `.scrim/data`. */
  readonly dataDir?: string | undefined;
  /** A PostgreSQL address; then `dataDir` is not used. */
  readonly databaseUrl?: string | undefined;
  /** Start-up, requests and failures, one line each; no keys and no values. */
  readonly log: (line: string) => void;
  /** Default: text. */
  readonly logFormat?: LogFormat;
  /** Absent: plain HTTP. */
  readonly tls?: TlsFiles | undefined;
  readonly isBehindProxy?: boolean;
  /** Addresses and networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  readonly metricsToken?: string | undefined;
  /** How long open requests may take to end when the server is closed. Default: two seconds. */
  readonly graceMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly database: Database;
  /** Settles when the database is open. The server listens before that, and answers from then on. */
  readonly ready: Promise<void>;
  /** From now on new connections get this certificate. @throws when certificate and key do not fit */
  renewTls(tls: TlsFiles): void;
  close(): Promise<void>;
}

const defaultGraceMs = 2_000;

/** Connections that have become idle are closed this often while the server ends. */
const sweepMs = 100;

/**
 * Starts the settings server.
 *
 * @throws {DataFolderInUseError} when another process uses the data folder; Node's error when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { databaseUrl, dataDir = '.scrim/data', host = '127.0.0.1', tls } = options;
  const now = () => new Date();
  const log = createServerLog({ format: options.logFormat ?? 'text', now, write: options.log });
  const database = openDatabase({ databaseUrl, dataDir, now, log });
  let isDraining = false;
  const front = {
    isTls: tls !== undefined,
    isBehindProxy: options.isBehindProxy ?? false,
    isTrustedProxy: proxyList(options.trustedProxies ?? []),
    metricsToken: options.metricsToken,
    isDraining: () => isDraining,
  };
  const server = httpServer(createApp({ database, now, newId: randomUUID, log, front }), tls);
  try {
    await listen(server, options.port, host);
  } catch (error) {
    await database.close();
    throw error;
  }
  const ready = database.open().then(() => undefined);
  // Whoever does not wait for `ready` still sees why requests fail.
  ready.catch((error: unknown) =>
    log(`The database did not start: ${error instanceof Error ? error.message : 'unknown'}`, {}, 'error'),
  );
  let closing: Promise<void> | undefined;
  const close = () => {
    isDraining = true;
    closing ??= stop(server, options.graceMs ?? defaultGraceMs).then(() => database.close());
    return closing;
  };
  const renewTls = (files: TlsFiles) => {
    if (server instanceof TlsServer) server.setSecureContext({ ...files, minVersion: 'TLSv1.2' });
  };
  const scheme = front.isTls ? 'https' : 'http';
  return { url: `${scheme}://${addressOf(server, host)}`, database, ready, renewTls, close };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await stopped;
  clearInterval(sweep);
  clearTimeout(force);
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
