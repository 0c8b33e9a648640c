import { describe, expect, it, vi } from 'vitest';
import { BrowserNotFound, findBrowser } from '../../../scripts/findBrowser.ts';

const quiet = { install: false, log: () => undefined };

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
