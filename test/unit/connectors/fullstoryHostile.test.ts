// Over 250 lines: one list of everything a hostile or broken API may answer.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import type { RuleContent } from '../../../core/rules/rule.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';

const key = 'top-secret-key-0123456789';

interface Hostile {
  readonly source: SettingsSource;
  readonly seen: IncomingMessage[];
  readonly url: string;
}

/** A connector in front of a server that does as the test says. */
async function against(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  timeoutMs = 5_000,
): Promise<Hostile> {
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
  return { source: createFullstorySource({ fetch, baseUrl: url, getKey: () => key, timeoutMs }), seen, url };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

const page = '<!doctype html><title>Sign in</title><form>Jane Doe</form>';
const wire = {
  id: 'r1',
  name: 'A',
  source: { selector: '.a' },
  operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
};
const content: RuleContent = {
  name: 'A',
  selector: '.a',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};

let failures: unknown[] = [];
async function failureOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  failures.push(error);
  return error as Record<string, unknown>;
}

// Whatever went wrong in a test: the key is in no word of it.
afterEach(() => {
  for (const failure of failures) {
    const { message, stack, cause } = failure as Error;
    expect(`${message} ${stack} ${JSON.stringify(cause ?? '')}`).not.toContain(key);
  }
  failures = [];
});

describe('a settings API that refuses', () => {
  it.each([
    [400, 'invalid'],
    [401, 'key-refused'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'invalid'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('is understood when it answers %i', async (status, code) => {
    const { source } = await against(json(status, { message: 'no', code: 'nope' }));
    expect(await failureOf(source.identify())).toMatchObject({ code, status, message: 'no - nope' });
  });

  it.each([
    [{ message: 'Key level too low', code: 'forbidden' }, 'role-too-low'],
    [{ error: 'nothing to read' }, 'role-too-low'],
    [{ message: 'selector is a restricted field', code: 'forbidden' }, 'read-only'],
    [{ message: 'No.', code: 'built_in_rule' }, 'read-only'],
  ])('says whether a 403 is about the key or about the rule: %j', async (body, code) => {
    const { source } = await against(json(403, body));
    expect(await failureOf(source.remove('r1'))).toMatchObject({ code, status: 403 });
  });

  it('passes on how long to wait', async () => {
    const { source } = await against(json(429, {}, { 'Retry-After': '17' }));
    expect(await failureOf(source.read())).toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 17,
    });
    const dated = await against(json(429, {}, { 'Retry-After': 'soon' }));
    expect((await failureOf(dated.source.read())).retryAfterSeconds).toBeUndefined();
  });

  it('does not pass on a key that the server repeats', async () => {
    const { source } = await against(json(400, { message: `bad header Basic ${key}` }));
    expect((await failureOf(source.identify())).message).toBe('bad header Basic [key]');
  });

  it('does not pass on a page that came with an error', async () => {
    const { source } = await against((_request, response) => response.writeHead(502).end(page));
    expect(await failureOf(source.identify())).toMatchObject({ code: 'server-error', message: 'HTTP 502' });
  });
});

describe('an address that is not a settings API', () => {
  it('is recognised by a login page', async () => {
    const { source } = await against((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
    );
    const failure = await failureOf(source.read());
    expect(failure).toMatchObject({ code: 'not-an-api' });
    expect(failure.message).not.toContain('Jane');
  });

  it('does not make a rule look deleted by answering 404 with a page', async () => {
    const { source } = await against((_request, response) => response.writeHead(404).end(page));
    expect(await failureOf(source.readRule('r1'))).toMatchObject({ code: 'not-an-api' });
  });

  it('is recognised by JSON that is cut off, or of another shape', async () => {
    const cut = await against((_request, response) => response.writeHead(200).end('{"results":[{"id":"r'));
    expect(await failureOf(cut.source.read())).toMatchObject({ code: 'not-an-api' });
    const other = await against(json(200, { results: [{ id: 1 }] }));
    expect(await failureOf(other.source.read())).toMatchObject({ code: 'not-an-api' });
    expect(failures.at(-1)).toHaveProperty('message', expect.stringContaining('$.results[0]'));
  });

  it('gets no second request by a redirect', async () => {
    const target = await against(json(200, {}));
    const { source } = await against((_request, response) =>
      response.writeHead(302, { Location: `${target.url}/me` }).end(),
    );
    expect(await failureOf(source.identify())).toMatchObject({ code: 'unreachable' });
    expect(target.seen).toEqual([]);
  });

  it('cannot keep the connector busy with a list that repeats or never ends', async () => {
    const circle = await against(json(200, { results: [wire], next_page_token: 'again' }));
    expect(await failureOf(circle.source.read())).toMatchObject({ code: 'not-an-api' });
    expect(circle.seen).toHaveLength(2);

    let count = 0;
    const endless = await against((request, response) => {
      const results = Array.from({ length: 2_000 }, () => ({ ...wire, id: `r${count++}` }));
      json(200, { results, next_page_token: `t${count}` })(request, response);
    });
    expect(await failureOf(endless.source.read())).toMatchObject({ code: 'not-an-api' });
    expect(endless.seen.length).toBeLessThanOrEqual(6);
  });

  it('cannot fill the memory with one answer', async () => {
    const { source } = await against((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = () => {
        while (response.writable && response.write(' '.repeat(1_000_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await failureOf(source.identify())).toMatchObject({ code: 'not-an-api' });
  });

  it('is unreachable when nothing listens, and times out when nothing answers', async () => {
    const nobody = createFullstorySource({ fetch, baseUrl: 'http://127.0.0.1:9', getKey: () => key });
    expect(await failureOf(nobody.identify())).toMatchObject({ code: 'unreachable' });
    const silent = await against(() => undefined, 100);
    expect(await failureOf(silent.source.identify())).toMatchObject({ code: 'timeout' });
    const stalled = await against((_request, response) => response.writeHead(200).write('{"orgId"'), 100);
    expect(await failureOf(stalled.source.identify())).toMatchObject({ code: 'timeout' });
  });

  it.each(['http://api.fullstory.com', 'ftp://localhost', 'javascript:1', 'https://u:p@h.example', ''])(
    'is refused before anything is sent: %s',
    (baseUrl) => {
      const make = () => createFullstorySource({ fetch, baseUrl, getKey: () => key });
      expect(make).toThrow(expect.objectContaining({ code: 'invalid' }));
    },
  );
});

describe('what is sent', () => {
  it('has the key verbatim after Basic, and no cookie or referrer', async () => {
    const { source, seen } = await against(json(200, { orgId: 'o', email: 'e', role: 'ADMIN' }));
    await source.identify();
    expect(seen[0]?.headers.authorization).toBe(`Basic ${key}`);
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.headers).not.toHaveProperty('referer');
  });

  it.each(['with space', 'line\nbreak', '', 'schlüssel'])(
    'is nothing for a key that no header takes: %j',
    async (bad) => {
      const { url, seen } = await against(json(200, {}));
      const source = createFullstorySource({ fetch, baseUrl: url, getKey: () => bad });
      const failure = await failureOf(source.identify());
      expect(failure).toMatchObject({ code: 'key-refused' });
      expect(seen).toEqual([]);
    },
  );

  it('is nothing for a rule with an action nobody knows', async () => {
    const { source, seen } = await against(json(200, wire));
    const failure = await failureOf(source.create({ ...content, action: 'unspecified' }, 'k'));
    expect(failure).toMatchObject({ code: 'invalid' });
    expect(seen).toEqual([]);
  });

  it('does not replace a rule that has a scope only a newer API knows', async () => {
    const odd = { ...wire, operation: { action: 'MASK', scope: 'NIGHT_SESSIONS' } };
    const { source, seen } = await against(json(200, odd));
    expect(await failureOf(source.update('r1', content))).toMatchObject({ code: 'read-only' });
    expect(seen.map((request) => request.method)).toEqual(['GET']);
  });

  it('is read back when an update is answered with nothing', async () => {
    const { source, seen } = await against((request, response) => {
      if (request.method === 'POST') response.writeHead(204).end();
      else json(200, wire)(request, response);
    });
    expect(await source.update('r1', content)).toMatchObject({ id: 'r1', selector: '.a' });
    expect(seen.map((request) => request.method)).toEqual(['GET', 'POST', 'GET']);
  });
});

describe('the older privacy read', () => {
  const withV1 = (status: number, body: unknown) =>
    against((request, response) => {
      const isV1 = request.url?.startsWith('/settings/') === true;
      json(isV1 ? status : 200, isV1 ? body : { results: [wire], total_records: 1 })(request, response);
    });

  it.each([
    [403, {}],
    [404, {}],
    [410, {}],
    [200, { elementBlocks: 'odd' }],
  ])('leaves the default mode open when it answers %i', async (status, body) => {
    const set = await (await withV1(status, body)).source.read();
    expect(set.rules).toHaveLength(1);
    expect(set.privateByDefault).toBeUndefined();
    expect(set.gaps).toEqual(['gap.default-mode']);
  });

  it.each([
    [401, 'key-refused'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
  ])('is not skipped when it answers %i', async (status, code) => {
    expect(await failureOf((await withV1(status, {})).source.read())).toMatchObject({ code });
  });

  it('does not hide that the list was short', async () => {
    const { source } = await against((request, response) => {
      json(200, request.url?.startsWith('/settings/') ? {} : { results: [wire], total_records: '3' })(
        request,
        response,
      );
    });
    expect((await source.read()).gaps).toEqual(['gap.list-short']);
  });
});
