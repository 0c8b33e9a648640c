import type { CDPSession } from 'puppeteer';
import { originOf } from '../../core/wire/originOf.ts';
import type { MessageStore } from './createMessageStore.ts';
import type { DeafSpot } from './listenToWire.ts';

export interface SocketOptions {
  readonly store: MessageStore;
  readonly isWorker: boolean;
  deaf(spot: DeafSpot): void;
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const binaryFrame = 2;

/** What goes through WebSockets, frame by frame; of WebTransport only that it is there. */
export function hearSockets(session: CDPSession, { store, isWorker, deaf }: SocketOptions): void {
  const sockets = new Map<string, { readonly address: string; readonly scripts: readonly string[] }>();
  const carrier = isWorker ? 'worker' : 'websocket';

  session.on('Network.webSocketCreated', ({ requestId, url, initiator }) => {
    const scripts =
      initiator?.stack?.callFrames.map((frame) => frame.url).filter((script) => script !== '') ?? [];
    sockets.set(requestId, { address: url, scripts });
    store.add({ address: url, carrier, headers: {}, scripts, isTop: false });
  });

  session.on('Network.webSocketFrameSent', ({ requestId, response: { opcode, payloadData } }) => {
    const socket = sockets.get(requestId);
    const body = opcode === binaryFrame ? new Uint8Array(Buffer.from(payloadData, 'base64')) : payloadData;
    const { address = '', scripts = [] } = socket ?? {};
    store.add({ address, carrier, body, headers: {}, scripts, isTop: false });
  });

  session.on('Network.webTransportCreated', ({ url }) =>
    deaf({ origin: originOf(url), carrier: 'other', why: 'web-transport' }),
  );
}
