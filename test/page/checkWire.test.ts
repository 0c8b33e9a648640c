// The whole way by the real command: the site's own recorder runs in the page, the synthetic visitor types, and what
// leaves is compared with what the simulation says.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldClass } from '../../core/fields/fieldFacts.ts';
import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { createIdentity } from '../../core/visitor/createIdentity.ts';
import { driverOf } from '../conformance/runTruth.ts';
import { type Collector, openCollector } from '../conformance/wire/openCollector.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const drivers = fileURLToPath(new URL('../conformance/wire', import.meta.url));

const open = { rrweb: { maskAllInputs: false }, sentry: { maskAllText: false, maskAllInputs: false } };
const closed = { rrweb: { maskAllInputs: true } };
type Played = keyof typeof open;

/** Greets by the name that was typed, as a shop does: no mask for fields reaches that. */
const html = (
  recorder: Played,
  collector: string,
  real: object,
) => `<!doctype html><html lang="en"><title>Sign up</title>
<h1>Sign up</h1><p id="greeting"></p>
<form><label>Full name <input name="name" autocomplete="name" oninput="greeting.textContent = 'Nice to meet you, ' + this.value"></label>
<label>E-mail <input type="email" name="mail" autocomplete="email"></label>
<label>City <input name="city" autocomplete="address-level2"></label>
<label>Password <input type="password" autocomplete="new-password"></label></form>
<script src="/${recorder}.js"></script>
<script>addEventListener('load', () => setTimeout(() => recorderDriver.start(${JSON.stringify({ collector, ...real })}), 0))</script>`;

const kinds: readonly FieldClass[] = ['name', 'email', 'locality', 'password'];
const identity = createIdentity({ seed: 1, locale: 'en-US' });
const typedAs = (kind: FieldClass) => identity.valueFor(kind) ?? '';

let site: Server;
let base = '';
let folder = '';
const collectors = new Map<string, Collector>();

/** `/rrweb/honest`, `/rrweb/lying`: what is told of the recorder is true, or it is not. */
const paths = ['/rrweb/honest', '/rrweb/lying', '/sentry/honest'] as const;

beforeAll(async () => {
  const scripts = new Map<string, string>();
  for (const recorder of ['rrweb', 'sentry'] as const)
    scripts.set(`/${recorder}.js`, await driverOf(recorder, drivers));
  for (const path of paths) collectors.set(path, await openCollector());
  site = createServer(({ url = '' }, response) => {
    const script = scripts.get(url);
    const collector = collectors.get(url);
    const recorder: Played = url.startsWith('/sentry') ? 'sentry' : 'rrweb';
    const body = collector ? html(recorder, collector.url, open[recorder]) : (script ?? '');
    const type = script === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(body === '' ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-wire-'));
});

afterAll(async () => {
  site.closeAllConnections();
  site.close();
  for (const collector of collectors.values()) await collector.close();
  rmSync(folder, { recursive: true });
});

interface Checked {
  readonly code: number;
  /** Everything that was printed. */
  readonly said: string;
  readonly pages: readonly PageReport[];
  readonly reasons: readonly string[];
}

async function check(name: string, config: object): Promise<Checked> {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(config));
  const args = ['check', '--config', `${name}.json`, '--report', `json=${name}.out`];
  const ended = await new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    execFile(process.execPath, [launcher, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err });
    });
  });
  const written = readFileSync(join(folder, `${name}.out`), 'utf8');
  const report = JSON.parse(written) as { pages: readonly PageReport[]; judgement: CheckRun['judgement'] };
  for (const kind of kinds) expect(ended.said + written).not.toContain(typedAs(kind));
  return { ...ended, pages: report.pages, reasons: report.judgement.reasons.map(({ why }) => why) };
}

/** Kinds whose values came to a collector, by its own reading. */
function received(path: string): string[] {
  return kinds.filter((kind) => collectors.get(path)?.has(typedAs(kind))).sort();
}

function arrivals({ wire }: PageReport, recorder: string): string[] {
  const of = wire?.arrivals.filter(({ receiver }) => receiver.recorder === recorder) ?? [];
  return [...new Set(of.map(({ kind }) => kind))].sort();
}

const attended = { visitor: true, wire: true, wait: 300, timeout: 20_000 };

function honest(page: PageReport, recorder: Played): void {
  const came = received(`/${recorder}/honest`);
  expect(came).toEqual(['email', 'locality', 'name']);
  expect(arrivals(page, recorder)).toEqual(came);
  expect(page.wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted)).toEqual([]);
  expect(page.leaks.filter(({ planted }) => planted)).not.toEqual([]);
}

test.concurrent('what a recorder sends is told as its own, was foreseen, and leaks', async () => {
  const config = {
    recorder: 'sentry',
    pages: [`${base}/sentry/honest`],
    options: open.sentry,
    defaults: attended,
  };
  const { code, pages, reasons, said } = await check('sentry', config);
  const [page] = pages;
  if (!page) throw new Error(said);
  honest(page, 'sentry');
  expect(reasons).toEqual(['leaks']);
  expect(code).toBe(1);
  expect(said).not.toContain('Sent though not predicted');
});

test.concurrent('a recorder that sends what it is said to mask fails the run, whatever is accepted', async () => {
  const config = {
    recorder: 'rrweb',
    pages: [
      { url: `${base}/rrweb/honest`, options: open.rrweb },
      { url: `${base}/rrweb/lying`, options: closed.rrweb },
    ],
    defaults: attended,
    failOn: { maxLeaks: 99 },
  };
  const { code, pages, reasons, said } = await check('rrweb', config);
  const [page, lying] = pages;
  if (!page || !lying) throw new Error(said);
  honest(page, 'rrweb');
  const unpredicted = lying.wire?.arrivals.filter((one) => one.isUnpredicted) ?? [];
  expect(received('/rrweb/lying')).toEqual(['email', 'locality', 'name']);
  // The name is in the greeting too, which is said to be recorded: that it comes was foreseen.
  expect(unpredicted.map(({ kind, predicted }) => `${kind} ${predicted}`).sort()).toEqual([
    'email masked',
    'locality masked',
  ]);
  expect(reasons).toEqual(['unpredicted']);
  expect(code).toBe(1);
  expect(said).toContain('✗ Sent though not predicted');
});
