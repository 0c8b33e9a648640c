import { browser } from './browser.ts';

/**
 * storage.local, value by value: on the disk, and in Firefox content scripts can read it. Nothing secret is ever put
 * there in the clear.
 */
export const localArea = {
  get: async (name: string): Promise<unknown> => (await browser.storage.local.get(name))[name],
  set: (name: string, value: unknown): Promise<void> => browser.storage.local.set({ [name]: value }),
  remove: (name: string): Promise<void> => browser.storage.local.remove(name),
};
