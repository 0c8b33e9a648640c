import type { CDPSession, Page } from 'puppeteer';
import type { HeardMessage } from '../../core/calibrate/heardMessage.ts';
import { decodeMessage } from '../../core/wire/decodeMessage.ts';
import { nodeInflaters } from '../wire/nodeInflaters.ts';
import type { WireEar } from './wireEar.ts';

export interface ListenRequest {
  readonly recorder: string;
  readonly receivers: readonly string[];
  readonly page: string;
}

/** Provisional: requests of the page's own target only. */
export function listenForRecorder({ receivers }: ListenRequest): WireEar {
  const heard: Promise<HeardMessage>[] = [];
  const elsewhere = new Set<string>();
  const inflaters = nodeInflaters();
  let session: CDPSession | undefined;

  async function open(url: string, headers: Record<string, string>, body: Uint8Array): Promise<HeardMessage> {
    const read = await decodeMessage(body, { contentType: headers['content-type'] ?? '' }, inflaters);
    const address = await decodeMessage(url, {}, inflaters);
    return {
      texts: [...read.pieces, ...address.pieces].map(({ text }) => text.toLowerCase()),
      isClosed: read.gaps.length > 0,
    };
  }

  return {
    async attach(page: Page) {
      session = await page.createCDPSession();
      await session.send('Network.enable', { maxPostDataSize: 0 });
      const own = session;
      own.on('Network.requestWillBeSent', ({ request, requestId }) => {
        const { origin } = new URL(request.url);
        if (!receivers.includes(origin)) return void elsewhere.add(origin);
        heard.push(
          (async () => {
            if (!request.hasPostData) return open(request.url, request.headers, new Uint8Array());
            const entries = request.postDataEntries ?? [];
            const body =
              entries.length > 0
                ? Buffer.concat(entries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
                : Buffer.from((await own.send('Network.getRequestPostData', { requestId })).postData, 'utf8');
            return open(request.url, request.headers, body);
          })(),
        );
      });
    },
    hasHeard: async (value) =>
      (await Promise.all(heard)).some(({ texts }) => texts.some((text) => text.includes(value))),
    messages: () => Promise.all(heard),
    others: () => [...elsewhere],
  };
}
