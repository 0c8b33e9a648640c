import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runCommand } from '../runCommand.ts';

export interface Postgres {
  /** For DATABASE_URL. */
  readonly url: string;
  readonly version: string;
  /** SIGKILL, then start again on the same folder. */
  readonly killAndRestart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** There is no PostgreSQL here, and none could be installed. The message says what to do. */
export class PostgresNotFound extends Error {
  override readonly name = 'PostgresNotFound';
}

const installMs = 300_000;
const startMs = 60_000;

/**
 * Starts a PostgreSQL of its own from Debian's packages, on a new temporary folder and this computer only. As root
 * it runs as another user, since PostgreSQL refuses root, and installs the package when it is missing.
 *
 * @throws {PostgresNotFound} when there is none
 */
export async function startPostgres(log: (line: string) => void): Promise<Postgres> {
  const bin = findPrograms() ?? (await install(log));
  const user = process.getuid?.() === 0 ? await otherUser() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'scrim-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'scrim', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  await runToEnd(spawn(join(bin, 'initdb'), init, { ...user, stdio: ['ignore', 'ignore', 'pipe'] }));
  const port = await freePort();
  const url = `postgres://scrim@127.0.0.1:${port}/postgres`;
  const run = (): ChildProcess => {
    const settings = [
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'max_connections=200',
    ];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    return spawn(join(bin, 'postgres'), args, { ...user, stdio: 'ignore' });
  };
  let child = run();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await ended;
  };
  const stop = async (): Promise<void> => {
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const version = await answers(url);
    const killAndRestart = async (): Promise<void> => {
      await end('SIGKILL');
      // What is left of its processes holds the shared memory for a moment: until then a new one ends at once.
      const until = Date.now() + startMs;
      do {
        child = run();
        const isUp = await Promise.race([answers(url).then(() => true), onceClosed(child)]);
        if (isUp) return;
        await sleep(200);
      } while (Date.now() < until);
      throw new Error('PostgreSQL did not start again.');
    };
    return { url, version, killAndRestart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function onceClosed(child: ChildProcess): Promise<false> {
  return new Promise((resolve) => child.once('close', () => resolve(false)));
}

/** The newest of Debian's, each in a folder of its own. */
function findPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Number.isFinite) : [];
  const folders = versions.toSorted((a, b) => b - a).map((version) => join(root, String(version), 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

async function install(log: (line: string) => void): Promise<string> {
  const advice = 'Install it (on Debian: apt-get install postgresql) and run this again.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new PostgresNotFound(`There is no PostgreSQL in /usr/lib/postgresql. ${advice}`);
  log('Installing PostgreSQL from the packages of this Debian.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { timeout: installMs, env });
  const args = ['install', '-y', '--no-install-recommends', 'postgresql'];
  const { code, output } = await runCommand('apt-get', args, { timeout: installMs, env });
  const bin = findPrograms();
  if (bin === undefined)
    throw new PostgresNotFound(
      `apt-get could not install PostgreSQL (${code}): ${output.slice(-300)} ${advice}`,
    );
  return bin;
}

async function otherUser(): Promise<{ readonly uid: number; readonly gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map((what) => runCommand('id', [what, name], { timeout: 5_000 })),
    );
    if (uid?.code === 0 && gid?.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new PostgresNotFound('PostgreSQL refuses to run as root, and there is no user postgres or nobody.');
}

function runToEnd(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said || `ended with ${code}`))));
  });
}

/** @returns its version, once it answers */
async function answers(url: string): Promise<string> {
  const until = Date.now() + startMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version ?? 'unknown';
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
