// What an organisation's administrators say about Scrim (storage.managed). Read only; no extension can write it.
import type { PolicyState } from '../core/policy/orgPolicy.ts';
import { readPolicy } from '../core/policy/readPolicy.ts';
import { browser } from './browser.ts';

/** Firefox 153 rejects with these words where nobody manages the browser (its `parent/ext-storage.js`). */
const nobodySaysAnything = /managed storage manifest not found/i;

/** The policy as it is now. Never rejects: what cannot be read is a broken policy. */
export async function readManagedPolicy(): Promise<PolicyState> {
  const { managed } = browser.storage;
  if (!managed) return { kind: 'none' };
  try {
    return readPolicy(await managed.get(null));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return nobodySaysAnything.test(words) ? { kind: 'none' } : readPolicy(null);
  }
}

/** Calls back when administrators changed it; Firefox reads it once only. Call it in the worker's first turn. */
export function onManagedPolicy(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener();
  });
}
