import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createGithubSource } from '../../../connectors/github.ts';
import { draftOf, newRule, startGithubWorld, type WithProposals } from './githubWorld.ts';

const key = 'github_pat_secret0123456789';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function against(answer: Answer, timeoutMs = 5_000) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const base = { fetch, apiBaseUrl: url, repository: 'acme/site', branch: 'main', path: 'rules.json' };
  const source = createGithubSource({ ...base, getKey: () => key, timeoutMs }) as WithProposals;
  return { source, seen, url };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

let failures: unknown[] = [];
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  failures.push(error);
  return error;
}

// Whatever went wrong in a test: the token is in no word of it.
afterEach(() => {
  for (const failure of failures) {
    const { message, stack, cause } = failure as Error;
    expect(`${message} ${stack} ${JSON.stringify(cause ?? '')}`).not.toContain(key);
  }
  failures = [];
});

const page = '<!doctype html><title>Sign in</title><form>Jane Doe</form>';

describe('an answer that is not GitHub', () => {
  it.each<[string, Answer, string]>([
    [
      'a sign-in page',
      (_q, r) => void r.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
      'not-an-api',
    ],
    ['a page that says 404', (_q, r) => void r.writeHead(404).end(page), 'not-an-api'],
    ['JSON that is cut off', (_q, r) => void r.writeHead(200).end('{"object":{"sha":"a'), 'not-an-api'],
    ['a number', json(200, 4), 'not-an-api'],
    ['a list', json(200, []), 'not-an-api'],
    ['null', json(200, null), 'not-an-api'],
    ['nothing', (_q, r) => void r.writeHead(200).end(), 'not-an-api'],
    ['no hash', json(200, { object: { sha: '../../user' } }), 'not-an-api'],
    ['a prototype', (_q, r) => void r.writeHead(200).end('{"__proto__":{"sha":"a"}}'), 'not-an-api'],
    ['a redirect elsewhere', json(302, {}, { location: 'https://evil.example/' }), 'not-found'],
    ['a redirect to http', json(307, {}, { location: 'http://evil.example/' }), 'not-found'],
    ['a broken server', (_q, r) => void r.writeHead(502).end(page), 'server-error'],
    ['the token, repeated', json(401, { message: `Bad token ${key}` }), 'key-refused'],
    [
      'the token, in errors',
      json(422, { message: 'x', errors: [{ message: key }, key, 5, null] }),
      'invalid',
    ],
    ['odd headers', json(429, {}, { 'retry-after': 'soon', 'x-ratelimit-reset': '-1' }), 'too-many-requests'],
    ['a status nobody knows', json(418, {}), 'not-an-api'],
  ])('is refused: %s', async (_what, answer, code) => {
    const { source, seen } = await against(answer);
    expect(await failureOf(source.read())).toMatchObject({ code });
    expect(seen).toHaveLength(1);
    expect(
      await failureOf(
        source.proposals.submit(draftOf(randomUUID(), { changeId: 'a', before: null, after: newRule })),
      ),
    ).toMatchObject({ code });
  });

  it('is not waited for, and not read to its end', async () => {
    const slow = await against(() => undefined, 60);
    expect(await failureOf(slow.source.read())).toMatchObject({ code: 'timeout' });
    const endless = await against((_request, response) => {
      const part = Buffer.alloc(1024 * 1024, 32);
      const more = (): void => {
        if (!response.destroyed) response.write(part, more);
      };
      more();
    });
    expect(await failureOf(endless.source.read())).toMatchObject({ code: 'not-an-api' });
  });

  it('does not make a file of what is none', async () => {
    const sha = 'a'.repeat(40);
    const file = { type: 'file', sha, encoding: 'base64', content: 'e30=' };
    for (const wrong of [
      { ...file, sha: 'x' },
      { ...file, content: '<script>' },
      { ...file, content: 4 },
      { ...file, encoding: 'utf-8' },
      { ...file, content: '/////w==' },
      { ...file, type: 'symlink' },
      [file],
    ]) {
      const { source } = await against((request, response) =>
        json(200, request.url?.includes('/contents/') ? wrong : { object: { sha } })(request, response),
      );
      expect(await failureOf(source.read())).toMatchObject({
        code: expect.stringMatching(/not-an-api|invalid/),
      });
    }
  });
});

describe('the token', () => {
  it('goes to the configured address only, without cookies, in one header', async () => {
    const { source, seen } = await against(json(404, { message: 'Not Found' }));
    await failureOf(source.read());
    const [request] = seen;
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers.referer).toBeUndefined();
    expect(request?.url).not.toContain(key);
  });

  it.each(['', 'a b', 'a\nb', 'ä', 'a\u0000'])('is not sent when it cannot be one: %j', async (wrong) => {
    const { fake, source } = await startGithubWorld();
    await expect(source({ getKey: () => wrong }).read()).rejects.toMatchObject({ code: 'key-refused' });
    expect(fake.seen).toEqual([]);
  });

  it.each([
    { apiBaseUrl: 'http://api.github.com' },
    { apiBaseUrl: 'https://user:pass@api.github.com' },
    { apiBaseUrl: 'https://api.github.com/other' },
    { repository: 'acme' },
    { repository: 'acme/..' },
    { repository: 'acme/site/pulls' },
    { repository: '../user' },
    { repository: 'acme/si te' },
    { branch: 'a..b' },
    { branch: '-x' },
    { branch: 'a b' },
    { branch: 'x/' },
    { branch: 'a?b' },
    { path: '' },
    { path: '/rules.json' },
    { path: 'a/../rules.json' },
    { path: './rules.json' },
    { path: 'a\\b' },
    { path: '.git/config' },
    { path: '.github/workflows/x.yml' },
    { path: 'a\u202eb' },
  ])('goes nowhere for %j', async (wrong) => {
    const { source } = await startGithubWorld({});
    expect(() => source(wrong)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('goes below the address of an Enterprise server', async () => {
    const asked: string[] = [];
    const source = createGithubSource({
      fetch: async (url) => {
        asked.push(String(url));
        return new Response('{}', { status: 404 });
      },
      apiBaseUrl: 'https://git.acme.example/api/v3',
      repository: 'acme/site',
      path: 'rules.json',
      getKey: () => key,
    });
    await failureOf(source.read());
    expect(asked).toEqual(['https://git.acme.example/api/v3/repos/acme/site']);
  });
});
