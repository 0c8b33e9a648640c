// Asking for access to one origin. Called by the extension's own pages, directly in a click handler.
// Never asks for more than the origin it is given.
import { browser } from './browser.ts';

/**
 * @param origin `https://example.com`, with or without a path
 * @returns whether access is there now; false too when the browser refuses to ask
 */
export async function askAccess(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(origin)] });
}

/** The match pattern of one origin. Ports are not part of match patterns: they are left out. */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
