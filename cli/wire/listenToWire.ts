// Hears what a page sends, over the DevTools protocol: the page and its frames, workers of every kind, sockets. The page
// has no script of ours for it. Called by the wire check before the page is opened; answers no request itself.
import { type CDPSession, CDPSessionEvent, type Page } from 'puppeteer';
import { originOf } from '../../core/wire/originOf.ts';
import type { WireMessage } from '../../core/wire/wireMessage.ts';
import type { WireCarrier } from '../../core/wire/wireReport.ts';
import { createMessageStore } from './createMessageStore.ts';
import { hearRequests } from './hearRequests.ts';
import { hearSockets } from './hearSockets.ts';

export interface WireListener {
  /** Resolves when nothing was sent for `quiet` milliseconds, or after `most`. */
  quiet(quiet: number, most: number): Promise<void>;
  /** From now on requests are held until they were read: those of a page that is left are gone with it otherwise. */
  holdRequests(): Promise<void>;
  /** What was heard; bodies that are still on their way are waited for, for a while. */
  messages(isOther: (address: string) => boolean): Promise<readonly WireMessage[]>;
  /** What could not be listened to. Asks the workers that nobody could hold back what they sent before they were heard. */
  deaf(): Promise<readonly DeafSpot[]>;
  stop(): Promise<void>;
}

/** Message key `wire.notInspected.<why>`. */
export interface DeafSpot {
  readonly origin: string;
  readonly carrier: WireCarrier;
  readonly why: string;
}

const autoAttach = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  // They belong to no page: those are found among the browser's own targets.
  filter: [
    { type: 'service_worker', exclude: true },
    { type: 'shared_worker', exclude: true },
    { type: 'page', exclude: true },
    {},
  ],
};
const sharedOnly = [{ type: 'service_worker' }, { type: 'shared_worker' }, { exclude: true }];
/** The largest first snapshot of a recorder that we know of is 20 MB. */
const largestBody = 64 * 1024 * 1024;

export async function listenToWire(page: Page): Promise<WireListener> {
  const store = createMessageStore();
  const deaf: DeafSpot[] = [];
  const frames = new Set<CDPSession>();
  const others = new Set<CDPSession>();
  /** Shared and service workers, with the addresses that each was heard to ask for: one may have run before. */
  const running = new Map<CDPSession, string[]>();
  const session = await page.createCDPSession();
  const wide = await page.browser().target().createCDPSession();
  let isHolding = false;

  /** @param worker what runs there is no document */
  async function listenTo(to: CDPSession, worker: boolean): Promise<void> {
    (worker ? others : frames).add(to);
    to.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      const child = to.connection()?.session(sessionId);
      if (child) void begin(child, targetInfo.type !== 'iframe', waitingForDebugger);
    });
    to.on(CDPSessionEvent.SessionDetached, (child) => void (frames.delete(child) || others.delete(child)));
    hearRequests(to, { store, isWorker: worker, isTop: to === session });
    hearSockets(to, { store, isWorker: worker, deaf: (spot) => void deaf.push(spot) });
    await Promise.all([
      to.send('Network.enable', { maxPostDataSize: largestBody }),
      to.send('Target.setAutoAttach', autoAttach),
    ]);
    if (isHolding && !worker) await hold(to);
  }

  /** What was attached waits until it is listened to, and is let go whatever comes of that. */
  async function begin(child: CDPSession, isWorker: boolean, waits: boolean): Promise<void> {
    const listening = listenTo(child, isWorker);
    const going = waits ? child.send('Runtime.runIfWaitingForDebugger') : Promise.resolve();
    const [heard] = await Promise.allSettled([listening, going]);
    // One that ended before it was listened to may have sent something.
    const carrier = isWorker ? 'worker' : 'other';
    if (heard.status === 'rejected') deaf.push({ origin: '', carrier, why: 'target-lost' });
  }

  /** They belong to no page and are found by the browser, which holds them too: nothing of theirs is sent before. */
  async function listenToShared(): Promise<void> {
    const { targetInfo } = await session.send('Target.getTargetInfo');
    wide.on('Target.attachedToTarget', ({ sessionId, targetInfo: found, waitingForDebugger }) => {
      const child = wide.connection()?.session(sessionId);
      if (!child) return;
      if (found.browserContextId !== targetInfo.browserContextId)
        return void letGo(child, waitingForDebugger);
      const sent: string[] = [];
      child.on('Network.requestWillBeSent', ({ request }) => void sent.push(request.url));
      running.set(child, sent);
      void begin(child, true, waitingForDebugger);
    });
    await wide.send('Target.setAutoAttach', { ...autoAttach, filter: sharedOnly });
  }

  await Promise.all([listenTo(session, false), listenToShared()]);

  return {
    quiet: store.quiet,
    messages: store.messages,
    async deaf() {
      const missed = await Promise.all([...running].map(([one, sent]) => sentUnheard(one, sent)));
      return [...deaf, ...store.lost(), ...missed.flat()];
    },
    async holdRequests() {
      isHolding = true;
      await Promise.all([...frames].map(hold));
    },
    async stop() {
      // A worker that is attached never ends.
      await Promise.allSettled([...others, ...frames, wide].map((one) => one.detach()));
    },
  };

  async function hold(to: CDPSession): Promise<void> {
    to.on('Fetch.requestPaused', (event) => {
      store.paused(event, to === session);
      // It went away with its page: then nothing is held any more.
      to.send('Fetch.continueRequest', { requestId: event.requestId }).catch(() => undefined);
    });
    await to.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }
}

/** Of another visitor: it is none of ours. */
async function letGo(worker: CDPSession, waits: boolean): Promise<void> {
  // One that ended meanwhile waits for nobody.
  if (waits) await worker.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
  await worker.detach().catch(() => undefined);
}

/** What a worker asked for, by its own list, and was not heard: each as often as it was asked for. */
async function sentUnheard(worker: CDPSession, heard: readonly string[]): Promise<readonly DeafSpot[]> {
  const expression = `performance.getEntriesByType('resource').map(({ name }) => name)`;
  const asked = worker.send(
    'Runtime.evaluate',
    { expression, returnByValue: true },
    { timeout: longestAnswer },
  );
  const names: unknown = await asked.then(
    ({ result }) => result.value,
    () => undefined,
  );
  if (!Array.isArray(names)) return [{ origin: '', carrier: 'worker', why: 'target-lost' }];
  const rest = [...heard];
  return names
    .filter((name): name is string => typeof name === 'string' && /^https?:/.test(name))
    .filter((name) => {
      const at = rest.indexOf(name.split('#', 1)[0] ?? name);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    })
    .map((name) => ({ origin: originOf(name), carrier: 'worker', why: 'worker-start' }));
}

const longestAnswer = 2_000;
