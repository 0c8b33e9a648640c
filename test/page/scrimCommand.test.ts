import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../core/capture/captureRecord.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const email = 'jane.roe@example.org';

const pages: Record<string, { readonly status?: number; readonly html: string }> = {
  '/clean': { html: '<!doctype html><title>Shop</title><p>Blue shirt</p>' },
  '/leak': { html: `<!doctype html><title>Shop</title><p>Write to ${email}</p>` },
  '/masked': { html: `<!doctype html><title>Shop</title><p class="fs-mask">Write to ${email}</p>` },
  '/frame': { html: '<!doctype html><title>Shop</title><iframe src="http://localhost:1/"></iframe>' },
  '/closed': {
    html: '<!doctype html><title>Shop</title><x-a><template shadowrootmode="closed">secret</template></x-a>',
  },
  '/late': {
    html: `<!doctype html><title>Shop</title><script>setTimeout(() => document.body.append('${email}'), 300)</script>`,
  },
  '/form': {
    html: `<!doctype html><html lang="en"><title>Pay</title><form class="fs-exclude">
      <label>Card number <input data-k="a" value="4111111111111111"></label>
      <input data-k="b\u001b[2J" type="password"><input type="submit" data-k="s"></form>
      <x-box><template shadowrootmode="open"><input data-k="c" autocomplete="email"></template></x-box>
      <iframe srcdoc="<label for=x>Postcode</label><input id=x data-k=d>"></iframe>
      <iframe src="http://localhost:1/"></iframe>`,
  },
  '/error': { status: 500, html: '<!doctype html><title>Error</title>' },
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let server: Server;
let base = '';
let folder = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page?.status ?? (page ? 200 : 404), { 'content-type': 'text/html; charset=utf-8' });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function scrim(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe.concurrent('scrim capture', () => {
  test('prints the documented JSON with raw values', async () => {
    const { code, out } = await scrim('capture', `${base}/leak`, '--profile', 'fullstory', '--json');
    const report = JSON.parse(out) as { records: CaptureRecord[] };
    expect(code).toBe(0);
    expect(report).toMatchObject({ scrim: 1, profile: 'fullstory', url: `${base}/leak`, uninspected: [] });
    expect(report.records).toContainEqual({
      channel: 'text',
      stream: 'replay',
      path: 'html > body > p > #text',
      moment: 'snapshot',
      treatment: 'captured',
      output: `Write to ${email}`,
    });
  });

  test('plays the session it is told to', async () => {
    const rules = file(
      'preview.json',
      JSON.stringify([
        { source: { selector: 'p' }, operation: { action: 'MASK', scope: 'PREVIEW_SESSIONS_ONLY' } },
      ]),
    );
    const options = '{"session":"preview"}';
    const { out } = await scrim('capture', `${base}/leak`, '--rules', rules, '--options', options, '--json');
    const { records } = JSON.parse(out) as { records: CaptureRecord[] };
    const text = records.find((record) => record.path.endsWith('p > #text'));
    expect(text).toMatchObject({ treatment: 'masked', output: '█████ ██ ████████████████████' });
  });

  test('says 3 and prints nothing when the page cannot be loaded', async () => {
    for (const page of ['/error', '/missing']) {
      expect(await scrim('capture', base + page, '--json')).toMatchObject({ code: 3, out: '' });
    }
  });

  test.each([
    ['an unknown profile', ['--profile', 'fulstory']],
    ['options of the wrong shape', ['--options', '{"session":"life"}']],
    ['options that are no JSON', ['--options', '{']],
    ['a rule file that is not there', ['--rules', 'no-such.json']],
  ])('says 2 for %s', async (_what, args) => {
    const { code, out, err } = await scrim('capture', `${base}/clean`, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^scrim: .+\nTry: scrim help/);
  });

  test('a closed shadow root is named as not inspected', async () => {
    const { out } = await scrim('capture', `${base}/closed`, '--json');
    expect(JSON.parse(out)).toMatchObject({
      uninspected: [{ kind: 'closed-shadow-root', path: 'html > body > x-a' }],
    });
  });
});

describe.concurrent('scrim check', () => {
  test('0 where nothing personal would be recorded and everything was looked at', async () => {
    expect((await scrim('check', `${base}/clean`, `${base}/masked`)).code).toBe(0);
  });

  test('1 for a leak, redacted', async () => {
    const { code, out, err } = await scrim('check', `${base}/leak`);
    expect(code).toBe(1);
    expect(out).toContain('Email address');
    expect(out + err).not.toContain(email);
  });

  test('shows values only when told to', async () => {
    expect((await scrim('check', `${base}/leak`, '--json')).out).not.toContain(email);
    expect((await scrim('check', `${base}/leak`, '--json', '--show-values')).out).toContain(email);
  });

  test('3 for a frame that could not be read and for a page that did not load', async () => {
    expect((await scrim('check', `${base}/frame`)).code).toBe(3);
    expect((await scrim('check', `${base}/clean`, `${base}/error`)).code).toBe(3);
  });

  test('a leak outranks what could not be looked at', async () => {
    expect((await scrim('check', `${base}/frame`, `${base}/leak`)).code).toBe(1);
  });

  test('3 for an incomplete rule list and for a rule that cannot be read', async () => {
    const incomplete = file(
      'page1.json',
      JSON.stringify({ results: [], total_records: '25', next_page_token: 'x' }),
    );
    const broken = file(
      'broken.json',
      JSON.stringify([{ source: { selector: '!!' }, operation: { action: 'MASK' } }]),
    );
    expect((await scrim('check', `${base}/clean`, '--rules', incomplete)).code).toBe(3);
    expect((await scrim('check', `${base}/clean`, '--rules', broken)).code).toBe(3);
  });

  test('a rule file masks what it says', async () => {
    const rules = file(
      'rules.json',
      JSON.stringify([{ source: { selector: 'p' }, operation: { action: 'MASK' } }]),
    );
    expect((await scrim('check', `${base}/leak`, '--rules', rules)).code).toBe(0);
  });

  test('--wait sees what appears later', async () => {
    expect((await scrim('check', `${base}/late`)).code).toBe(0);
    expect((await scrim('check', `${base}/late`, '--wait', '600')).code).toBe(1);
  });

  test('reads a saved page without a browser', async () => {
    const page = file('saved.html', pages['/leak']?.html ?? '');
    const { code, out } = await scrim('check', page, '--no-browser', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ summary: { pages: 1, leaks: 1 } });
  });
});

describe.concurrent('scrim fields', () => {
  test('names every control with its key, whatever the rules hide, and no value', async () => {
    const { code, out, err } = await scrim('fields', `${base}/form`, '--json', '--key', 'data-k');
    const { fields, uninspected } = JSON.parse(out) as {
      fields: { page: string; key: string; path: string; class: string; confidence: number; why: string }[];
      uninspected: { kind: string }[];
    };
    expect(fields.map(({ key, class: found }) => [key, found])).toEqual([
      ['a', 'cc-number'],
      ['b\u001b[2J', 'password'],
      ['c', 'email'],
      ['d', 'postal'],
    ]);
    expect(fields.every(({ page, why }) => page === `${base}/form` && why !== '')).toBe(true);
    expect(fields[2]?.path).toContain('>>> #shadow-root');
    expect(out).not.toContain('4111');
    expect(uninspected).toMatchObject([{ kind: 'frame' }]);
    expect(err).toContain('not inspected');
    expect(code).toBe(0);
  });

  test('for people: one line a field, and nothing that a terminal obeys', async () => {
    const { out } = await scrim('fields', `${base}/form`, '--key', 'data-k');
    expect(out.split('\n')).toHaveLength(5);
    expect(out).not.toContain('\u001b');
  });

  test('a page that did not load is said, the others are read, and the code is 3', async () => {
    const { code, out } = await scrim('fields', `${base}/error`, `${base}/form`, '--json');
    const { fields, uninspected } = JSON.parse(out) as { fields: { key: null }[]; uninspected: object[] };
    expect(fields.map(({ key }) => key)).toEqual([null, null, null, null]);
    expect(uninspected[0]).toMatchObject({ page: `${base}/error`, kind: 'page' });
    expect(code).toBe(3);
  });
});
