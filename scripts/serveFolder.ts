import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

export interface FolderServer {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

export interface FolderOptions {
  readonly folder: string;
  /** 0 for any free port. */
  readonly port?: number;
  /** Browsers may keep all but HTML: for files that are named by their content, or do not change while they are served. */
  readonly isLasting?: boolean;
  /** `{{name}}` in HTML files becomes the value. */
  readonly placeholders?: Readonly<Record<string, string>>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Serves one folder, read-only, on the loopback interface only. Nothing outside the folder can be reached. */
export async function serveFolder({
  folder,
  port = 0,
  placeholders = {},
  isLasting = false,
}: FolderOptions): Promise<FolderServer> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(request, response, { root, placeholders, isLasting }).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    root,
    placeholders,
    isLasting,
  }: Required<Pick<FolderOptions, 'placeholders' | 'isLasting'>> & { root: string },
): Promise<void> {
  const file = await fileFor(request, root);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const extension = extname(file).toLowerCase();
  const type = mediaTypes[extension] ?? 'application/octet-stream';
  const keeps = isLasting && extension !== '.html' ? 'max-age=3600' : 'no-store';
  response.writeHead(200, { 'content-type': type, 'cache-control': keeps });
  if (request.method === 'HEAD') {
    response.end();
  } else if (extension === '.html') {
    response.end(fill(await readFile(file, 'utf8'), placeholders));
  } else {
    createReadStream(file).pipe(response);
  }
}

async function fileFor(request: IncomingMessage, root: string): Promise<string | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  try {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const file = await realpath(wanted);
    const inside = file.startsWith(root + sep) && (await stat(file)).isFile();
    return inside ? file : undefined;
  } catch {
    return undefined; // A malformed or unknown path: the answer is 404.
  }
}

function fill(html: string, placeholders: Readonly<Record<string, string>>): string {
  return html.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => placeholders[name] ?? whole);
}
