// The demo shop by the real command: what leaks in it found by a flow, by the synthetic visitor and on the wire. By its
// sitemap: test/e2e/checkSite.test.ts.
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
import { projectRoot } from '../../scripts/projectRoot.ts';
import { driverOf } from '../conformance/runTruth.ts';
import { type Collector, openCollector } from '../conformance/wire/openCollector.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const shop = fileURLToPath(new URL('../fixtures/shop/', import.meta.url));
// Every field is masked: what the page makes of what people type is what leaks.
const options = { maskAllInputs: true };

let site: Server;
let base = '';
let folder = '';
let collector: Collector;

beforeAll(async () => {
  collector = await openCollector();
  const driver = await driverOf('rrweb', join(projectRoot, 'test', 'conformance', 'wire'));
  const start = JSON.stringify({ collector: collector.url, ...options });
  // The shop's page with the recorder itself, which the fixture only pretends to run.
  const recorder = `<script src="driver.js"></script><script>addEventListener('load', () => setTimeout(() => recorderDriver.start(${start}), 0))</script>`;
  const files: Readonly<Record<string, string>> = {
    '/driver.js': driver,
    '/signup.html': readFileSync(join(shop, 'signup.html'), 'utf8').replace('</body>', `${recorder}</body>`),
    '/welcome.html': readFileSync(join(shop, 'welcome.html'), 'utf8'),
  };
  site = createServer((request, response) => {
    const path = new URL(request.url ?? '', base).pathname;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(files[path] === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(files[path]);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-shop-'));
  const docs = readFileSync(join(projectRoot, 'docs', 'flows.md'), 'utf8');
  const [, flow = ''] = /```ts\n\/\/ flows\/signup\.ts\n([\s\S]*?)```/.exec(docs) ?? [];
  writeFileSync(join(folder, 'signup.ts'), flow);
});

afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await collector.close();
  rmSync(folder, { recursive: true });
});

/** What leaks, where it is read, and whether the visitor typed it. */
function told({ leaks }: PageReport): string[] {
  return leaks.map(({ kind, planted, places }) => {
    const what = kind.type === 'value' ? kind.detector : `field:${kind.class}`;
    const channels = [...new Set(places.map(({ channel }) => channel))];
    return `${planted ? 'planted ' : ''}${what} in ${channels.join(' and ')}`;
  });
}

function arrivals({ wire }: PageReport): string[] {
  return (wire?.arrivals ?? [])
    .map(({ kind, receiver, isUnpredicted }) => {
      const whose = receiver.recorder ?? (receiver.isThirdParty ? 'another site' : 'the site');
      return `${kind} to ${whose}${isUnpredicted ? ', not foreseen' : ''}`;
    })
    .sort();
}

test('leaks are found by the flow of the documentation, by the visitor and on the wire, in one run', async () => {
  const config = {
    recorder: 'rrweb',
    options,
    flows: ['signup.ts'],
    baseUrl: base,
    pages: [{ url: `${base}/signup.html`, visitor: true, wait: 300 }],
    defaults: { wire: true, timeout: 20_000 },
  };
  writeFileSync(join(folder, 'scrim.config.json'), JSON.stringify(config));
  const { code, out } = await new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, [launcher, 'check', '--json'], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, out: stdout || stderr });
    });
  });
  const report = JSON.parse(out) as {
    readonly pages: readonly PageReport[];
    readonly judgement: CheckRun['judgement'];
  };
  const [visited, ...steps] = report.pages;
  if (!visited) throw new Error(out);

  // Of six fields four are shown by the page: greeting, password, delivery and gift.
  const shown: readonly FieldClass[] = ['locality', 'name', 'password', 'username'];
  expect(told(visited).sort()).toEqual(shown.map((kind) => `planted field:${kind} in text`));
  expect(arrivals(visited)).toEqual(shown.map((kind) => `${kind} to rrweb`));
  const { valueFor } = createIdentity({ seed: 1, locale: 'en-US' });
  const fields: readonly FieldClass[] = [...shown, 'email', 'otp'];
  for (const kind of fields) expect(out).not.toContain(valueFor(kind));

  expect(steps.map((step) => [step.page.split('/').at(-1), step.step, ...told(step)])).toEqual([
    ['signup.html', 'sign up, empty form'],
    ['signup.html', 'sign up, filled', 'planted person-name in text'],
    // The form is sent by GET: whatever it holds stands in the address, and the first name is said once more.
    [
      ...['welcome.html', 'welcome', 'planted field:otp in url', 'planted field:password in url'],
      ...['planted email in url', 'planted person-name in text and url'],
    ],
  ]);
  const ofFlow = arrivals(steps.at(-1) ?? visited);
  expect(ofFlow).toEqual([
    'email to the site',
    'name to rrweb',
    'name to the site',
    'otp to the site',
    'password to the site',
  ]);
  expect(report.judgement.reasons.map(({ why }) => why)).toEqual(['leaks']);
  expect(code).toBe(1);
});
