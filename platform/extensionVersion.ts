import { browser } from './browser.ts';

/** As it stands in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
