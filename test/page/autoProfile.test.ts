import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));

const pages: Readonly<Record<string, string>> = {
  '/plain': '<!doctype html><p>jane.roe@example.org',
  '/datadog': `<!doctype html><p>jane.roe@example.org<script>
    window.DD_RUM = { version: '7.16.2', init() {},
      getInitConfiguration: () => ({ defaultPrivacyLevel: 'mask', clientToken: 'pub-secret' }) };
    window._hjSettings = { hjid: 1 }; window.hj = function () {};</script>`,
  '/trap': `<!doctype html><p>x<script>
    window.DD_RUM = { version: '7.16.2', init() {}, getInitConfiguration() { throw new Error('pub-secret'); } };</script>`,
};

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages[request.url ?? ''];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

function scrim(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('--profile auto plays the recorder that the page runs, as it is configured, and says so', async () => {
  const { code, out, err } = await scrim('check', `${base}/datadog`, '--profile', 'auto', '--json');
  expect(err).toContain(
    `found Datadog 7.16.2, Hotjar on ${base}/datadog; playing Datadog, with the configuration`,
  );
  expect(err + out).not.toContain('pub-secret');
  expect(JSON.parse(out)).toMatchObject({ profile: 'datadog', summary: { leaks: 0 } });
  expect(code).toBe(0);
});

test('--profile auto says when the configuration is not known', async () => {
  const { err } = await scrim('capture', `${base}/trap`, '--profile', 'auto');
  expect(err).toContain('playing Datadog, with its defaults: its configuration is not known');
  expect(err).not.toContain('pub-secret');
});

test('--profile auto plays FullStory where nothing is found', async () => {
  const { code, out, err } = await scrim('check', `${base}/plain`, '--profile', 'auto', '--json');
  expect(err).toContain('found no recorder');
  expect(JSON.parse(out)).toMatchObject({ profile: 'fullstory' });
  expect(code).toBe(1);
});

test('--profile auto needs a browser', async () => {
  expect(await scrim('check', launcher, '--profile', 'auto', '--no-browser')).toMatchObject({
    code: 2,
    out: '',
  });
});
