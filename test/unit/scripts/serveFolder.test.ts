import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveFolder } from '../../../scripts/serveFolder.ts';

async function served(): Promise<{ url: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-folder-'));
  await writeFile(join(folder, 'index.html'), '<p>{{who}} and {{nobody}}</p>');
  await writeFile(join(folder, 'shop.js'), 'const text = "{{who}}";');
  const server = await serveFolder({ folder, placeholders: { who: 'Ada' } });
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  return { url: server.url, folder };
}

/** `fetch` resolves `..` before it sends: a request as a hostile client would write it. */
async function rawStatus(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.slice(9, 12);
}

describe('serveFolder', () => {
  it('fills placeholders in HTML only, and leaves unknown ones', async () => {
    const { url } = await served();
    expect(await (await fetch(url)).text()).toBe('<p>Ada and {{nobody}}</p>');
    expect(await (await fetch(`${url}/shop.js`)).text()).toContain('{{who}}');
  });

  it('lets browsers keep what does not change, and never HTML', async () => {
    const { folder } = await served();
    const server = await serveFolder({ folder, isLasting: true });
    onTestFinished(() => server.close());
    const keeps = async (path: string) => (await fetch(server.url + path)).headers.get('cache-control');
    expect([await keeps('/shop.js'), await keeps('/')]).toEqual(['max-age=3600', 'no-store']);
  });

  it.each([
    '/../../../../etc/hostname',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/hostname',
    '/%',
    '/none.html',
    '/art/',
  ])('answers 404 to %s', async (path) => {
    const { url } = await served();
    expect(await rawStatus(url, path)).toBe('404');
  });

  it('does not follow a link out of the folder', async () => {
    const { url, folder } = await served();
    await symlink(new URL(import.meta.url).pathname, join(folder, 'out.html'));
    expect((await fetch(`${url}/out.html`)).status).toBe(404);
  });

  it('refuses to be written to', async () => {
    const { url } = await served();
    expect((await fetch(`${url}/index.html`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});
