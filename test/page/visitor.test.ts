import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserHost, createBrowserHost } from '../../cli/browserHost.ts';
import type { Flow } from '../../cli/flows/flow.ts';
import { lastStep, runFlow } from '../../cli/flows/runFlow.ts';
import type { PageVisit } from '../../cli/pageAttendant.ts';
import { parseTarget } from '../../cli/target.ts';
import { createVisitor } from '../../cli/visitor/createVisitor.ts';
import { type LookedAt, makePageReport } from '../../core/report/makePageReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { projectRoot } from '../../scripts/projectRoot.ts';
import { type ShopServer, serveShop } from '../../scripts/serveShop.ts';
import { openBrowser } from './openScrimPage.ts';

// Every field is masked: a look at the page as it comes finds nothing. What it makes of what people type is recorded.
const recorder = {
  profile: 'rrweb',
  options: { maskAllInputs: true },
  ruleSet: { rules: [], groups: [], gaps: [] },
} as const;
const visiting = { seed: 5, locale: 'en-US' };

let browser: Browser;
let host: BrowserHost;
let shop: ShopServer;
let pageScript: string;
beforeAll(async () => {
  [browser, shop, pageScript] = await Promise.all([
    openBrowser(),
    serveShop(),
    buildPageScript().then((file) => readFile(file, 'utf8')),
  ]);
  host = createBrowserHost({ launch: async () => browser, isShared: true, pageScript });
});
afterAll(async () => {
  await host.close();
  await browser.close();
  await shop.close();
});

function reportOf(page: string, scan: LookedAt, step?: string): Promise<PageReport> {
  const now = () => performance.now();
  return makePageReport(page, scan, { now, showValues: false, ...(step === undefined ? {} : { step }) });
}

/** What leaks, where it is read, and whether the visitor typed it. */
function told({ leaks }: PageReport): string[] {
  return leaks.map(({ kind, planted, places }) => {
    const what = kind.type === 'value' ? kind.detector : `field:${kind.class}`;
    return `${planted ? 'planted ' : ''}${what} in ${places.map(({ channel }) => channel).join(' and ')}`;
  });
}

async function visit(attendants: Parameters<BrowserHost['scan']>[1]['attendants']): Promise<PageReport> {
  const target = parseTarget(`${shop.url}/signup.html?hasty`, true);
  const request = { ...recorder, timeout: 20_000, wait: 0, watch: 0, attendants: attendants ?? [] };
  return reportOf('signup', await host.scan(target, request));
}

test('finds what only a visitor brings forth, says that it is planted, and leaves the page where it is', async () => {
  expect(told(await visit([]))).toEqual([]);
  let seen: PageVisit | undefined;
  let address = '';
  const witness = {
    async finish(now: PageVisit) {
      seen = now;
      address = `${now.page.url()} ${await now.page.title()}`;
      return {};
    },
  };
  const report = await visit([createVisitor(visiting), witness]);
  expect(told(report).sort()).toEqual([
    'planted field:locality in text',
    'planted field:name in text',
    'planted field:password in text',
    'planted field:username in text',
  ]);
  expect(report.visitor).toMatchObject({ seed: 5, shownPasswords: 1, opened: 2 });
  expect(report.visitor?.filled.map(({ class: found }) => found).sort()).toEqual([
    ...['email', 'locality', 'name', 'otp', 'password', 'username'],
  ]);
  // A script of the page wanted to send the form, and another to go elsewhere; the button that deletes was not pressed.
  expect(address).toBe(`${shop.url}/signup.html?hasty New account - Acme Outfitters`);
  const said = JSON.stringify(report);
  expect(seen?.planted.length).toBe(6);
  for (const { value } of seen?.planted ?? []) expect(said).not.toContain(value);
});

async function flow(run: Flow): Promise<readonly PageReport[]> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const reports = await runFlow(
    { name: 'flows/signup.ts', run },
    {
      ...{ page, pageScript, recorder, wait: 0, timeout: 20_000 },
      ...visiting,
      baseUrl: shop.url,
      report: reportOf,
    },
  );
  await context.close();
  return reports;
}

const stepsOf = (reports: readonly PageReport[]) =>
  reports.map((report) => [report.page.split('/').at(-1), report.step, ...told(report)]);

async function signUp(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('form button:not([type])')]);
}

test('a flow reports each step, and what was recorded between two of them', async () => {
  const reports = await flow(async ({ page, scrim, baseUrl }) => {
    await page.goto(`${baseUrl}/signup.html`);
    const first = await scrim.check('form');
    expect(first.leaks).toEqual([]);
    await page.type('[name=first]', scrim.value('name').split(' ')[0] ?? '');
    await signUp(page);
    await scrim.check('welcome');
    await page.evaluate(() => document.body.append('Questions? ann.lee@example.com'));
  });
  expect(stepsOf(reports)).toEqual([
    ['signup.html', 'form'],
    ['signup.html', 'welcome', 'planted person-name in text'],
    ['welcome.html', 'welcome', 'planted person-name in text and url'],
    ['welcome.html', lastStep, 'email in text'],
  ]);
});

test('the flow of docs/flows.md runs as it stands there', async () => {
  const text = await readFile(join(projectRoot, 'docs', 'flows.md'), 'utf8');
  const [, source = ''] = /```ts\n\/\/ flows\/signup\.ts\n([\s\S]*?)```/.exec(text) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'scrim-flow-'));
  const file = join(folder, 'signup.ts');
  await writeFile(file, source);
  const module: { default: Flow } = await import(file);
  await rm(folder, { recursive: true });
  const reports = await flow(module.default);
  expect(stepsOf(reports)).toEqual([
    ['signup.html', 'sign up, empty form'],
    ['signup.html', 'sign up, filled', 'planted person-name in text'],
    [
      ...['welcome.html', 'welcome', 'planted field:otp in url', 'planted field:password in url'],
      ...['planted email in url', 'planted person-name in text and url'],
    ],
  ]);
});

test('a document that is left before it has loaded is looked at all the same', async () => {
  const reports = await flow(async ({ page, scrim, baseUrl }) => {
    await page.goto(`${baseUrl}/welcome.html?first=Ann`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => {
      document.body.append('ann.lee@example.com');
      location.href = 'welcome.html';
    });
    await page.waitForNavigation();
    await scrim.check('end');
  });
  expect(stepsOf(reports)).toEqual([
    ['welcome.html', 'end', 'email in text'],
    ['welcome.html', 'end'],
  ]);
});

test('a flow that stops says so, without the values in its error; one that checks nothing is not inspected', async () => {
  let value = '';
  const reports = await flow(async ({ page, scrim, baseUrl }) => {
    await page.goto(`${baseUrl}/signup.html`);
    expect(await scrim.fill()).toBeGreaterThan(2);
    value = scrim.value('email');
    await scrim.check('filled');
    throw new Error(`expected "ann.lee@example.com" to be ${value}\nat line 3`);
  });
  const last = reports.at(-1);
  expect(last).toMatchObject({ page: 'flows/signup.ts', loaded: false });
  const [problem] = last?.uninspected ?? [];
  expect(problem).toMatchObject({ kind: 'page', reason: 'flow-failed' });
  expect(problem?.detail).toContain('after "filled": expected');
  expect(JSON.stringify(reports)).not.toContain('ann.lee');
  expect(JSON.stringify(reports)).not.toContain(value);
  const [nothing] = await flow(async () => undefined);
  expect(nothing?.uninspected).toMatchObject([{ reason: 'flow-failed', detail: 'it checks nothing' }]);
});

test('a check that fails is told though the flow catches it, and one that nobody waits for is waited for', async () => {
  const caught = await flow(async ({ page, scrim, baseUrl }) => {
    await page.goto(`${baseUrl}/signup.html`);
    await scrim.check('form');
    await page.goto('about:blank');
    await page.close();
    await scrim.check('closed').catch(() => undefined);
  });
  expect(caught.some(({ loaded }) => !loaded)).toBe(true);
  expect(caught.at(-1)?.uninspected[0]?.detail).toMatch(/^after "closed": check: /);
  const unawaited = await flow(async ({ page, scrim, baseUrl }) => {
    await page.goto(`${baseUrl}/signup.html`);
    await page.evaluate(() => document.body.append('Questions? ann.lee@example.com'));
    void scrim.check('form');
  });
  expect(stepsOf(unawaited)).toEqual([['signup.html', 'form', 'email in text']]);
});
