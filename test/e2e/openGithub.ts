import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFakeGithub } from '../unit/connectors/fakeGithub.ts';
import { ruleFile, rulePath } from '../unit/connectors/githubWorld.ts';

export interface Github {
  readonly url: string;
  readonly token: string;
  readonly repository: string;
  readonly path: string;
  /** Addresses that were asked for. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/** The fake GitHub as browsers reach the real one: any origin may ask it, with a token (CORS). */
export async function openGithub(): Promise<Github> {
  const fake = await startFakeGithub({ [rulePath]: ruleFile });
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader('Access-Control-Allow-Origin', '*');
    outgoing.setHeader(
      'Access-Control-Allow-Headers',
      String(incoming.headers['access-control-request-headers'] ?? ''),
    );
    if (incoming.method === 'OPTIONS') {
      outgoing.writeHead(204).end();
      return;
    }
    seen.push(incoming.url ?? '');
    const { host: _host, ...headers } = incoming.headers as Record<string, string>;
    const body = incoming.method === 'GET' ? {} : { body: incoming as never, duplex: 'half' };
    void fetch(new URL(incoming.url ?? '', fake.url), {
      method: incoming.method ?? 'GET',
      headers,
      ...body,
    }).then(
      async (answer) => outgoing.writeHead(answer.status).end(await answer.text()),
      () => outgoing.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const token = `github_pat_${'11ABCDE0Y0'.repeat(4)}`;
  fake.tokens.set(token, { login: 'ann', push: true, contents: 'write', pulls: 'write' });
  return {
    ...{ url: `http://127.0.0.1:${port}`, token, repository: 'acme/site', path: rulePath, seen },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await fake.stop();
    },
  };
}
