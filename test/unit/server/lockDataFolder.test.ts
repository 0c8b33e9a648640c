import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DataFolderInUseError, lockDataFolder } from '../../../server/lockDataFolder.ts';

const module = new URL('../../../server/lockDataFolder.ts', import.meta.url).href;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrim-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A second process that tries to take the folder; it prints what happened, and with `hold` it keeps it. */
function script(folder: string, hold: boolean): string[] {
  const code = `import { lockDataFolder } from ${JSON.stringify(module)};
    try { lockDataFolder(${JSON.stringify(folder)}); console.log('taken'); ${hold ? 'setInterval(() => {}, 1000);' : ''} }
    catch (error) { console.log(error.name + ': ' + error.message); }`;
  return ['--input-type=module', '-e', code];
}

const tryInChild = (folder: string) =>
  spawnSync(process.execPath, script(folder, false), { encoding: 'utf8' }).stdout.trim();

describe('the lock of the data folder', () => {
  it('refuses a second process, and names the first', () => {
    const folder = newFolder();
    const unlock = lockDataFolder(folder);
    const said = tryInChild(folder);
    expect(said).toContain('DataFolderInUseError');
    expect(said).toContain(`process ${process.pid}`);
    unlock();
    expect(tryInChild(folder)).toBe('taken');
  });

  it('refuses a second taker in the same process', () => {
    const folder = newFolder();
    lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUseError);
  });

  it('takes over from a process that was killed, and not before', async () => {
    const folder = newFolder();
    const child = spawn(process.execPath, script(folder, true), { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(() => lockDataFolder(folder)).toThrow(`process ${child.pid}`);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(join(folder, 'server.lock'))).toBe(true);
    const unlock = lockDataFolder(folder);
    expect(tryInChild(folder)).toContain('DataFolderInUseError');
    unlock();
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  });

  it('takes over a lock of this process id that is older than this process', () => {
    const folder = newFolder();
    const at = Date.now() - process.uptime() * 1_000 - 60_000;
    const lock = { pid: process.pid, token: randomUUID(), at: Math.round(at) };
    writeFileSync(join(folder, 'server.lock'), JSON.stringify(lock));
    lockDataFolder(folder)();
  });

  it('leaves a lock alone that it cannot read, and says which file it is', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'server.lock'), '');
    expect(() => lockDataFolder(folder)).toThrow(/server\.lock/);
    expect(existsSync(join(folder, 'server.lock'))).toBe(true);
  });
});
