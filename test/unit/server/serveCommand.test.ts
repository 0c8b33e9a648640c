import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import { schemaMigrations } from '../../../server/schema.ts';
import { type ServeProcess, serveCommand } from '../../../server/serveCommand.ts';

/** A database on disk takes seconds to start alone, and ten times that on a busy machine. */
const slow = { timeout: 180_000 };

interface Run {
  readonly code: Promise<number>;
  readonly text: () => string;
  readonly says: (words: RegExp) => Promise<string>;
  readonly signal: (name: string) => void;
}

/** `scrim serve` in this process, with signals and output of its own. */
function run(argv: readonly string[], env: Record<string, string> = {}): Run {
  const events = new EventEmitter();
  let text = '';
  const stream = {
    write: (part: string) => {
      text += part;
      events.emit('said');
      return true;
    },
  };
  const host = Object.assign(events, { env, stdout: stream, stderr: stream }) as unknown as ServeProcess;
  const code = serveCommand(argv, host);
  onTestFinished(async () => {
    events.emit('SIGTERM');
    await code;
  });
  const says = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = words.exec(text);
        if (found) resolve(found[1] ?? found[0]);
      };
      events.on('said', look);
      code.then(() => reject(new Error(text)), reject);
      look();
    });
  return { code, text: () => text, says, signal: (name) => events.emit(name) };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'scrim-serve-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe('scrim serve', slow, () => {
  it('says in plain words why it does not start', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => {
      other.close();
    });
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const taken = run(['--port', port, '--data-dir', folder()]);
    expect(await taken.code).toBe(1);
    expect(taken.text()).toContain(`Port ${port} is taken`);

    const open = run(['--host', '0.0.0.0']);
    expect(await open.code).toBe(2);
    expect(open.text()).toContain('--behind-proxy');

    const none = run(['--tls-cert', 'none.pem', '--tls-key', 'none.pem']);
    expect(await none.code).toBe(2);
    expect(none.text()).toContain('(ENOENT)');

    const help = run(['--help']);
    expect(await help.code).toBe(0);
    expect(help.text()).toContain('--trusted-proxy');
  });

  it('waits for a database that is down, and refuses one of a newer Scrim', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: `postgres://postgres:hunter2@127.0.0.1:${port}/postgres?sslmode=disable` };
    const waiting = run(['--port', '0', '--log', 'json'], env);
    const url = await waiting.says(/listens at (http:\S+) and answers 503/);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const refused = await fetch(`${url}/me`, {
      headers: { Authorization: `Basic scrim.${'0'.repeat(16)}.${'a'.repeat(43)}` },
    });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2']);

    const db = await PGlite.create();
    const socket = new PGLiteSocketServer({ db, port });
    await socket.start();
    onTestFinished(async () => {
      await socket.stop();
      await db.close();
    });
    await waiting.says(/Settings server ready/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(waiting.text()).toContain('There is no org yet');
    waiting.signal('SIGTERM');
    expect(await waiting.code).toBe(0);
    expect(waiting.text()).not.toContain('hunter2');

    const database = openDatabase({
      databaseUrl: env.DATABASE_URL,
      maxConnections: 1,
      now: () => new Date(),
      log: () => undefined,
    });
    await (await database.open())
      .insert(schemaMigrations)
      .values({ name: '9999-future.sql', appliedAt: new Date() });
    await database.close();
    const older = run(['--port', '0'], env);
    expect(await older.code).toBe(1);
    expect(older.text()).toContain('newer Scrim (9999-future.sql)');
  });

  it('speaks TLS, takes a new certificate while it runs, lets an open request end and takes no new one', async () => {
    const dir = folder();
    const [cert, key] = [join(dir, 'cert.pem'), join(dir, 'key.pem')];
    const issue = (name: string) =>
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          `/CN=${name}`,
          '-keyout',
          key,
          '-out',
          cert,
        ],
        { stdio: 'ignore' },
      );
    issue('first');
    const server = run(['--port', '0', '--data-dir', dir, '--tls-cert', cert, '--tls-key', key]);
    const url = await server.says(/ready at (https:\S+)/);
    const ask = () =>
      new Promise<{ status: number | undefined; hsts: unknown; name: unknown }>((resolve, reject) => {
        const asked = request(`${url}/healthz`, { rejectUnauthorized: false, agent: false }, (answer) => {
          const { socket } = answer as unknown as {
            socket: { getPeerCertificate: () => { subject: { CN: string } } };
          };
          resolve({
            status: answer.statusCode,
            hsts: answer.headers['strict-transport-security'],
            name: socket.getPeerCertificate().subject.CN,
          });
          answer.resume();
        });
        asked.once('error', reject);
        asked.end();
      });
    expect(await ask()).toEqual({ status: 200, hsts: 'max-age=31536000', name: 'first' });
    issue('second');
    server.signal('SIGHUP');
    expect((await ask()).name).toBe('second');

    const sending = request(`${url}/v1/keys`, {
      method: 'POST',
      rejectUnauthorized: false,
      headers: { 'Content-Type': 'application/json', 'Content-Length': 2 },
    });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      sending.once('response', (answer) => resolve(answer.statusCode));
      sending.once('error', reject);
    });
    sending.flushHeaders();
    await new Promise((resolve) => sending.once('socket', (socket) => socket.once('secureConnect', resolve)));
    server.signal('SIGTERM');
    await server.says(/Stopping/);
    sending.end('{}');
    expect(await answered).toBe(401);
    expect(await server.code).toBe(0);
    await expect(ask()).rejects.toThrow();
  });
});
