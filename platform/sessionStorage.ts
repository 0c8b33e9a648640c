import { browser } from './browser.ts';

/** Storage in memory: it outlives the worker, not the browser, and content scripts cannot read it. */
export interface SessionStorage {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
  /** Calls back with the new value (undefined: removed) at every change, also those of other pages. */
  onChanged(name: string, listener: (value: unknown) => void, signal: AbortSignal): void;
}

export const sessionStorage: SessionStorage = {
  get: async (name) => (await browser.storage.session.get(name))[name],
  set: (name, value) => browser.storage.session.set({ [name]: value }),
  remove: (name) => browser.storage.session.remove(name),
  onChanged: (name, listener, signal) => {
    if (signal.aborted) return;
    const { onChanged } = browser.storage.session;
    const heard = (changes: Record<string, { readonly newValue?: unknown }>) => {
      if (Object.hasOwn(changes, name)) listener(changes[name]?.newValue);
    };
    onChanged.addListener(heard);
    // Events of the extension API know no signals.
    signal.addEventListener('abort', () => onChanged.removeListener(heard), { once: true });
  },
};
