// Both ends of the one conversation between the extension's pages and its background. Imported by pages of the
// extension (`request`) and by entrypoints/background.ts (`serveRequests`); never by anything that runs in a page.

import type { BackgroundRequestName, BackgroundRequests, Reply } from '../core/protocol.ts';
import { browser } from './browser.ts';

/** Asks the background. Never rejects: a background that cannot be reached is a problem like others. */
export async function request<K extends BackgroundRequestName>(
  name: K,
  body: BackgroundRequests[K]['request'],
  /** Id of the connection it is about. */
  connection?: string,
): Promise<Reply<BackgroundRequests[K]['reply']>> {
  try {
    const about = connection === undefined ? {} : { connection };
    const reply: unknown = await browser.runtime.sendMessage({ type: name, body, ...about });
    if (isReply<BackgroundRequests[K]['reply']>(reply)) return reply;
    return { ok: false, problem: { code: 'no-answer' } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'no-answer', detail } };
  }
}

export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
}

/** The answer to a message, or undefined when it is not for us. Must not reject. */
export type Route = (message: unknown, sender: MessageSender) => Promise<Reply<unknown>> | undefined;

/**
 * Registers the background's only message listener. Not async, and `sendResponse` with `return true`: an async
 * listener answers messages that are not its own with null (platform.md B2). Call it in the worker's first turn.
 */
export function serveRequests(route: Route): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: MessageSender, sendResponse: (reply: unknown) => void): true | undefined => {
      const reply = route(message, sender);
      if (reply === undefined) return undefined;
      void reply.then(sendResponse);
      return true;
    },
  );
}

/** The background is ours, but a worker that is just being replaced by an update may answer with nothing. */
function isReply<T>(reply: unknown): reply is Reply<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}
