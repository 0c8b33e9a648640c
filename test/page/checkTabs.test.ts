import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageReport } from '../../core/report/pageReport.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));

/** Says its address only once it was drawn ten times, which a hidden page never is. */
const html = `<!doctype html><title>Shop</title><label>Name <input autocomplete="name"></label><script>
  let drawn = 0;
  (function draw() { if (++drawn < 10) requestAnimationFrame(draw); else document.body.append('jane.roe@example.org'); })();
</script>`;

let server: Server;
let folder = '';
let base = '';

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'scrim-tabs-'));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['beside each other', []],
  ['while others are left by who listens to the wire', ['--visitor', '--wire']],
] as const)('pages in several tabs are drawn as if each were in front, %s', async (_how, flags) => {
  const list = join(folder, 'list.txt');
  writeFileSync(list, [1, 2, 3, 4, 5, 6].map((at) => `${base}/${at}`).join('\n'));
  const args = ['check', '--list', list, '--workers', '3', '--wait', '700', '--json', ...flags];
  const out = await new Promise<string>((resolve) => {
    execFile(process.execPath, [launcher, ...args], { maxBuffer: 2 ** 26 }, (_error, said) => resolve(said));
  });
  const { pages } = JSON.parse(out) as { pages: readonly PageReport[] };
  const found = pages.map(({ leaks }) =>
    leaks.some(({ kind }) => kind.type === 'value' && kind.detector === 'email'),
  );
  expect(found).toEqual([true, true, true, true, true, true]);
});
