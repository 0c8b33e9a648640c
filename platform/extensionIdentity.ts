import { browser } from './browser.ts';

/** Who we are: what the browser writes on messages from our own pages. */
export function extensionIdentity(): { readonly runtimeId: string; readonly extensionOrigin: string } {
  // WXT types `getURL` for the files of a build only; the root is no file.
  const { getURL } = browser.runtime as unknown as { getURL(path: string): string };
  return { runtimeId: browser.runtime.id, extensionOrigin: getURL('').replace(/\/$/, '') };
}
