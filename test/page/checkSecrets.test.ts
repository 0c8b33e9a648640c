// Values are planted wherever a site, its sitemap and a team's own code can hold them, and everything that a run leaves
// behind is searched for them: standard output and error, every form of report, results, baseline, temporary files.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageReport } from '../../core/report/pageReport.ts';
import { reportWriters } from '../../core/report/registry.ts';
import { createIdentity } from '../../core/visitor/createIdentity.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));

const planted = {
  text: 'text.person@example.org',
  title: 'title.person@example.org',
  attribute: 'attribute.person@example.org',
  attributeName: 'named.person@example.org',
  id: 'id.person@example.org',
  console: 'console.person@example.org',
  error: 'error.person@example.org',
  address: 'address.person@example.org',
  gone: 'gone.person@example.org',
  landing: 'landing.person@example.org',
  login: 'login.person@example.org',
  flow: 'flow.person@example.org',
  evaluated: 'evaluated.person@example.org',
  cookie: 'c00kie-Value-73611',
  stored: 'stored.person@example.org',
  card: '4111 1111 1111 1111',
};

const identity = createIdentity({ seed: 1, locale: 'en-US' });
const typed = (['email', 'name', 'tel', 'cc-number', 'password'] as const).map(
  (found) => identity.valueFor(found) ?? '',
);

const leak = `<!doctype html><html lang=en><title>${planted.title}</title>
  <p id="${planted.id}" class="${planted.id}">${planted.text} ${planted.card}</p>
  <p ${planted.attributeName}="x" title="${planted.attribute}">Shirts</p><!-- ${planted.text} -->
  <form><label>E-mail <input name=email type=email></label><label>Full name <input name=name autocomplete=name></label>
  <label>Phone <input type=tel autocomplete=tel></label><label>Password <input type=password></label>
  <label>Card number <input autocomplete=cc-number></label></form><p id=echo></p>
  <script>console.error('${planted.console}');
  document.querySelector('form').addEventListener('change', (event) => {
    echo.textContent += event.target.value + ' ';
    fetch('/collect', { method: 'POST', body: JSON.stringify({ value: event.target.value }) });
  });
  localStorage.setItem('who', '${planted.stored}');
  setTimeout(() => { throw new Error('${planted.error}'); });</script>`;

let server: Server;
let base = '';
let folder = '';

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  const html = (text: string, status = 200) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  if (pathname === '/sitemap.xml') {
    const paths = [
      `/leak?mail=${planted.address}`,
      `/gone?mail=${encodeURIComponent(planted.gone)}`,
      '/moved',
    ];
    response.end(`<urlset>${paths.map((path) => `<url><loc>${base}${path}</loc></url>`).join('')}</urlset>`);
  } else if (pathname === '/robots.txt') html('', 404);
  else if (pathname === '/moved')
    response.writeHead(302, { location: `/login/${planted.landing}?as=${planted.landing}` }).end();
  else if (pathname.startsWith('/login/')) html('<!doctype html><title>Log in</title>');
  else if (pathname === '/leak') html(leak);
  else if (pathname === '/collect') html('');
  else html('gone', 404);
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-secrets-'));
  for (const name of ['in', 'out', 'tmp']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'in', 'state.json'),
    JSON.stringify({
      cookies: [{ name: 'who', value: planted.cookie, domain: '127.0.0.1', path: '/' }],
      origins: [{ origin: base, localStorage: [{ name: 'mail', value: planted.stored }] }],
    }),
  );
  writeFileSync(
    join(folder, 'in', 'login.mjs'),
    `export default async () => { throw new Error('no account of ${planted.login}') }`,
  );
  writeFileSync(
    join(folder, 'in', 'flow.mjs'),
    `export default async ({ page, scrim, baseUrl }) => {
      await page.goto(baseUrl + '/leak');
      await scrim.fill();
      await scrim.check('filled');
      await page.evaluate((text) => { throw new Error(text) }, '${planted.evaluated}').catch((error) => {
        throw new Error(error.message + ' ${planted.flow} ' + document);
      });
    }`,
  );
  writeFileSync(
    join(folder, 'in', 'flow2.mjs'),
    `export default async ({ scrim }) => {
      throw new Error('${planted.flow} was expected, and ' + scrim.value('email') + ' came');
    }`,
  );
  writeFileSync(
    join(folder, 'in', 'config.json'),
    JSON.stringify({
      sitemap: `${base}/sitemap.xml`,
      pages: [
        { url: `${base}/leak`, login: 'jane' },
        { url: `${base}/leak`, login: 'broken' },
      ],
      flows: ['flow.mjs', 'flow2.mjs'],
      baseUrl: base,
      defaults: { visitor: true, wire: true },
      logins: { jane: { storageState: 'state.json' }, broken: { script: 'login.mjs' } },
      run: { retries: 0, workers: 3 },
    }),
  );
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function scrim(
  ...words: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: join(folder, 'tmp'), NODE_DISABLE_COMPILE_CACHE: '1' };
    const options = { cwd: join(folder, 'out'), maxBuffer: 64 * 1024 * 1024, env };
    execFile(process.execPath, [launcher, ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** As it stands, and as what is made of texts may hold it. */
const formsOf = (value: string) => [
  value,
  encodeURIComponent(value),
  value.replaceAll(/[ -]/g, ''),
  value.split('@')[0] ?? value,
];

function filesIn(...names: string[]): { readonly name: string; readonly text: string }[] {
  return names.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ name: path.replace(folder, ''), text: readFileSync(path, 'latin1') })),
  );
}

/** Which values stand where. */
function found(outputs: readonly { readonly name: string; readonly text: string }[]): string[] {
  const values = [...Object.values(planted), ...typed];
  return outputs.flatMap(({ name, text }) =>
    values
      .filter((value) => formsOf(value).some((form) => text.includes(form)))
      .map((value) => `${name}: ${value}`),
  );
}

const reports = reportWriters.flatMap(({ id }) => ['--report', `${id}=report.${id}`]);
const config = () => ['check', '--config', join(folder, 'in', 'config.json')];

test('no planted value is in anything that a run leaves behind, and with --show-values it is', async () => {
  const accept = ['--baseline', 'scrim.lock.json', '--update', '--accept', 'known', '--until', '2027-01-31'];
  const run = await scrim(...config(), '--results', 'run.jsonl', ...reports, ...accept);
  const again = await scrim('merge', 'run.jsonl', '--json');
  const said = [run, again].flatMap(({ out, err }, at) => [
    { name: `out ${at}`, text: out },
    { name: `err ${at}`, text: err },
  ]);
  const left = filesIn('out', 'tmp');
  expect(left.map(({ name }) => name).filter((name) => name.startsWith('/out/'))).toHaveLength(
    reportWriters.length + 2,
  );
  expect(found([...said, ...left])).toEqual([]);
  const pages = (JSON.parse(again.out) as { pages: PageReport[] }).pages;
  const reasons = pages.flatMap(({ uninspected }) => uninspected.map(({ reason }) => reason));
  expect(reasons).toEqual(expect.arrayContaining(['led-elsewhere', 'not-loaded', 'flow-failed']));
  expect(pages.some(({ accepted = [] }) => accepted.length > 0)).toBe(true);
  expect(run.code).not.toBe(0);
  expect(run.out).toContain('/leak?mail=•••');

  const shown = await scrim(
    'check',
    `${base}/leak?mail=${planted.address}`,
    '--show-values',
    '--json',
    '--visitor',
  );
  const seen = found([{ name: 'out', text: shown.out }]).map((line) => line.replace('out: ', ''));
  expect(seen).toEqual(expect.arrayContaining([planted.text, planted.address, planted.card, typed[0]]));
}, 120_000);
