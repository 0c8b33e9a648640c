import { EventEmitter } from 'node:events';
import type { Browser } from 'puppeteer';
import { expect, test } from 'vitest';
import { BrowserLost } from '../../../cli/browser/browserLost.ts';
import { createBrowserPool } from '../../../cli/browser/createBrowserPool.ts';

/** As much of a browser as a pool asks for: `newPage` is given, and it dies when told. */
function fakeBrowser(newPage: () => Promise<unknown>) {
  const events = new EventEmitter();
  const fake = Object.assign(events, {
    connected: true,
    defaultBrowserContext: () => ({ newPage }),
    close: () => Promise.resolve(),
    die: () => {
      fake.connected = false;
      events.emit('disconnected');
    },
  });
  return fake;
}

const nothing = () => undefined;
const emptyTab = async () => ({ on: nothing, emulateFocusedPage: async () => undefined, close: nothing });

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
  const done = await Promise.all([1, 2, 3].map((at) => pool.inTab({}, async () => at)));
  expect(done).toEqual([1, 2, 3]);
  expect(launched).toHaveLength(2);
});

test('what waits for a browser ends with it, also where the browser leaves it waiting', async () => {
  const never = fakeBrowser(() => new Promise(() => undefined));
  const pool = createBrowserPool({ launch: async () => never as unknown as Browser });
  const waiting = pool.inTab({}, async () => 1);
  setTimeout(never.die, 10);
  await expect(waiting).rejects.toBeInstanceOf(BrowserLost);
});
