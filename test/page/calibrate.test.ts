import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { en } from '../../assets/locales/en/index.ts';
import { type BrowserHost, createBrowserHost } from '../../cli/browserHost.ts';
import { listenForRecorder } from '../../cli/calibrate/listenForRecorder.ts';
import { writeInto } from '../../cli/calibrate/writeInto.ts';
import { calibrate } from '../../cli/commands/calibrate.ts';
import { launchBrowser } from '../../cli/launchBrowser.ts';
import type { MeasuringContext } from '../../cli/measure.ts';
import { parseMeasuring } from '../../cli/parseMeasuring.ts';
import { createTranslator } from '../../core/messages/translate.ts';
import { fullstoryOfflineRules } from '../../core/profiles/fullstory/offlineRules.ts';
import { parseRuleFile } from '../../core/settings/parseRuleFile.ts';
import { serializeRuleFile } from '../../core/settings/serializeRuleFile.ts';
import { type Quirks, standInSource, type Transport } from './standInRecorder.ts';

const pageScript = readFileSync(new URL('../../dist/pageScript.js', import.meta.url), 'utf8');

let collector: Server;
let site: Server;
let browser: BrowserHost;
/** The last snapshot that came. */
let received = '';
let folder = '';
let rules = '';
const at = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  collector = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received = Buffer.concat(parts).toString('utf8');
      response.writeHead(204, cors).end();
    });
  });
  site = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://site.test').searchParams;
    const options = {
      collector: at(collector),
      transport: (asked.get('transport') ?? 'json') as Transport,
      quirks: JSON.parse(asked.get('quirks') ?? '{}') as Quirks,
    };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>Shop</title><body><h1>Shop</h1><script>${standInSource(options)}</script>`,
    );
  });
  for (const server of [collector, site])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = createBrowserHost({ launch: () => launchBrowser(() => undefined), pageScript });
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
  rules = join(folder, 'rules.json');
  // An org without Form Privacy: what is typed is recorded.
  const offline = fullstoryOfflineRules();
  const kept = offline.rules.filter(({ groupId }) => groupId === '0');
  writeFileSync(rules, JSON.stringify(serializeRuleFile({ ...offline, rules: kept, groups: [] }), null, 2));
});

afterAll(async () => {
  await browser?.close();
  collector.closeAllConnections();
  for (const server of [collector, site]) server.close();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly contradictions: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
}

type Cell = { kind: string; name?: string; state: string; effect: string; why: string };
const idOf = ({ kind, name, state }: Cell) => [kind, name, state].filter(Boolean).join(' ');

async function run(
  given: { readonly transport?: Transport; readonly quirks?: Quirks },
  flags: readonly string[] = ['--rules', rules],
  more: Partial<MeasuringContext> = {},
): Promise<Run> {
  const { transport = 'json', quirks = {} } = given;
  const query = new URLSearchParams({ transport, quirks: JSON.stringify(quirks) });
  const command = parseMeasuring([
    ...['calibrate', `${at(site)}/?${query}`, '--receiver', at(collector), '--json'],
    ...['--patience', '4000', ...flags],
  ]);
  if (command.name !== 'calibrate') throw new Error('not parsed');
  let out = '';
  let err = '';
  const context: MeasuringContext = {
    env: {},
    browser,
    fetch: () => Promise.reject(new Error('nothing is to be asked')),
    listen: listenForRecorder,
    write: (text) => {
      out += text;
    },
    warn: (line) => {
      err += `${line}\n`;
    },
    t: createTranslator(en, 'en'),
    today: () => '2026-11-26',
    ...more,
  };
  const code = await calibrate(command, context);
  const json = JSON.parse(out) as { measured: { cells: Cell[] }; contradictions: Cell[]; unmeasured: Cell[] };
  return {
    ...{ code, out, err },
    cells: Object.fromEntries(json.measured.cells.map((cell) => [idOf(cell), cell.effect])),
    contradictions: json.contradictions.map(idOf),
    reasons: Object.fromEntries(json.unmeasured.map((cell) => [idOf(cell), cell.why])),
  };
}

const odd: Quirks = {
  keepsMasked: ['aria-label'],
  sendsComments: true,
  masksMeta: true,
  sendsButtons: true,
  sendsExcludedImages: true,
};

/** What `odd` turns, and what it is turned into. */
const turned: Readonly<Record<string, string>> = {
  'attribute aria-label masked': 'send',
  'comment captured': 'send',
  'meta captured': 'mask',
  'text masked': 'send',
  'image-source excluded': 'send',
};
const contradicting = ['text masked', 'meta captured', 'image-source excluded'];

let plain: Run;

describe('a recorder that does what is documented', () => {
  beforeAll(async () => {
    plain = await run({});
  });

  test('contradicts nothing, and what is not documented is measured', () => {
    expect(plain.contradictions).toEqual([]);
    expect(plain.cells).toMatchObject({
      'text captured': 'send',
      'text masked': 'mask',
      'text excluded': 'nothing',
      'value captured': 'send',
      'value masked': 'mask',
      'value excluded': 'nothing',
      'file-name masked': 'mask',
      'comment captured': 'mask',
      'attribute aria-label masked': 'mask',
      'attribute captured': 'send',
      'image-source masked': 'send',
      'page-url masked': 'send',
      'title masked': 'send',
    });
    expect(plain.code).toBe(0);
  });

  test('what cannot be told stays as documented', () => {
    expect(plain.reasons).toMatchObject({
      'title excluded': 'absence-no-proof',
      'script-style captured': 'no-control',
      'checked masked': 'not-planted',
    });
  });
});

describe('a recorder that does otherwise', () => {
  test.each<Transport>(['gzip', 'beacon', 'worker'])(
    'turns exactly these entries, over %s',
    async (transport) => {
      const { cells, contradictions, code, out } = await run({ transport, quirks: odd });
      expect(cells).toEqual({ ...plain.cells, ...turned });
      expect(contradictions.toSorted()).toEqual(contradicting.toSorted());
      expect(code).toBe(1);
      expect(out).not.toMatch(/[a-z]{18}/);
    },
  );

  test('and encrypts what it sends is unknown', async () => {
    const { cells, reasons, code } = await run({ transport: 'encrypted', quirks: odd });
    expect(cells).toEqual({});
    expect(reasons['text masked']).toBe('closed');
    expect(code).toBe(3);
  });

  test('and encrypts a part of it is only believed where something arrived', async () => {
    const { cells, reasons } = await run({ transport: 'half-encrypted', quirks: odd });
    expect(new Set(Object.values(cells))).toEqual(new Set(['send']));
    expect(cells).toMatchObject({ 'text masked': 'send' });
    expect(reasons['comment masked']).toBe('closed');
  });
});

describe('what is not known', () => {
  test('without the rules only what arrived is measured', async () => {
    const { cells, reasons } = await run({ quirks: odd }, []);
    expect(new Set(Object.values(cells))).toEqual(new Set(['send']));
    expect(reasons['comment masked']).toBe('rules-unknown');
  });
});

describe('reading back', () => {
  const key = 'na1.cmVhZC1vbmx5';
  const session = '/v2/sessions/1234567890%3A0987654321';

  /** By the published contract: holds what came last as the text of a click. */
  async function withApi(answer: (path: string) => unknown): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const api = createServer((request, response) => {
      request.resume();
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      const json = answer(request.url ?? '');
      response.writeHead(json === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json ?? { message: 'no such session', code: 'not_found' }));
    });
    await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      api.closeAllConnections();
      api.close();
    });
    return { url: at(api), asked };
  }

  const held = (path: string) =>
    path.endsWith('/events')
      ? { events: [{ event_type: 'click', event_properties: { target: { text: received } } }] }
      : { context_data: { context: {}, pages: [] } };
  const more = { env: { SCRIM_API_KEY: key }, fetch };

  test('what is held as predicted is no contradiction; the key goes where it was sent', async () => {
    const { url, asked } = await withApi(held);
    const { code, out } = await run({}, ['--rules', rules, '--read-back', '--api', url], more);
    const { readBack } = JSON.parse(out) as {
      readBack: { events: number; held: { kind: string; state: string; isUnpredicted: boolean }[] };
    };
    expect(asked).toEqual([`GET ${session}/events Basic ${key}`, `POST ${session}/context Basic ${key}`]);
    expect(readBack.held.length).toBeGreaterThan(10);
    expect(readBack.held.filter(({ isUnpredicted }) => isUnpredicted)).toEqual([]);
    expect(code).toBe(0);
    expect(out).not.toContain(key);
  });

  test('what is held though it is said to be masked is told', async () => {
    const { url } = await withApi(held);
    const flags = ['--rules', rules, '--read-back', '--api', url];
    const { code, out } = await run({ quirks: { sendsButtons: true } }, flags, more);
    expect(JSON.parse(out)).toMatchObject({
      readBack: {
        held: expect.arrayContaining([
          expect.objectContaining({
            kind: 'text',
            state: 'masked',
            predicted: 'masked',
            isUnpredicted: true,
          }),
        ]),
      },
    });
    expect(code).toBe(1);
    expect(out).not.toMatch(/[a-z]{18}/);
  });
});

describe('into a rule file', () => {
  test('only what was measured is written, and a second time replaces it', async () => {
    const file = join(folder, 'own.json');
    const text = `{\n  "scrim": 1,\n  "rules": [],\n  "privateByDefault": false\n}\n`;
    writeFileSync(file, text);
    await run({ quirks: odd }, ['--rules', rules, '--write', file]);
    const first = parseRuleFile(JSON.parse(readFileSync(file, 'utf8'))).measured?.[0];
    if (!first) throw new Error('nothing was written');
    await writeInto(file, { ...first, version: '2.0' });
    const written = readFileSync(file, 'utf8');
    const { measured } = parseRuleFile(JSON.parse(written));
    expect(measured).toHaveLength(1);
    expect(measured?.[0]).toMatchObject({ recorder: 'fullstory', date: '2026-11-26', version: '2.0' });
    expect(written.startsWith(text.slice(0, text.indexOf('\n}')))).toBe(true);
    expect(written).not.toMatch(/[a-z]{18}/);
  });

  test('a file of another form is refused before anything is opened', async () => {
    const file = join(folder, 'list.json');
    writeFileSync(file, '[]');
    await expect(run({}, ['--write', file])).rejects.toThrow('Scrim');
  });
});
