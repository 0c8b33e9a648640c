import { type Browser, type BrowserEvents, EventEmitter } from 'puppeteer';
import { expect, test } from 'vitest';
import { BrowserLost } from '../../../cli/browser/browserLost.ts';
import { createBrowserPool } from '../../../cli/browser/createBrowserPool.ts';

/** As much of a browser as a pool asks for: `newPage` is given, and it dies when told. */
function fakeBrowser(newPage: () => Promise<unknown>) {
  const events = new EventEmitter<Pick<BrowserEvents, 'disconnected'>>();
  const fake = Object.assign(events, {
    connected: true,
    defaultBrowserContext: () => ({ newPage }),
    close: () => Promise.resolve(),
    die: () => {
      fake.connected = false;
      events.emit('disconnected', undefined);
    },
  });
  return fake;
}

const done = async () => undefined;
const emptyTab = async () => ({ on: () => undefined, emulateFocusedPage: done, close: done });

test('all who wait for a dead browser get the same new one', async () => {
  const launched: ReturnType<typeof fakeBrowser>[] = [];
  const pool = createBrowserPool({
    launch: async () => {
      const one = fakeBrowser(emptyTab);
      launched.push(one);
      return one as unknown as Browser;
    },
  });
  await pool.inTab({}, async () => 1);
  launched[0]?.die();
  const all = await Promise.all([1, 2, 3].map((at) => pool.inTab({}, async () => at)));
  expect(all).toEqual([1, 2, 3]);
  expect(launched).toHaveLength(2);
});

test('what waits for a browser ends with it, also where the browser leaves it waiting', async () => {
  const never = fakeBrowser(() => new Promise(() => undefined));
  const pool = createBrowserPool({ launch: async () => never as unknown as Browser });
  const waiting = pool.inTab({}, async () => 1);
  setTimeout(never.die, 10);
  await expect(waiting).rejects.toBeInstanceOf(BrowserLost);
});

test('a browser that goes on keeps nothing of the pages that were looked at in it', async () => {
  const one = fakeBrowser(emptyTab);
  const pool = createBrowserPool({ launch: async () => one as unknown as Browser });
  for (let at = 0; at < 3; at += 1) await pool.inTab({}, async () => at);
  expect(one.listenerCount('disconnected')).toBe(0);
});
