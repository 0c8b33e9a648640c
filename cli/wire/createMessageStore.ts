import type { Protocol } from 'puppeteer';
import { originOf } from '../../core/wire/originOf.ts';
import type { WireMessage } from '../../core/wire/wireMessage.ts';
import type { WireCarrier } from '../../core/wire/wireReport.ts';
import type { DeafSpot } from './listenToWire.ts';

/** A message that is being heard: its parts come one after the other. */
export interface HeardMessage {
  address: string;
  carrier: WireCarrier;
  body?: Uint8Array | string | undefined;
  headers: Record<string, string>;
  scripts: readonly string[];
  missing?: string | undefined;
  /** In the page's own document: then the browser's word on what is one site counts. */
  isTop: boolean;
  /** It was refused before it left. */
  isBlocked?: boolean;
}

export interface MessageStore {
  /** @param id of the request, where it has one: nothing is heard twice */
  add(message: HeardMessage, id?: string): void;
  /** Something about a message is still on its way. */
  pending(work: Promise<void>): void;
  paused(event: Protocol.Fetch.RequestPausedEvent, isTop: boolean): void;
  quiet(quiet: number, most: number): Promise<void>;
  /** @param isOther whether a receiver is another site than the page's, where the browser does not say so */
  messages(isOther: (address: string) => boolean): Promise<readonly WireMessage[]>;
  lost(): readonly DeafSpot[];
}

/** Of one page this much is kept until it is searched. */
const mostBytes = 256 * 1024 * 1024;
const mostMessages = 20_000;
const longestWait = 3_000;

export function createMessageStore(): MessageStore {
  const heard: HeardMessage[] = [];
  const ids = new Map<string, HeardMessage>();
  const open = new Set<Promise<void>>();
  const lost: DeafSpot[] = [];
  let bytes = 0;
  let latest = performance.now();

  function add(message: HeardMessage, id?: string): void {
    latest = performance.now();
    if (id !== undefined) ids.set(id, message);
    if (heard.length < mostMessages) heard.push(message);
    else lost.push({ origin: originOf(message.address), carrier: message.carrier, why: 'too-large' });
  }

  /** Bodies are counted when they are there. */
  function kept(message: HeardMessage): HeardMessage {
    const { length = 0 } = message.body ?? {};
    bytes += length;
    return bytes > mostBytes && length > 0 ? { ...message, body: undefined, missing: 'too-large' } : message;
  }

  return {
    add,
    lost: () => lost,
    pending(work) {
      const done = work.finally(() => void open.delete(done));
      open.add(done);
    },
    paused({ request, resourceType, networkId }, isTop) {
      if (!/^https?:/.test(request.url)) return;
      const body = bodyOf(request);
      const known = networkId === undefined ? undefined : ids.get(networkId);
      if (known) {
        // Of a page that went away nobody can be asked for a body any more: here it is.
        if (known.body === undefined && body !== undefined)
          Object.assign(known, { body, missing: undefined });
        return;
      }
      const missing = request.hasPostData && body === undefined ? 'body-not-read' : undefined;
      add({
        address: request.url,
        carrier: carrierOf(resourceType, request.method),
        body,
        headers: lowerCase(request.headers),
        scripts: [],
        missing,
        isTop,
      });
    },
    async quiet(quiet, most) {
      const end = performance.now() + most;
      for (;;) {
        const rest = Math.min(end, latest + quiet) - performance.now();
        if (rest <= 0) return;
        await sleep(rest);
      }
    },
    async messages(isOther) {
      await Promise.race([Promise.allSettled([...open]), sleep(longestWait)]);
      return heard.filter(({ isBlocked }) => !isBlocked).map((message) => finished(kept(message), isOther));
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function finished(message: HeardMessage, isOther: (address: string) => boolean): WireMessage {
  const { isTop, isBlocked: _, body, missing, ...rest } = message;
  const site = isTop ? rest.headers['sec-fetch-site'] : undefined;
  return {
    ...rest,
    isThirdParty: site === undefined ? isOther(rest.address) : site === 'cross-site',
    ...(body === undefined ? {} : { body }),
    ...(missing === undefined ? {} : { missing }),
  };
}

export function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The body as the event brings it; undefined where there is none, or not all of it. */
export function bodyOf({
  postData,
  postDataEntries,
}: Protocol.Network.Request): Uint8Array | string | undefined {
  if (!postDataEntries || postDataEntries.length === 0) return postData;
  const parts = postDataEntries.map(({ bytes }) =>
    bytes === undefined ? undefined : Buffer.from(bytes, 'base64'),
  );
  return parts.every((part) => part !== undefined) ? new Uint8Array(Buffer.concat(parts)) : undefined;
}

const carriers: Partial<Record<Protocol.Network.ResourceType, WireCarrier>> = {
  Fetch: 'fetch',
  XHR: 'xhr',
  Ping: 'beacon',
  Image: 'image',
  EventSource: 'event-source',
  WebSocket: 'websocket',
  Document: 'address',
  Script: 'address',
  Stylesheet: 'address',
  Media: 'address',
  Font: 'address',
};

export function carrierOf(type: Protocol.Network.ResourceType | undefined, method: string): WireCarrier {
  if (type === 'Document' && method !== 'GET') return 'form';
  return (type === undefined ? undefined : carriers[type]) ?? 'other';
}
