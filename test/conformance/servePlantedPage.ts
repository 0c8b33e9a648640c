import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlantedPage } from './plantedPage.ts';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page, its sheet, its inner frame, and from a second port the page of another origin.
 *
 * @param page with the documents of further frames by their path
 */
export async function servePlantedPage(
  page: PlantedPage & { readonly documents?: ReadonlyMap<string, string> },
): Promise<ServedPage> {
  const foreign = await listen(() => ({ type: 'text/html', body: page.foreign }));
  const html = page.html.replaceAll('FOREIGN', foreign.url);
  const main = await listen((path) => {
    if (path === '/') return { type: 'text/html; charset=utf-8', body: html };
    const inner = page.documents?.get(path);
    if (inner !== undefined) return { type: 'text/html; charset=utf-8', body: inner };
    if (path.startsWith('/inner')) return { type: 'text/html', body: '<!doctype html><p>inner</p>' };
    if (path.startsWith('/sheet.css')) return { type: 'text/css', body: '.sheet { color: red }' };
    if (/\.mp[34]$/.test(path)) return { type: 'video/mp4', body: 'no film' };
    return undefined;
  });
  return {
    url: `${main.url}/${page.address}`,
    close: async () => {
      await Promise.all([main.close(), foreign.close()]);
    },
  };
}

type Answer = { readonly type: string; readonly body: string } | undefined;

async function listen(answer: (path: string) => Answer): Promise<ServedPage> {
  const server: Server = createServer((request, response) => {
    const found = answer((request.url ?? '/').replace(/^\/\?.*/, '/'));
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
    response.end(found?.body ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
