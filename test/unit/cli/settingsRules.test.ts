// Rules of a run from a settings source: the real server on its embedded database, and an API that answers as the test
// says. The page is a file that is read without a browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { check } from '../../../cli/commands/check.ts';
import { PageNotLoaded } from '../../../cli/pageNotLoaded.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { UsageError } from '../../../cli/usageError.ts';
import type { CheckConfig } from '../../../core/check/checkConfig.ts';
import type { RuleContent } from '../../../core/rules/rule.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { startTestServer, type TestServer } from '../server/testServer.ts';
import { listeningWithoutBrowser } from './withoutBrowser.ts';

const rule: RuleContent = {
  name: 'Customers',
  selector: '.who',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};
const page = '<!doctype html><title>Shop</title><p class="who">jane.roe@example.org</p>';

let folder = '';
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-rules-'));
  writeFileSync(join(folder, 'page.html'), page);
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  /** What a run ends with that cannot have its rules: the command's last resort is 3 too. */
  readonly code: number;
  readonly said: string;
}

async function run(config: CheckConfig, environment: Record<string, string>): Promise<Ended> {
  const { argv, context, written } = stage(config, environment);
  const command = parseCommand(argv);
  if (command.name !== 'check') throw new Error(command.name);
  try {
    return { code: await check(command, context), said: written() };
  } catch (error) {
    if (error instanceof PageNotLoaded) return { code: 3, said: written() + error.message };
    if (error instanceof UsageError) return { code: 2, said: written() + error.message };
    throw error;
  }
}

function stage(config: CheckConfig, environment: Record<string, string>) {
  const file = join(folder, 'scrim.config.json');
  writeFileSync(file, JSON.stringify({ ...config, pages: [join(folder, 'page.html')] }));
  const { context, said } = listeningWithoutBrowser({ environment });
  return { argv: ['check', '--config', file, '--no-browser'], context, written: said };
}

describe('rules of a Scrim server', () => {
  const from = (url: string, keyVariable?: string) => ({
    rules: { from: 'scrim' as const, url, ...(keyVariable === undefined ? {} : { keyVariable }) },
  });

  test('are those that the page is looked at with, and the key is in no word', async () => {
    const { architect, user } = await server.seed({ rules: [rule] });
    const clean = await run(from(server.url), { SCRIM_API_KEY: architect });
    expect(clean.code).toBe(0);
    const named = await run(from(server.url, 'OUR_KEY'), { OUR_KEY: user });
    const none = await server.seed({ rules: [] });
    const leaking = await run(from(server.url), { SCRIM_API_KEY: none.architect });
    expect(leaking.code).toBe(1);
    expect(leaking.said).toContain('j•••@•••.org');
    expect(named).toMatchObject({ code: 3, said: expect.stringContaining('environment as OUR_KEY') });
    for (const key of [architect, user, none.architect])
      expect(clean.said + named.said + leaking.said).not.toContain(key);
  });

  test('are not had with a key that is refused: nothing is looked at, and what to do is said', async () => {
    const key = 'sk_wrong_0123456789abcdef';
    const { code, said } = await run(from(server.url, 'OUR_KEY'), { OUR_KEY: key });
    expect(code).toBe(3);
    expect(said).toContain('key-refused');
    expect(said).toContain('Put a key that may read the rules into the environment as OUR_KEY');
    expect(said).not.toContain(key);
  });

  test('are not guessed at without a key, an address or a server', async () => {
    expect(await run(from(server.url), {})).toMatchObject({
      code: 2,
      said: expect.stringContaining('put its key into the environment as SCRIM_API_KEY'),
    });
    expect(await run({ rules: { from: 'scrim' } }, { SCRIM_API_KEY: 'k' })).toMatchObject({
      code: 2,
      said: expect.stringContaining('rules.url'),
    });
    expect(await run(from('http://127.0.0.1:9'), { SCRIM_API_KEY: 'k' })).toMatchObject({
      code: 3,
      said: expect.stringContaining('See that rules.url is right'),
    });
  });

  test('are played with what a file says was measured, and the day it was', async () => {
    const { architect } = await server.seed({ rules: [rule] });
    const evidence = { planted: 1, arrived: 1, controls: 3 };
    const cell = { kind: 'text', state: 'masked', effect: 'send', documented: 'mask', evidence };
    const measured = { recorder: 'fullstory', date: '2026-11-20', cells: [cell] };
    const config = { ...from(server.url), measured: 'calibrated.json' };
    const at = join(folder, 'calibrated.json');
    for (const content of [
      { scrim: 1, measured },
      { scrim: 1, rules: [], measured: [measured] },
    ]) {
      writeFileSync(at, JSON.stringify(content));
      const { code, said } = await run(config, { SCRIM_API_KEY: architect });
      expect(code).toBe(1);
      expect(said).toContain('2026-11-20');
    }
    writeFileSync(at, JSON.stringify({ scrim: 1, rules: [] }));
    expect(await run(config, { SCRIM_API_KEY: architect })).toMatchObject({
      code: 2,
      said: expect.stringContaining('there is no measurement in this file'),
    });
    rmSync(at);
    expect(await run(config, { SCRIM_API_KEY: architect })).toMatchObject({ code: 2 });
  });
});

describe("rules of FullStory's API", () => {
  const key = 'top-secret-key-0123456789';
  const listed = {
    id: 'r1',
    name: 'Customers',
    source: { selector: '.who' },
    operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
    platforms: ['WEB'],
  };
  const v1 = { elementBlocks: [] };

  async function api(list: { readonly status: number; readonly body: unknown }): Promise<CheckConfig> {
    const fake = createServer((request, response) => {
      const isV1 = request.url?.startsWith('/settings/') === true;
      const { status, body } = isV1 ? { status: 200, body: v1 } : list;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      fake.closeAllConnections();
      fake.close();
    });
    return { rules: { from: 'fullstory', url: `http://127.0.0.1:${(fake.address() as AddressInfo).port}` } };
  }

  test('are those that the page is looked at with', async () => {
    const masked = await run(await api({ status: 200, body: { results: [listed], total_records: 1 } }), {
      SCRIM_API_KEY: key,
    });
    const open = await run(await api({ status: 200, body: { results: [], total_records: 0 } }), {
      SCRIM_API_KEY: key,
    });
    expect(masked).toMatchObject({ code: 0, said: expect.not.stringContaining('j•••@•••.org') });
    expect(open.code).toBe(1);
    expect(masked.said + open.said).not.toContain(key);
  });

  test.each([
    ['a refused key', 401, { message: key }, 'Put a key that may read the rules'],
    ['a key of too low a level', 403, {}, 'Put a key that may read the rules'],
    ['a server that fails', 500, {}, 'Try again'],
    ['an answer that is none of its', 200, { rules: [] }, 'See that rules.url names the settings server'],
  ])('%s is never a clean page', async (_what, status, body, mend) => {
    const { code, said } = await run(await api({ status, body }), { SCRIM_API_KEY: key });
    expect(code).toBe(3);
    expect(said).toContain('nothing was looked at');
    expect(said).toContain(mend);
    expect(said).not.toContain(key);
  });

  test('a list that is not whole is not inspected, though nothing leaks', async () => {
    const config = await api({ status: 200, body: { results: [listed], total_records: 7 } });
    const { code, said } = await run(config, { SCRIM_API_KEY: key });
    expect(code).toBe(3);
    expect(said).toContain('fewer came than were announced');
  });
});
