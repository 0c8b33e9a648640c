import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';
import { serveFolder } from './serveFolder.ts';

export interface ShopServer {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  readonly url: string;
  /** The payments partner: the same folder on another port and name, so another origin. */
  readonly paymentsUrl: string;
  close(): Promise<void>;
}

const shopFolder = join(projectRoot, 'test', 'fixtures', 'shop');

/** Serves the demo shop "Acme Outfitters" on two loopback ports. */
export async function serveShop(): Promise<ShopServer> {
  const payments = await serveFolder({ folder: shopFolder });
  // Another name too: what is granted for a host is granted for all its ports.
  const paymentsUrl = payments.url.replace('127.0.0.1', 'localhost');
  const shop = await serveFolder({ folder: shopFolder, placeholders: { 'payments-origin': paymentsUrl } });
  return {
    url: shop.url,
    paymentsUrl,
    async close() {
      await Promise.all([shop.close(), payments.close()]);
    },
  };
}
