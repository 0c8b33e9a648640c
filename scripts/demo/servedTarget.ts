import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { serveFolder } from '../serveFolder.ts';
import { serveShop } from '../serveShop.ts';

export interface ServedTarget {
  /** What the browser opens. */
  readonly url: string;
  /** Is it the demo shop, whose leaks the demo knows by name? */
  readonly isShop: boolean;
  close(): Promise<void>;
}

/**
 * The page to open: an address as it is; a file through a loopback server for its folder, because an extension
 * may not read file:// pages without a switch that only a person can set; nothing: the demo shop.
 *
 * @throws when the file is not there
 */
export async function servedTarget(target: string | undefined): Promise<ServedTarget> {
  if (target === undefined) {
    const shop = await serveShop();
    return { url: `${shop.url}/account.html`, isShop: true, close: shop.close };
  }
  if (/^https?:\/\//i.test(target)) return { url: target, isShop: false, close: async () => undefined };
  const file = resolve(target);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`There is no file ${target}.`);
  const server = await serveFolder({ folder: dirname(file) });
  return { url: `${server.url}/${encodeURIComponent(basename(file))}`, isShop: false, close: server.close };
}
