import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));

/** A site whose page asks for its recorder's settings, as FullStory's script does. */
async function openSite(answer: object): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isPage = request.url === '/';
    response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'application/json' });
    const page = '<!doctype html><title>Shop</title><script>fetch("/rec/page", { method: "POST" })</script>';
    response.end(isPage ? page : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

function rulesFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrim-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const rule = (selector: string) => ({
    name: `Rule ${selector}`,
    source: { selector },
    operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
  });
  const path = join(folder, 'rules.json');
  writeFileSync(path, JSON.stringify([rule('.phone'), rule('.late')]));
  return path;
}

const scrim = (...args: string[]) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, [launcher, ...args], (_error, out) => resolve(out));
  });

test('scrim check says how the rules in force differ from the file, and asks for nothing itself', async () => {
  const given = {
    ElementBlocks: [
      { Selector: '.phone', Type: 2 },
      { Selector: '.old', Type: 1 },
    ],
  };
  const site = await openSite(given);
  const rules = rulesFile();
  const report = JSON.parse(await scrim('check', site.url, '--rules', rules, '--wait', '300', '--json')) as {
    readonly pages: readonly { readonly inForce: unknown }[];
  };
  expect(report.pages[0]?.inForce).toEqual({
    notGiven: ['Rule .late'],
    notListed: ['.old'],
    otherAction: [],
    untold: [],
  });
  expect(site.asked.filter((one) => one.endsWith('/rec/page'))).toEqual(['POST /rec/page']);
  const words = await scrim('check', site.url, '--rules', rules, '--wait', '300');
  expect(words).toContain('The rules in force on the page differ from the rule file');
  expect(words).toContain('Rule .late');
});
