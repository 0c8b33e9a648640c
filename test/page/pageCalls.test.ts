import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../core/capture/captureRecord.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));

/** What FullStory's snippet does, in our words: a queue until the recorder's script gives it somewhere to go. */
const snippet = `<script>
  window._fs_org = 'o-TEST-na1'; window._fs_namespace = 'FS';
  window.FS = function () { const entry = [...arguments]; FS._api ? FS._api(...entry) : FS.q.push(entry); };
  FS.q = []; FS._v = '2.0.0';
  document.head.append(document.createElement('script'));
  FS('setIdentity', { uid: '17', properties: { email: 'jane.roe@example.org' } });
</script>`;

/** What the recorder's script does when it comes: it takes the queue. */
const recorder = `<script>
  setTimeout(() => {
    const waiting = FS.q; delete FS.q; window.taken = waiting.length;
    FS._api = (...entry) => { window.taken += 1; };
    FS('trackEvent', { name: 'Paid', properties: { card: '4242 4242 4242 4242' } });
    console.log('wrote to mary.roe@example.org');
    history.pushState(null, '', '/order?mail=late.roe@example.org&token=secret');
    document.title = 'taken ' + window.taken;
  }, 300);
</script>`;

const pages: Readonly<Record<string, string>> = {
  '/waiting': `<!doctype html><html><head><title>Shop</title>${snippet}</head><body><p>x</p>`,
  '/taken': `<!doctype html><html><head><title>Shop</title>${snippet}</head><body><p>x</p>${recorder}`,
  '/hostile': `<!doctype html><html><head><title>Shop</title>${snippet}<script>
      for (let i = 0; i < 1000; i += 1) FS('trackEvent', { name: 'x'.repeat(i * 100) });
      const cycle = {}; cycle.self = cycle; FS('setIdentity', cycle);
      Object.defineProperty(window, 'dataLayer', { get() { throw new Error('trap'); } });
    </script></head><body><p>x</p>`,
  '/noticed': `<!doctype html><html><head><title>Shop</title>${snippet}</head><body><p>x</p><script>
      document.body.dataset.seen = Object.keys(FS.q).join() + ' ' + (typeof FS.q.push) + ' ' + ('FS' in window);
    </script>`,
};

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages[(request.url ?? '').split('?')[0] ?? ''];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

interface Capture {
  readonly records: readonly CaptureRecord[];
  readonly uninspected: readonly { readonly reason: string }[];
}

function capture(page: string, ...args: string[]): Promise<Capture> {
  return new Promise((resolve, reject) => {
    const all = [launcher, 'capture', base + page, '--json', ...args];
    execFile(process.execPath, all, { maxBuffer: 64 * 1024 * 1024 }, (error, out) => {
      if (error) reject(error);
      else resolve(JSON.parse(out) as Capture);
    });
  });
}

const outputs = ({ records }: Capture, channel: string) =>
  records.filter((record) => record.channel === channel).map(({ name, output }) => [name, output]);

describe('what a page says to FullStory, on the command line', () => {
  test('is read where it waits', async () => {
    const found = await capture('/waiting?token=secret&a=1');
    expect(outputs(found, 'interaction')).toEqual([
      ['setIdentity.uid', '17'],
      ['setIdentity.properties.email', 'jane.roe@example.org'],
    ]);
    expect(outputs(found, 'url')).toEqual([[undefined, `${base}/waiting?token=&a=1`]]);
    expect(found.uninspected).toEqual([]);
  });

  test('is heard from the first script on, also when the recorder takes it, with console and addresses', async () => {
    const found = await capture('/taken', '--watch', '1500');
    expect(outputs(found, 'interaction')).toEqual([
      ['setIdentity.uid', '17'],
      ['setIdentity.properties.email', 'jane.roe@example.org'],
      ['trackEvent.name', 'Paid'],
      ['trackEvent.properties.card', '4242 4242 4242 4242'],
    ]);
    expect(outputs(found, 'console')).toEqual([[undefined, 'wrote to mary.roe@example.org']]);
    expect(outputs(found, 'url').map(([, output]) => output)).toContain(
      `${base}/order?mail=late.roe@example.org&token=`,
    );
    // The page's own calls went where they would have gone without anybody listening.
    expect(found.records.some(({ output }) => output === 'taken 2')).toBe(true);
  });

  test('org settings are played: console off, a URL rule', async () => {
    const options = {
      captureConsole: false,
      urlRules: [{ when: [{ part: 'path', matches: '^/order' }], exclude: [{ params: ['mail'] }] }],
    };
    const found = await capture('/taken', '--watch', '1500', '--options', JSON.stringify(options));
    expect(outputs(found, 'console')).toEqual([[undefined, null]]);
    expect(outputs(found, 'url').map(([, output]) => output)).toContain(`${base}/order?mail=&token=`);
  });

  test.each([
    ['where it waits', []],
    ['as it is heard', ['--watch', '500']],
  ])('too much and unreadable %s is named, and the page is read', async (_what, args) => {
    const found = await capture('/hostile', ...args);
    expect(found.uninspected).toMatchObject([{ reason: 'calls-not-read' }]);
    expect(found.records.some(({ output }) => output === 'x')).toBe(true);
  });

  test('a page sees its queue as it left it', async () => {
    const found = await capture('/noticed', '--watch', '300');
    expect(found.records.find(({ name }) => name === 'data-seen')?.output).toBe('0 function true');
  });
});
