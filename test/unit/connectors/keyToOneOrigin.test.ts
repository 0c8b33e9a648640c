// The key goes to the one origin it was given for, whatever that origin answers. Node's own fetch and real servers: what a
// browser does with `redirect`, `credentials` and cookies it does here too, but for cookies, which Node never keeps.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import { createGithubSource } from '../../../connectors/github.ts';
import { createScrimServerSource } from '../../../connectors/scrimServer.ts';
import { SettingsError, type SettingsSource } from '../../../core/settings/settingsSource.ts';

const key = 'na1.s3cr3t-k3y-t0-b3-s3nt-0nc3';

async function listen(answer: (request: IncomingMessage) => { status: number; location: string }) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const { status, location } = answer(request);
    response.writeHead(status, { location, 'set-cookie': 'session=1; Path=/' }).end(`${key} moved`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Open = (fetch: typeof globalThis.fetch, url: string) => SettingsSource;
const getKey = () => key;
const connectors: Readonly<Record<string, Open>> = {
  fullstory: (fetch, baseUrl) => createFullstorySource({ fetch, baseUrl, getKey }),
  scrim: (fetch, baseUrl) => createScrimServerSource({ fetch, baseUrl, getKey }),
  github: (fetch, apiBaseUrl) =>
    createGithubSource({ fetch, apiBaseUrl, getKey, repository: 'acme/site', path: 'rules.json' }),
};

const work: Readonly<Record<string, (source: SettingsSource) => Promise<unknown>>> = {
  identify: (source) => source.identify(),
  read: (source) => source.read(),
  'one rule': (source) => source.readRule('r1'),
  history: async (source) => source.history?.read(),
};

const cases = Object.keys(connectors).flatMap((name) =>
  Object.keys(work).flatMap((what) =>
    [301, 302, 303, 307, 308].map((status) => [name, what, status] as const),
  ),
);

describe('the key of a connector', () => {
  it.each(cases)('%s, %s: is not sent after a %i, and is in no error', async (name, what, status) => {
    const other = await listen(() => ({ status: 200, location: '' }));
    const first = await listen(({ url }) => ({ status, location: `${other.url}${url}` }));
    const requests: RequestInit[] = [];
    const spied: typeof fetch = (input, init) => {
      requests.push(init ?? {});
      return fetch(input, init);
    };
    const source = connectors[name]?.(spied, first.url);
    if (!source) throw new Error(`no connector ${name}`);
    const failure: unknown = await work[what]?.(source).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect(JSON.stringify([failure, (failure as Error).message, (failure as Error).stack])).not.toContain(
      key,
    );
    expect(first.seen.length).toBeGreaterThan(0);
    expect(other.seen).toEqual([]);
    for (const { credentials, redirect, referrerPolicy } of requests) {
      expect({ credentials, referrerPolicy }).toEqual({ credentials: 'omit', referrerPolicy: 'no-referrer' });
      expect(['error', 'manual']).toContain(redirect);
    }
    for (const { headers, url } of first.seen) {
      expect(headers.authorization).toContain(key);
      expect([url, headers.cookie, headers.referer].join(' ')).not.toContain(key);
      expect(headers.cookie).toBeUndefined();
    }
  });
});
