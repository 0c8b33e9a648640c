import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Real pages that are not part of the project, served on this computer. */
export interface BenchCorpus {
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/** How many of each folder make 500; the first of them in an order that has nothing to do with their names. */
const shares = [
  { folder: 'pages-clean', share: 0.13 },
  { folder: 'forms-ddg', share: 0.47 },
  { folder: 'forms-train', share: 0.4 },
] as const;

/** The same in every run, since addresses are in the reports that are compared. */
const port = 41_733;

/**
 * What the pages ask for of other hosts is refused by their own policy, so that no run waits for a network: the same for
 * whoever looks at them.
 */
const policy = "default-src 'self' data: blob: 'unsafe-inline'";

/** @throws Error when the folder has no such pages */
export async function openBenchCorpus(data: string, count: number): Promise<BenchCorpus> {
  const pages = shares.flatMap(({ folder, share }) => pagesIn(data, folder, Math.round(count * share)));
  const server = createServer((request, response) => {
    const [, folder = '', name = ''] = /^\/([\w-]+)\/([^/]+\.html)$/.exec(decodeURI(request.url ?? '')) ?? [];
    if (!pages.includes(`${folder}/${name}`)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    createReadStream(join(data, folder, name)).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    addresses: pages.map((page) => `http://127.0.0.1:${port}/${encodeURI(page)}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pagesIn(data: string, folder: string, count: number): string[] {
  const path = join(data, folder);
  if (!existsSync(path))
    throw new Error(`${data} has no ${folder}: give the folder of the pages with --data.`);
  const names = readdirSync(path).filter((name) => name.endsWith('.html'));
  const order = (name: string) => createHash('sha256').update(name).digest('hex');
  return names
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .slice(0, count)
    .map((name) => `${folder}/${name}`);
}
