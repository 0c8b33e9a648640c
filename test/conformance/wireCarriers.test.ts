import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBrowserHost } from '../../cli/browserHost.ts';
import { createWireWatch } from '../../cli/wire/createWireWatch.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { WireReport } from '../../core/wire/wireReport.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { openBrowser } from '../page/openScrimPage.ts';
import { carried, carriersPage, foreignFrame, serviceWorker } from './wire/carriersPage.ts';

let browser: Browser;
let server: Server;
let own = '';
let other = '';
const arrived = new Set<string>();

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    arrived.add(path);
    request.resume();
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('content-type', path === '/service.js' ? 'text/javascript' : 'text/html');
    if (path === '/events') response.setHeader('content-type', 'text/event-stream');
    if (path === '/') response.end(carriersPage(own, other));
    else if (path === '/service.js') response.end(serviceWorker);
    else response.end(path === '/foreign' ? foreignFrame : '');
  });
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  own = `http://127.0.0.1:${port}`;
  other = `http://localhost:${port}`;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function listen(): Promise<WireReport | undefined> {
  const pageScript = await readFile(await buildPageScript(), 'utf8');
  const host = createBrowserHost({ launch: async () => browser, pageScript });
  const ruleSet = profileById('fullstory')?.offlineRules();
  if (!ruleSet) throw new Error('there is no such profile');
  const sender = {
    async act({ page, planted }: Parameters<NonNullable<ReturnType<typeof createWireWatch>['act']>>[0]) {
      planted.push(...Object.values(carried));
      await page.evaluate('send()');
    },
  };
  const attendants = [sender, createWireWatch({ profile: 'fullstory' })];
  const wanted = {
    profile: 'fullstory',
    options: undefined,
    ruleSet,
    timeout: 30_000,
    wait: 300,
    watch: 700,
  };
  const scan = await host.scan({ given: own, url: `${own}/` }, { ...wanted, attendants });
  return scan.additions?.wire;
}

test('every way out of a page is heard, and what goes there is found', async () => {
  const wire = await listen();
  // In one run of four the browser tells the event stream once more, as a plain address: of that one only.
  const carriersOf = (carriers: readonly string[]) =>
    carriers.join('+').replace('event-source+address', 'event-source');
  const found = wire?.arrivals.map(
    ({ kind, carriers, receiver }) =>
      `${kind} by ${carriersOf(carriers)}${receiver.isThirdParty ? ' to another site' : ''}`,
  );
  console.log(`${wire?.messages} messages, ${found?.length} of ${Object.keys(carried).length} values found`);
  const expected = [
    'email by image to another site',
    'tel by fetch',
    'name by xhr',
    'street by beacon',
    'locality by websocket',
    'organization by websocket',
    'postal by event-source',
    'username by form to another site',
    'cc-number by worker',
    'token by header',
    'password by fetch to another site',
    'otp by beacon',
    'dob by beacon',
    'cc-name by fetch',
    'bank by worker',
    'id by worker',
  ];
  // The blob that is sent while the page goes may be gone before it is read (once in 20 runs): then that is told.
  const unread = wire?.notInspected.filter(
    ({ carrier, why }) => `${carrier} ${why}` === 'beacon body-not-read',
  );
  const isUnread = unread?.length === 1 && !found?.includes('dob by beacon');
  expect(found?.toSorted()).toEqual(
    expected.filter((one) => !(isUnread && one === 'dob by beacon')).toSorted(),
  );
  expect(wire?.notInspected).toEqual(isUnread ? unread : []);
  expect(wire?.ofPlayed).toBe(0);
  expect([...arrived]).toEqual(
    expect.arrayContaining(['/hidden', '/leaving', '/eager', '/service', '/shared']),
  );
});
