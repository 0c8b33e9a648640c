import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const shop = fileURLToPath(new URL('../fixtures/shop/', import.meta.url));
const email = 'jane.roe@example.org';

interface Report {
  readonly pages: readonly PageReport[];
  readonly judgement: CheckRun['judgement'];
  readonly summary: { readonly pages: number; readonly notLoaded: number };
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let server: Server;
let base = '';
let folder = '';
const asked = new Map<string, number>();

/** A page: `#n` numbers them, so that many differ. */
const page = (body: string) => `<!doctype html><title>Shop</title>${body}`;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '', base).pathname;
  const times = (asked.get(path) ?? 0) + 1;
  asked.set(path, times);
  const html = (text: string, status = 200) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  const xml = (text: string) => response.writeHead(200, { 'content-type': 'application/xml' }).end(text);
  const urls = (...paths: string[]) =>
    `<urlset>${paths.map((one) => `<url><loc>${base}${one}</loc></url>`).join('')}</urlset>`;
  const file = join(shop, path.slice('/shop/'.length));
  if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /private\n');
  else if (path === '/sitemap.xml')
    xml(
      `<sitemapindex>${['/shop.xml.gz', '/gone.xml', '/more.xml'].map((one) => `<sitemap><loc>${base}${one}</loc></sitemap>`).join('')}</sitemapindex>`,
    );
  else if (path === '/shop.xml.gz')
    response.end(gzipSync(urls('/shop/invoice.html', '/shop/index.html', '/shop/account.html')));
  else if (path === '/more.xml') xml(urls('/private/a', '/private/b', '/shop/invoice.html', '/other/skip'));
  else if (path.startsWith('/shop/') && existsSync(file)) response.end(readFileSync(file));
  else if (path === '/once') html(page('<p>Shirts</p>'), times === 1 ? 500 : 200);
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else if (path === '/hang') response.writeHead(200).flushHeaders();
  else if (path.startsWith('/slow')) setTimeout(() => html(page(`<p>${email}</p>`)), 400);
  else if (path.startsWith('/many')) html(page(`<p>Order of ${path.length % 3 ? email : 'nobody'}</p>`));
  else if (path === '/mine')
    html(page(request.headers.cookie?.includes('who=jane') ? `<p>${email}</p>` : '<p>Log in</p>'));
  else if (path === '/banner')
    html(
      page(
        `<p id=x>Shirts</p><button id=yes onclick="document.cookie='ok=1;path=/';location.reload()">OK</button>
        <script>if (document.cookie.includes('ok=1')) { yes.remove(); x.textContent = '${email}'; }</script>`,
      ),
    );
  else if (path === '/words')
    html(page(`<p>${request.headers['accept-language']?.startsWith('de') ? email : 'English'}</p>`));
  else html(page('gone'), 404);
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-site-'));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function scrim(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [launcher, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function report(...args: string[]): Promise<Report & { readonly code: number }> {
  const { code, out, err } = await scrim(...args, '--json');
  if (!out.startsWith('{')) throw new Error(`${code}: ${err}`);
  return { ...(JSON.parse(out) as Report), code };
}

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const nameOf = ({ page: name, step }: PageReport) => `${name.replace(base, '')}${step ? ` ${step}` : ''}`;
const leaking = ({ pages }: Report) => pages.filter(({ leaks }) => leaks.length > 0).map(nameOf);
const unloaded = ({ pages }: Report) => pages.filter(({ loaded }) => !loaded).map(nameOf);

describe('scrim check over a site', () => {
  test('finds what leaks by its sitemap, and names all of it that could not be read', async () => {
    const found = await report('check', '--sitemap', `${base}/sitemap.xml`, '--exclude', '/other/');
    expect(found.pages.map(nameOf)).toEqual([
      '/shop/invoice.html',
      '/shop/index.html',
      '/shop/account.html',
      '/gone.xml',
      '/private/a',
      '/private/b',
    ]);
    expect(leaking(found)).toContain('/shop/invoice.html');
    expect(unloaded(found)).toEqual(['/gone.xml', '/private/a', '/private/b']);
    expect(found.pages[4]?.uninspected[0]?.detail).toContain('robots.txt');
    expect(found.judgement.reasons.map(({ why }) => why)).toEqual(['leaks', 'not-loaded']);
    expect(found.code).toBe(1);
  });

  test('a page that fails once is tried again; one that does not answer, goes round or is not there is named', async () => {
    const paths = ['/once', '/loop', '/hang', '/nowhere'].map((path) => base + path);
    const found = await report('check', ...paths, '--timeout', '1500');
    expect(unloaded(found)).toEqual(['/loop', '/hang', '/nowhere']);
    expect(found.code).toBe(3);
    expect(asked.get('/nowhere')).toBe(2);
  });

  test('says the same with one tab, with three, and as three shards that are merged', async () => {
    const list = file('list.txt', Array.from({ length: 12 }, (_, at) => `${base}/many${at}`).join('\n'));
    const one = await scrim('check', '--list', list, '--workers', '1', '--json');
    const three = await scrim('check', '--list', list, '--workers', '3', '--json');
    expect(three.out).toBe(one.out);
    const shards = ['1/3', '2/3', '3/3'];
    for (const [at, shard] of shards.entries())
      await scrim('check', '--list', list, '--shard', shard, '--results', `s${at}.jsonl`);
    const merged = await scrim('merge', 's0.jsonl', 's1.jsonl', 's2.jsonl', '--json');
    expect(merged).toMatchObject({ code: 1, out: one.out });
    expect(await scrim('merge', 's0.jsonl', 's2.jsonl')).toMatchObject({ code: 2 });
    expect((await scrim('merge', 's0.jsonl', 's1.jsonl', 's1.jsonl')).err).toContain('2/3 is there twice');
    for (const name of ['s0.jsonl', 's1.jsonl'])
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('jane');
  });

  test('looks at each page once in each consent state, with each login, in its language', async () => {
    const state = { cookies: [{ name: 'who', value: 'jane', domain: '127.0.0.1', path: '/' }], origins: [] };
    file('state.json', state);
    const config = {
      pages: [
        { url: `${base}/mine` },
        { url: `${base}/mine`, login: 'jane' },
        { url: `${base}/banner`, consents: ['asked', 'agreed'] },
        { url: `${base}/words`, locale: 'de-DE' },
      ],
      defaults: { consents: [] },
      consents: [{ name: 'asked' }, { name: 'agreed', click: '#yes' }],
      logins: { jane: { storageState: 'state.json' } },
    };
    const found = await report('check', '--config', file('states.json', config));
    expect(found.pages.map(nameOf)).toEqual([
      '/mine plain',
      '/mine jane',
      '/banner asked',
      '/banner agreed',
      '/words',
    ]);
    expect(leaking(found)).toEqual(['/mine jane', '/banner agreed', '/words']);
  });

  test('a configuration in TypeScript is read; one with a wrong word is refused by its place', async () => {
    file('good.config.ts', `export default { pages: ['${base}/once'] satisfies string[] };`);
    expect(await scrim('check', '--config', 'good.config.ts')).toMatchObject({ code: 0 });
    const wrong = file('wrong.json', { pages: [{ url: `${base}/once`, waitfor: 'p' }] });
    const { code, err } = await scrim('check', '--config', wrong);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('pages.0.waitfor') });
  });
});

/** A run that is under way, and how it ends. */
function begun(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Run> } {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder });
  onTestFinished(() => void child.kill());
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
  return { child, ended };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 600) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The browsers that a process started itself. */
function browsersOf(parent: number): number[] {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  return children.filter((pid) => pid !== '').map(Number);
}

describe('a run that is cut short', () => {
  const slow = (count: number, from: string) =>
    Array.from({ length: count }, (_, at) => `${base}/slow${from}${at}`);
  const lines = (name: string) =>
    existsSync(join(folder, name))
      ? readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => line.startsWith('{"at"')).length
      : 0;

  test('stopped by a person it tells what it knows, ends with what was found, and is gone on with later', async () => {
    const list = file('slow.txt', slow(24, 'a').join('\n'));
    const { child, ended } = begun(
      'check',
      '--list',
      list,
      '--results',
      'cut.jsonl',
      '--max-leaks',
      '99',
      '--json',
    );
    await until(() => lines('cut.jsonl') >= 3);
    child.kill('SIGINT');
    const cut = await ended;
    expect(cut.code).toBe(3);
    const told = JSON.parse(cut.out) as Report;
    expect(told.summary.pages).toBe(24);
    expect(told.summary.notLoaded).toBe(24 - lines('cut.jsonl'));
    const again = await scrim(
      'check',
      '--list',
      list,
      '--results',
      'cut.jsonl',
      '--resume',
      '--max-leaks',
      '99',
      '--json',
    );
    expect(again.code).toBe(0);
    expect(leaking(JSON.parse(again.out) as Report)).toHaveLength(24);
    const other = await scrim(
      'check',
      '--list',
      list,
      '--results',
      'cut.jsonl',
      '--resume',
      '--profile',
      'rrweb',
    );
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('other rules') });
  });

  test('goes on in a new browser when its browser is killed: each page is looked at or named', async () => {
    const list = file('killed.txt', slow(14, 'b').join('\n'));
    const { child, ended } = begun('check', '--list', list, '--results', 'killed.jsonl', '--json');
    for (const after of [2, 6]) {
      await until(() => lines('killed.jsonl') >= after);
      for (const pid of browsersOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
    }
    const found = JSON.parse((await ended).out) as Report;
    expect(found.pages.map(nameOf)).toEqual(slow(14, 'b').map((address) => address.replace(base, '')));
    expect(leaking(found)).toHaveLength(14);
  });
});

test('a browser that runs elsewhere is used in contexts of our own, and goes on when we are done', async () => {
  const remote = await launchChromium({ headless: true, args: ['--remote-debugging-port=0'] });
  try {
    const dir =
      remote
        .process()
        ?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='))
        ?.split('=')[1] ?? '';
    await until(() => readdirSync(dir).includes('DevToolsActivePort'));
    const [port, path] = readFileSync(join(dir, 'DevToolsActivePort'), 'utf8').split('\n');
    const theirs = await remote.newPage();
    await theirs.goto(`${base}/once`);
    const found = await report(
      'check',
      `${base}/slow`,
      `${base}/many1`,
      '--browser',
      `ws://127.0.0.1:${port}${path}`,
    );
    expect(leaking(found)).toContain('/slow');
    expect(await theirs.title()).toBe('Shop');
    expect(remote.browserContexts()).toHaveLength(1);
  } finally {
    await remote.close();
  }
  const gone = await scrim(
    'check',
    `${base}/slow`,
    '--browser',
    'ws://127.0.0.1:9/devtools/browser/secret-token',
  );
  expect(gone.code).toBe(3);
  expect(gone.out + gone.err).not.toContain('secret-token');
});
