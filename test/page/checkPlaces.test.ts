// Where and as whom pages are opened, by the real command: logged in by a script, by a sitemap that names another host,
// in a browser elsewhere whose connection is cut.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PageReport } from '../../core/report/pageReport.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const email = 'jane.roe@example.org';
/** What the sitemap says; nobody is asked there. */
const published = 'https://www.shop.example';

let site: Server;
let base = '';
let folder = '';
let remote: Browser;
let remotePort = 0;
let remotePath = '';
/** Which pages were asked for. */
let asked: string[] = [];
let onPage: (path: string) => void = () => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-places-'));
  site = createHttpServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    onPage(path);
    const isKnown = request.headers.cookie?.includes('who=jane') === true;
    if (path === '/robots.txt') return response.writeHead(404).end();
    if (path === '/sitemap.xml') {
      const named = ['/one', '/two', '/three'].map((one) => `<url><loc>${published}${one}</loc></url>`);
      return response.end(`<urlset>${named.join('')}<url><loc>https://else.example/</loc></url></urlset>`);
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (path === '/enter') response.setHeader('set-cookie', 'who=jane; Path=/');
    const body = path === '/login' ? '<a href="/enter">Enter</a>' : isKnown ? email : 'Shirts';
    return response.end(`<!doctype html><title>Shop</title><p>${body}</p>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  remote = await launchChromium({ headless: true, args: ['--remote-debugging-port=0'] });
  const given = remote.process()?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='));
  const profile = given?.slice(given.indexOf('=') + 1) ?? '';
  await vi.waitUntil(() => readdirSync(profile).includes('DevToolsActivePort'), { timeout: 10_000 });
  const [port = '', path = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  remotePort = Number(port);
  remotePath = path;
});

afterAll(async () => {
  await remote.close();
  site.closeAllConnections();
  site.close();
  rmSync(folder, { recursive: true });
});

interface Checked {
  readonly code: number;
  readonly pages: readonly PageReport[];
  readonly err: string;
}

async function check(config: object, ...flags: string[]): Promise<Checked> {
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const args = [launcher, 'check', '--config', 'config.json', '--json', ...flags];
  const { code, out, err } = await new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout, err: stderr });
    });
  });
  if (!out.startsWith('{')) throw new Error(`${code}: ${err}`);
  return { code, err, pages: (JSON.parse(out) as { pages: readonly PageReport[] }).pages };
}

const here = ({ page }: PageReport) => page.replace(base, '');

test('a login by a script is made once for the pages of its site, and its failure names what was not looked at', async () => {
  asked = [];
  const logIn = `export default async (page) => {
    await page.goto('${base}/login');
    await Promise.all([page.waitForNavigation(), page.click('a')]);
  };`;
  writeFileSync(join(folder, 'jane.mjs'), logIn);
  writeFileSync(
    join(folder, 'broken.mjs'),
    `export default async () => { throw new Error('no such user'); };`,
  );
  const config = {
    pages: [
      { url: `${base}/account`, login: 'jane' },
      { url: `${base}/orders`, login: 'jane' },
      { url: `${base}/account` },
      { url: `${base}/inbox`, login: 'broken' },
    ],
    logins: { jane: { script: 'jane.mjs' }, broken: { script: 'broken.mjs' } },
    run: { workers: 1 },
  };
  const { code, pages } = await check(config);
  expect(pages.map(({ leaks, loaded }) => [leaks.length, loaded])).toEqual([
    [1, true],
    [1, true],
    [0, true],
    [0, false],
  ]);
  expect(pages[3]?.uninspected[0]?.detail).toContain('the login broken failed: no such user');
  expect(asked.filter((path) => path === '/login')).toHaveLength(1);
  expect(asked).not.toContain('/inbox');
  expect(code).toBe(1);
});

/** The way to the remote browser. `cut` ends every connection there is; new ones go through. */
async function openWay(): Promise<{ readonly port: number; cut(): void; close(): void; count(): number }> {
  const sockets = new Set<Socket>();
  let count = 0;
  const way = createTcpServer((near) => {
    count += 1;
    const far = connect(remotePort, '127.0.0.1');
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => sockets.delete(one));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (way.address() as AddressInfo).port,
    cut,
    count: () => count,
    close() {
      cut();
      way.close();
    },
  };
}

test('a sitemap of another host is looked at where replace says, in a browser that is found again', async () => {
  const way = await openWay();
  let isCut = false;
  onPage = (path) => {
    if (path !== '/two' || isCut) return;
    isCut = true;
    way.cut();
  };
  const config = {
    sitemap: { url: `${base}/sitemap.xml`, replace: { from: published, to: base } },
    run: { browser: `ws://127.0.0.1:${way.port}${remotePath}`, workers: 2 },
  };
  const { code, pages } = await check(config);
  onPage = () => undefined;
  expect(isCut).toBe(true);
  expect(way.count()).toBe(2);
  way.close();
  expect(pages.map((page) => [here(page), page.loaded])).toEqual([
    ['/one', true],
    ['/two', true],
    ['/three', true],
    ['https://else.example/', false],
  ]);
  expect(pages[3]?.uninspected[0]?.detail).toContain('on another host than the sitemap');
  expect(code).toBe(3);
});
