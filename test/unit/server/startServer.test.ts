import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localKeyId } from '../../../server/auditLog.ts';
import { createKey } from '../../../server/keyStore.ts';
import { lockDataFolder } from '../../../server/lockDataFolder.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { runMigrations } from '../../../server/runMigrations.ts';
import { schemaMigrations } from '../../../server/schema.ts';
import { seedDemoOrg } from '../../../server/seedDemoOrg.ts';
import { startServer } from '../../../server/startServer.ts';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrim-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A first start on disk takes 2 s alone, and ten times that on a busy machine. */
const slow = { timeout: 120_000 };

const me = (url: string, key: string) => fetch(`${url}/me`, { headers: { Authorization: `Basic ${key}` } });

describe('starting the server', slow, () => {
  it('keeps rules and keys over a restart, and creates the demo org once', async () => {
    const dataDir = newFolder();
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const first = await startServer({ port: 0, dataDir, log });
    const demo = await seedDemoOrg(first.database);
    const key = demo?.keys[0]?.key ?? '';
    expect((await me(first.url, key)).status).toBe(200);
    await expect(startServer({ port: 0, dataDir, log })).rejects.toThrow('Another Scrim server');
    await first.close();
    await expect(me(first.url, key)).rejects.toThrow();

    const second = await startServer({ port: 0, dataDir, log });
    onTestFinished(() => second.close());
    expect(new URL(second.url).hostname).toBe('127.0.0.1');
    expect(await seedDemoOrg(second.database)).toBeUndefined();
    expect(await (await me(second.url, key)).json()).toMatchObject({ orgId: 'o-ACME1-na1', role: 'ADMIN' });
    const by = { orgId: 'o-ACME1-na1', keyId: localKeyId, email: 'a@acme.example', requestId: '' };
    const more = await createKey(
      await second.database.open(),
      { ...by, at: new Date() },
      { role: 'ARCHITECT', email: 'b@acme.example' },
    );
    expect(await (await me(second.url, more.key)).json()).toMatchObject({ role: 'ARCHITECT' });
    expect(lines.filter((line) => /0001-first\.sql\b.* applied/.test(line))).toHaveLength(1);
    expect(lines.join()).not.toContain(key);
  });

  it('leaves the data of a newer version alone', async () => {
    const database = openDatabase({ now: () => new Date(), log: () => undefined });
    onTestFinished(() => database.close());
    const db = await database.open();
    await db.insert(schemaMigrations).values({ name: '9999-future.sql', appliedAt: new Date() });
    await expect(runMigrations(db, () => new Date())).rejects.toThrow('newer Scrim (9999-future.sql)');
  });

  it('frees the data folder when the port is taken', async () => {
    const dataDir = newFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => {
      other.close();
    });
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startServer({ port, dataDir, log: () => undefined })).rejects.toThrow('EADDRINUSE');
    expect(lockDataFolder(dataDir)).not.toThrow();
  });

  it('says why when PostgreSQL does not answer', async () => {
    const databaseUrl = 'postgres://nobody:hunter2@127.0.0.1:9/none';
    const lines: string[] = [];
    const server = await startServer({ port: 0, databaseUrl, log: (line) => lines.push(line) });
    onTestFinished(() => server.close());
    await expect(server.ready).rejects.toThrow('could not be used (ECONNREFUSED)');
    expect(lines.join()).toContain('The database did not start');
    expect(lines.join()).not.toContain('hunter2');
  });
});

describe('the server as a program', slow, () => {
  it('prints its address and the first keys, refuses a second copy, and ends cleanly', async () => {
    const dataDir = newFolder();
    const env = { ...process.env, PORT: '0', SCRIM_DATA_DIR: dataDir, DATABASE_URL: '' };
    const run = () => {
      const child = spawn(process.execPath, [main, '--demo'], { env });
      onTestFinished(() => {
        child.kill('SIGKILL');
      });
      let text = '';
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const says = (words: RegExp) =>
        new Promise<RegExpExecArray>((resolve, reject) => {
          const look = () => {
            const found = words.exec(text);
            if (found) resolve(found);
          };
          const hear = (part: Buffer) => {
            text += part.toString();
            look();
          };
          child.stdout.on('data', hear);
          child.stderr.on('data', hear);
          ended.then(() => reject(new Error(text)), reject);
          look();
        });
      return { child, ended, says };
    };
    const first = run();
    const [, url = ''] = await first.says(/ready at (http:\S+)/);
    const [, key = ''] = await first.says(/ADMIN\s+\S+\s+(scrim\.\S+)/);
    expect((await me(url, key)).status).toBe(200);

    const second = run();
    await second.says(/Another Scrim server \(process \d+\)/);
    expect(await second.ended).toBe(1);

    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});
