import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './createApp.ts';
import type { Database } from './database.ts';
import { openDatabase } from './openDatabase.ts';

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
}

export interface RunningServer {
  readonly url: string;
  readonly database: Database;
  /** Settles when the database is open. The server listens before that, and answers from then on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** How long open requests may take to end when the server is closed. */
const graceMs = 2_000;

/**
 * Starts the settings server.
 *
 * @throws {DataFolderInUseError} when another process uses the data folder; Node's error when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, databaseUrl, dataDir = '.scrim/data', host = '127.0.0.1' } = options;
  const now = () => new Date();
  const database = openDatabase({ databaseUrl, dataDir, now, log });
  const app = createApp({ database, now, newId: randomUUID, log });
  // Without `serverOptions` this is a plain HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  try {
    await listen(server, options.port, host);
  } catch (error) {
    await database.close();
    throw error;
  }
  const ready = database.open().then(() => undefined);
  // Whoever does not wait for `ready` still sees why requests fail.
  ready.catch((error: unknown) =>
    log(`The database did not start: ${error instanceof Error ? error.message : 'unknown'}`),
  );
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= stop(server).then(() => database.close());
    return closing;
  };
  return { url: addressOf(server, host), database, ready, close };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function stop(server: Server): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await stopped;
  clearTimeout(force);
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
