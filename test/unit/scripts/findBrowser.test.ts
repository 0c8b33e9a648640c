import { afterEach, describe, expect, it, vi } from 'vitest';
import { BrowserNotFound, findBrowser, type Machine } from '../../../scripts/findBrowser.ts';

const quiet = { install: false, log: () => undefined };

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('findBrowser', () => {
  it("takes the environment's browser before all others", async () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(await findBrowser({ kind: 'chrome', ...quiet })).toBe(process.execPath);
  });

  it('lists everything it tried when there is none', async () => {
    vi.stubEnv('FIREFOX_PATH', '/nowhere/firefox');
    vi.stubEnv('PATH', '/nowhere');
    const failure = await findBrowser({ kind: 'firefox', ...quiet }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BrowserNotFound);
    const { message } = failure as Error;
    expect(message).toContain('FIREFOX_PATH is set to /nowhere/firefox, which is not a program file');
    expect(message).toContain("puppeteer's cache has no firefox");
    expect(message).toContain('none of firefox, firefox-esr is on the path');
    expect(message).toContain('installing was not asked for');
  });

  it('does not take a folder for a program', async () => {
    vi.stubEnv('CHROME_PATH', process.cwd());
    vi.stubEnv('PATH', '/nowhere');
    await expect(findBrowser({ kind: 'chrome', ...quiet })).rejects.toThrow('which is not a program file');
  });
});

describe('findBrowser, allowed to install', () => {
  /** A machine without browsers, on which every command ends as told. */
  function bare(ends: (command: string) => { code: number; output: string }, rights: Partial<Machine> = {}) {
    vi.stubEnv('CHROME_PATH', undefined);
    vi.stubEnv('PATH', '/nowhere');
    const ran: string[] = [];
    const run: Machine['run'] = async (command, args) => {
      ran.push([command, ...args].join(' '));
      return ends(command);
    };
    const machine = { run, isDebian: true, isRoot: true, ...rights };
    const search = findBrowser({ kind: 'chrome', install: true, log: () => undefined, machine });
    return { ran, message: search.catch((error: unknown) => (error as Error).message) };
  }

  const offline = () => ({ code: 1, output: 'Downloading\nError: getaddrinfo ENOTFOUND\n' });

  it('tries a download first and the package second, and says how each failed', async () => {
    const { ran, message } = bare(offline);
    expect(await message).toContain(
      '`npx puppeteer browsers install chrome`: it ended with code 1 (Error: getaddrinfo',
    );
    expect(await message).toContain('`apt-get install -y --no-install-recommends chromium fonts-liberation`');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'puppeteer browsers',
      'apt-get update',
      'apt-get install',
    ]);
  });

  it.each([
    [{ isRoot: false }, 'only root may install packages'],
    [{ isDebian: false }, 'this is not a Debian or Ubuntu system'],
  ])('leaves apt-get alone with %j', async (rights, why) => {
    const { ran, message } = bare(offline, rights);
    expect(await message).toContain(why);
    expect(ran).toHaveLength(1);
  });

  it('does not believe an installation that leaves no program behind', async () => {
    const { message } = bare((command) => (command === 'apt-get' ? { code: 0, output: '' } : offline()));
    expect(await message).toContain('No Chromium or Chrome was found');
  });
});
