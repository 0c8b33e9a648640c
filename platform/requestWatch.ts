// Requests of one tab, through the optional `webRequest` permission: heard in the panel's own page, so that no body ever
// crosses to another context, and nothing is heard once the panel is closed. Reads; never blocks or changes a request.
import type { SeenBody, SeenRequest } from '../core/wire/seenRequest.ts';
import { browser } from './browser.ts';

/** A page's requests go to many hosts, and the browser shows those of hosts that were allowed only. */
const wanted = { permissions: ['webRequest'], origins: ['https://*/*', 'http://*/*'] } as const;
const asked = { permissions: [...wanted.permissions], origins: [...wanted.origins] };
const heard = ['https://*/*', 'http://*/*', 'wss://*/*', 'ws://*/*'];

/** Larger bodies are uploads: they are counted and not taken apart. */
const mostBytes = 8 * 1024 * 1024;

interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  /** Chromium. */
  readonly initiator?: string;
  /** Firefox. */
  readonly originUrl?: string;
  readonly requestBody?: RequestBody | null;
}

interface RequestBody {
  readonly error?: string;
  readonly formData?: Readonly<Record<string, readonly unknown[]>>;
  readonly raw?: readonly { readonly bytes?: ArrayBuffer; readonly file?: string }[];
}

export interface RequestWatchOptions {
  /** The tab that the panel works on; null: none. */
  readonly tabId: () => number | null;
}

export function createRequestWatch({ tabId }: RequestWatchOptions) {
  return {
    /** Asks for what it needs. Call it directly in a click handler. @returns whether it is there now */
    ask: (): Promise<boolean> => browser.permissions.request(asked as never),
    isAllowed: (): Promise<boolean> => browser.permissions.contains(asked as never),
    giveBack: (): Promise<boolean> => browser.permissions.remove(asked as never),
    /**
     * Tells every request of the tab before it is sent, and those of the site's workers.
     *
     * @param onLost the access was taken away: nothing is heard any more
     * @throws Error when the browser does not give the events
     */
    watch(onRequest: (request: SeenRequest) => void, onLost: () => void, signal: AbortSignal): void {
      // Absent until the permission is given.
      const events = browser.webRequest?.onBeforeRequest;
      if (!events) throw new Error('the browser does not tell requests');
      const listener = (details: RequestDetails): undefined => {
        const isOfTab = details.tabId === tabId();
        if (!isOfTab && details.tabId !== -1) return undefined;
        const { url, method, type } = details;
        const from = details.initiator ?? details.originUrl;
        onRequest({
          url,
          method,
          type,
          isOfTab,
          body: bodyOf(details),
          ...(from === undefined ? {} : { from }),
        });
        return undefined;
      };
      const removed = () =>
        void browser.permissions.contains(asked as never).then((isAllowed) => !isAllowed && onLost());
      events.addListener(listener as never, { urls: heard }, ['requestBody']);
      browser.permissions.onRemoved.addListener(removed);
      signal.addEventListener(
        'abort',
        () => {
          events.removeListener(listener as never);
          browser.permissions.onRemoved.removeListener(removed);
        },
        { once: true },
      );
    },
  };
}

function bodyOf({ method, requestBody }: RequestDetails): SeenBody {
  if (/^(?:GET|HEAD|OPTIONS)$/i.test(method)) return { kind: 'none' };
  if (!requestBody || requestBody.error !== undefined) return { kind: 'missing' };
  if (requestBody.formData) return { kind: 'fields', fields: textsOf(requestBody.formData) };
  const parts = (requestBody.raw ?? []).flatMap(({ bytes }) => (bytes ? [new Uint8Array(bytes)] : []));
  const bytes = joined(parts);
  const isWhole = bytes !== null && parts.length > 0 && parts.length === requestBody.raw?.length;
  if (isWhole) return { kind: 'bytes', bytes };
  return bytes === null ? { kind: 'missing' } : { kind: 'missing', bytes };
}

function textsOf(form: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(form).map(([name, values]) => [
      name,
      values.filter((value): value is string => typeof value === 'string'),
    ]),
  );
}

/** Null: too large. */
function joined(parts: readonly Uint8Array[]): Uint8Array | null {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > mostBytes) return null;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
