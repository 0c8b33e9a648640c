import { browser } from './browser.ts';

interface GuardedArea {
  setAccessLevel?(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keeps content scripts out of storage.local. Firefox cannot (platform.md B4), so nothing secret is ever put there. */
export async function shieldStorage(): Promise<void> {
  const area: GuardedArea = browser.storage.local;
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
