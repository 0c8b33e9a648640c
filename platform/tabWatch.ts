// What the browser tells of the panel's tab beside its page: that it goes elsewhere, and what may be looked at there.
// Used by the side panel only; never reads a page.
import { browser } from './browser.ts';
import { originPattern } from './permissions.ts';

export interface TabWatchOptions {
  /** The tab that the panel works on; null: none. */
  readonly tabId: () => number | null;
}

/**
 * `onVisit` calls back when the tab begins to show another document or another address; the address is told where the
 * extension has access to it. `hasAccess` says whether it has access to an origin without a press of its button.
 */
export function createTabWatch({ tabId }: TabWatchOptions) {
  return {
    onVisit(listener: (url: string | undefined) => void, signal: AbortSignal): void {
      if (signal.aborted) return;
      const onUpdated = (updated: number, change: { readonly status?: string; readonly url?: string }) => {
        if (updated === tabId() && change.status === 'loading') listener(change.url);
      };
      browser.tabs.onUpdated.addListener(onUpdated);
      signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(onUpdated), {
        once: true,
      });
    },
    hasAccess: (origin: string): Promise<boolean> =>
      browser.permissions.contains({ origins: [originPattern(origin)] }),
  };
}
