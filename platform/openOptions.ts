import { browser } from './browser.ts';

/** Opens the options page in a tab. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}
