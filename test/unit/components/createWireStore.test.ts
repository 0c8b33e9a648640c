import { gzipSync } from 'node:zlib';
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { PageState, RequestWatch } from '../../../components/client.ts';
import { createWireStore } from '../../../components/wire/createWireStore.ts';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import type { SeenBody, SeenRequest } from '../../../core/wire/seenRequest.ts';

const value = 'robin.testcase.7@example.org';
const ready: PageState = { kind: 'ready', url: 'https://shop.example.com/checkout', title: '' };

function open(watch: Partial<RequestWatch> = {}) {
  let hear: ((request: SeenRequest) => void) | undefined;
  let lose: () => void = () => undefined;
  const planted = signal<readonly PlantedValue[]>([{ kind: 'email', value }]);
  const pageState = signal<PageState>(ready);
  const requests: RequestWatch = {
    ask: async () => true,
    giveBack: async () => true,
    watch(onRequest, onLost, until) {
      hear = onRequest;
      lose = onLost;
      until.addEventListener(
        'abort',
        () => {
          hear = undefined;
        },
        { once: true },
      );
    },
    ...watch,
  };
  const store = createWireStore({
    ...{
      requests,
      pageState,
      planted,
      now: () => 0,
      played: () => 'fullstory',
      signal: new AbortController().signal,
    },
  });
  const send = (url: string, body: SeenBody = { kind: 'none' }, more: Partial<SeenRequest> = {}) =>
    hear?.({
      url,
      method: body.kind === 'none' ? 'GET' : 'POST',
      type: 'ping',
      isOfTab: true,
      body,
      ...more,
    });
  const settled = (messages: number) =>
    vi.waitUntil(() => (store.report.value?.messages ?? 0) >= messages, { timeout: 5_000 });
  return { store, planted, pageState, send, settled, isHeard: () => hear !== undefined, lose: () => lose() };
}

const bytes = (text: string): SeenBody => ({ kind: 'bytes', bytes: new TextEncoder().encode(text) });

describe('what leaves the tab', () => {
  it('is not listened to before a person wants that, and not after', async () => {
    const { store, isHeard } = open();
    expect([isHeard(), store.phase.value, store.report.value]).toEqual([false, 'off', null]);
    await store.start();
    expect([isHeard(), store.phase.value]).toEqual([true, 'on']);
    store.stop();
    expect([isHeard(), store.phase.value, store.report.value]).toEqual([false, 'off', null]);
  });

  it('says who received a value, in which wrapping, and never the value', async () => {
    const { store, send, settled } = open();
    await store.start();
    const packed = new Uint8Array(gzipSync(JSON.stringify({ events: [{ text: value }] })));
    send('https://rs.fullstory.com/rec', { kind: 'bytes', bytes: packed });
    send(`https://tags.example.net/i?e=${encodeURIComponent(value)}`, undefined, { type: 'image' });
    send('https://shop.example.com/save', { kind: 'fields', fields: { mail: [value] } });
    send('https://shop.example.com/style.css');
    await settled(4);
    const found = store.report.value?.arrivals.map(({ receiver, carriers, count }) => ({
      ...receiver,
      carriers,
      count,
    }));
    expect(found).toEqual([
      {
        origin: 'https://rs.fullstory.com',
        recorder: 'fullstory',
        isThirdParty: true,
        carriers: ['beacon'],
        count: 1,
      },
      { origin: 'https://tags.example.net', isThirdParty: true, carriers: ['image'], count: 1 },
      { origin: 'https://shop.example.com', isThirdParty: false, carriers: ['beacon'], count: 1 },
    ]);
    expect(store.report.value?.arrivals[0]?.encodings.flat()).toContain('gzip');
    expect(JSON.stringify(store.report.value)).not.toContain('robin');
  });

  it('names what it could not look into', async () => {
    const { store, send, settled } = open();
    await store.start();
    send('https://shop.example.com/upload', { kind: 'missing' });
    send('wss://live.example.net/socket', { kind: 'none' }, { type: 'websocket' });
    send('https://shop.example.com/sync', bytes(value), { isOfTab: false, from: 'https://shop.example.com' });
    await settled(3);
    expect(store.report.value?.notInspected.map(({ origin, why }) => `${origin} ${why}`)).toEqual([
      'https://shop.example.com body-withheld',
      'wss://live.example.net frames-unheard',
      'https://shop.example.com worker-of-site',
    ]);
  });

  it('leaves alone what workers of other sites send', async () => {
    const { store, send, settled } = open();
    await store.start();
    send('https://other.example/x', bytes(value), { isOfTab: false, from: 'https://other.example' });
    send('https://other.example/y', bytes(value), { isOfTab: false });
    send('https://shop.example.com/z');
    await settled(1);
    expect(store.report.value).toMatchObject({ messages: 1, arrivals: [] });
  });

  it('searches for what was typed by the time it is sent', async () => {
    const { store, planted, send, settled } = open();
    planted.value = [];
    await store.start();
    send('https://a.example/1', bytes(value));
    await settled(1);
    planted.value = [{ kind: 'email', value }];
    send('https://b.example/2', bytes(value));
    await settled(2);
    expect(store.report.value?.arrivals.map(({ receiver }) => receiver.origin)).toEqual([
      'https://b.example',
    ]);
  });

  it('counts what comes faster than it can be looked into', async () => {
    const { store, send, settled } = open();
    await store.start();
    for (let at = 0; at < 300; at += 1) send('https://a.example/', bytes('x'));
    await settled(200);
    expect(store.report.value?.notInspected).toEqual([
      { origin: 'https://a.example', carrier: 'beacon', why: 'too-busy', count: 100 },
    ]);
  });

  it('begins anew with another document', async () => {
    const { store, pageState, send, settled } = open();
    await store.start();
    send('https://a.example/', bytes(value));
    await settled(1);
    pageState.value = { kind: 'connecting' };
    expect(store.report.value).toMatchObject({ messages: 0, arrivals: [] });
  });

  it('says that it was refused, taken away, or is not to be had, and listens no more', async () => {
    const refused = open({ ask: async () => false });
    await refused.store.start();
    expect([refused.store.phase.value, refused.isHeard()]).toEqual(['refused', false]);
    const failing = open({ ask: () => Promise.reject(new Error('no gesture')) });
    await failing.store.start();
    expect(failing.store.phase.value).toBe('refused');
    const lost = open();
    await lost.store.start();
    lost.lose();
    expect([lost.store.phase.value, lost.store.report.value, lost.isHeard()]).toEqual(['lost', null, false]);
    const broken = open({
      watch: () => {
        throw new Error('no events');
      },
    });
    await broken.store.start();
    expect(broken.store.phase.value).toBe('broken');
  });
});
