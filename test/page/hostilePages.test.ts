import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureRecord, Uninspected } from '../../core/capture/captureRecord.ts';

const launcher = fileURLToPath(new URL('../../bin/scrim.mjs', import.meta.url));
const email = 'jane.roe@example.org';
const page = (html: string) => `<!doctype html><title>Shop</title>${html}`;

const pages: Record<string, string> = {
  '/leak': page(`<p>${email}</p>`),
  '/alert': page(`<script>alert(1); onload = () => confirm(2)</script><p>${email}</p>`),
  '/busy': page('<script>onload = () => setTimeout(() => { for (;;); }, 0)</script>'),
  '/lazy': page('<div style="height:20000px"></div><iframe loading="lazy" src="/leak"></iframe>'),
  '/written': page(
    `<iframe id="f" src="about:blank"></iframe><script>f.contentDocument.body.innerHTML = '${email}'</script>`,
  ),
  '/object': page('<object data="/leak" type="text/html"></object>'),
  '/deep': page(`<script>
    let deepest = document.body ?? document.documentElement;
    for (let i = 0; i < 1500; i += 1) deepest = deepest.appendChild(document.createElement('i'));
    deepest.textContent = '${email}';
  </script>`),
  '/names': page(
    `<p id="p" ${email}="${email}"></p><${email}>${email}</${email}><?note ${email}?>
     <script>p.setAttributeNS(null, 'DATA-X', '${email}')</script>`,
  ),
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pages[request.url ?? ''] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

function scrim(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function capture(
  path: string,
): Promise<{ readonly records: CaptureRecord[]; readonly uninspected: Uninspected[] }> {
  const { out } = await scrim('capture', base + path, '--json');
  return JSON.parse(out) as { records: CaptureRecord[]; uninspected: Uninspected[] };
}

describe('scrim check', () => {
  test('dialogs do not hold it', async () => {
    expect((await scrim('check', `${base}/alert`, '--timeout', '10000')).code).toBe(1);
  });

  test('a page that never answers is not inspected, and the next one is looked at', async () => {
    const { code, out } = await scrim('check', `${base}/busy`, `${base}/leak`, '--timeout', '8000', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ summary: { pages: 2, notLoaded: 1, leaks: 1 } });
  });

  test('3 where only an object shows a page, or a frame waits for its own', async () => {
    expect((await scrim('check', `${base}/object`, `${base}/lazy`)).code).toBe(3);
  });

  test('a reader that leaves early does not change the exit code', async () => {
    const child = spawn(process.execPath, [launcher, 'check', `${base}/lazy`, `${base}/leak`]);
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });

  test('what a page calls its attributes and elements is not reported', async () => {
    const { code, out, err } = await scrim('check', `${base}/names`, '--json');
    expect(code).toBe(1);
    expect(out + err).not.toContain(email);
  });
});

describe('scrim capture', () => {
  test('names a frame that has not loaded, and reads one that a script wrote', async () => {
    expect((await capture('/lazy')).uninspected).toMatchObject([
      { kind: 'frame', reason: 'frame-not-loaded', origin: base },
    ]);
    const written = await capture('/written');
    expect(written.uninspected).toEqual([]);
    expect(written.records).toContainEqual(expect.objectContaining({ channel: 'text', output: email }));
  });

  test('reads 1,500 levels, and says that it could not look for closed shadow roots there', async () => {
    const { records, uninspected } = await capture('/deep');
    expect(records).toContainEqual(expect.objectContaining({ channel: 'text', output: email }));
    expect(uninspected).toMatchObject([{ kind: 'partial', reason: 'closed-roots-not-listed' }]);
  });

  test('reads attributes with capitals in their names, and processing instructions', async () => {
    const { records } = await capture('/names');
    expect(records).toContainEqual(expect.objectContaining({ name: 'DATA-X', output: email }));
    expect(records).toContainEqual(
      expect.objectContaining({ channel: 'comment', output: expect.stringContaining(email) }),
    );
  });
});
