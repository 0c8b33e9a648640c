import type { CDPSession, Protocol } from 'puppeteer';
import { bodyOf, carrierOf, type HeardMessage, lowerCase, type MessageStore } from './createMessageStore.ts';

export interface HearingOptions {
  readonly store: MessageStore;
  readonly isWorker: boolean;
  /** The page itself, and not a frame of another process or a worker. */
  readonly isTop: boolean;
}

/** Every request of one target: address, headers, body, and who asked for it. */
export function hearRequests(session: CDPSession, { store, isWorker, isTop }: HearingOptions): void {
  const known = new Map<string, HeardMessage>();
  /** Headers as they were sent may come before the request itself. */
  const sent = new Map<string, Record<string, string>>();

  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator, documentURL }) => {
    if (!/^https?:/.test(request.url) || type === 'Preflight') return;
    const message: HeardMessage = {
      address: request.url,
      carrier: isWorker ? 'worker' : carrierOf(type, request.method),
      headers: { ...lowerCase(request.headers), ...sent.get(requestId) },
      scripts: scriptsOf(initiator, isWorker ? documentURL : undefined),
      isTop,
    };
    known.set(requestId, message);
    store.add(message, requestId);
    if (!request.hasPostData) return;
    message.body = bodyOf(request);
    if (message.body === undefined) store.pending(fetchBody(session, requestId, message));
  });

  session.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    const written = lowerCase(headers);
    const message = known.get(requestId);
    if (message) message.headers = { ...message.headers, ...written };
    else sent.set(requestId, written);
    if (message && isStreamed(message, written)) message.missing = 'stream';
  });

  session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
    const message = known.get(requestId);
    if (message && blockedReason !== undefined) message.isBlocked = true;
  });
}

/** Bodies that are blobs, in whole or in part, are not in the event. */
async function fetchBody(session: CDPSession, requestId: string, message: HeardMessage): Promise<void> {
  try {
    const { postData, base64Encoded } = await session.send('Network.getRequestPostData', { requestId });
    message.body ??= base64Encoded ? new Uint8Array(Buffer.from(postData, 'base64')) : postData;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (message.body === undefined) message.missing = 'body-not-read';
  }
}

/** A body that is made while it is sent has no length before. */
function isStreamed({ body, missing }: HeardMessage, sent: Readonly<Record<string, string>>): boolean {
  const isRead = body !== undefined || missing !== undefined || 'content-length' in sent;
  return !isRead && ('transfer-encoding' in sent || sent[':method'] === 'POST');
}

const mostScripts = 20;

function scriptsOf(
  { stack, url }: Protocol.Network.Initiator,
  worker: string | undefined,
): readonly string[] {
  const found = new Set<string>();
  for (let part = stack; part && found.size < mostScripts; part = part.parent)
    for (const { url: script } of part.callFrames) if (script !== '') found.add(script);
  if (url) found.add(url);
  if (worker) found.add(worker.replace(/^blob:/, ''));
  return [...found].slice(0, mostScripts);
}
