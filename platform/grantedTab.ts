// The tab on which the toolbar button was last pressed: that press is what lets the panel look into the tab. Written by
// the background, read by the panel. It holds numbers only, nothing about the page.

import { sessionStorage } from './sessionStorage.ts';

export interface GrantedTab {
  readonly tabId: number;
  readonly windowId: number;
  /** RFC 3339. */
  readonly at: string;
}

const name = 'granted-tab';

export function writeGrantedTab(granted: GrantedTab): Promise<void> {
  return sessionStorage.set(name, granted);
}

/** Null: the button was not pressed since the browser started. */
export async function readGrantedTab(): Promise<GrantedTab | null> {
  return grantedTabOf(await sessionStorage.get(name));
}

export function onGrantedTabChanged(
  listener: (granted: GrantedTab | null) => void,
  signal: AbortSignal,
): void {
  sessionStorage.onChanged(name, (value) => listener(grantedTabOf(value)), signal);
}

function grantedTabOf(value: unknown): GrantedTab | null {
  if (typeof value !== 'object' || value === null) return null;
  const { tabId, windowId, at } = value as Record<string, unknown>;
  const isWhole = typeof tabId === 'number' && typeof windowId === 'number' && typeof at === 'string';
  return isWhole ? { tabId, windowId, at } : null;
}
