// The extension's pages' way to the org's settings: requests to the background, and word of changes between pages.
// Never imported by anything that runs in a page.
import type { BackgroundRequestName, BackgroundRequests, Reply } from '../core/protocol.ts';
import { request } from './backgroundRequests.ts';

export interface SettingsAccess {
  request<K extends BackgroundRequestName>(
    name: K,
    body: BackgroundRequests[K]['request'],
  ): Promise<Reply<BackgroundRequests[K]['reply']>>;
  /** Another page of the extension changed the settings. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

/** Reaches the pages of this extension only: a channel belongs to one origin. */
const channelName = 'scrim-settings';

export function createSettingsClient(): SettingsAccess {
  return {
    request,
    onChanged(listener, signal) {
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', listener, { signal });
      signal.addEventListener('abort', () => channel.close(), { once: true });
    },
  };
}

/** Tells the other pages. It carries nothing: they ask the background themselves. */
export function announceSettings(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}
