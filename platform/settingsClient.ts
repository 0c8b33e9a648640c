// The extension's pages' way to the org's settings: requests to the background, and word of changes between pages.
// Never imported by anything that runs in a page.
import type { BackgroundRequestName, BackgroundRequests, Reply } from '../core/protocol.ts';
import { request } from './backgroundRequests.ts';

export interface SettingsAccess {
  request<K extends BackgroundRequestName>(
    name: K,
    body: BackgroundRequests[K]['request'],
    /** Id of the connection it is about; absent: the default one. */
    connection?: string,
  ): Promise<Reply<BackgroundRequests[K]['reply']>>;
  /** Another page of the extension changed the settings. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

/** Reaches the pages of this extension only: a channel belongs to one origin. It carries nothing but the news. */
const channelName = 'scrim-settings';

/** Requests after which what another page shows may be old. */
const changing: ReadonlySet<BackgroundRequestName> = new Set([
  'settings/connect',
  'settings/disconnect',
  'connections/test',
  'connections/default',
  'connections/choose',
  'keys/change',
  'data/erase',
  'draft/apply',
  'leaks/change',
  'draft/undo',
  'draft/redo',
  'draft/discard',
  'draft/import',
  'drafts/change',
  'edit/forget',
  'push/execute',
]);

/** Ends with the page it belongs to. */
export function createSettingsClient(): SettingsAccess {
  const channel = new BroadcastChannel(channelName);
  return {
    async request(name, body, connection) {
      const reply = await request(name, body, connection);
      if (changing.has(name)) channel.postMessage(null);
      return reply;
    },
    onChanged(listener, signal) {
      channel.addEventListener('message', listener, { signal });
    },
  };
}
