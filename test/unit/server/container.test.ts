import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = readFileSync(join(root, 'server', 'Containerfile'), 'utf8');
const run = promisify(execFile);

/** From this project, to a folder of the container. */
const copies = [...text.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)].flatMap(([, from = '', to = '']) =>
  from.split(' ').map((path) => ({ path, to })),
);

// No container can be built where the tests run: what it would hold is put together and started here.
describe('the container file', () => {
  it('copies what is there', () => {
    expect(copies.map(({ path }) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(text).toMatch(/^USER node$/m);
  });

  it('copies all that its command needs, with no package but those of an installation without development', async () => {
    const app = mkdtempSync(join(tmpdir(), 'scrim-image-'));
    onTestFinished(() => rmSync(app, { recursive: true, force: true }));
    for (const { path, to } of copies) {
      if (to.endsWith('/') && to !== './') mkdirSync(join(app, to), { recursive: true });
      const target = to.endsWith('/') ? join(to, path.split('/').at(-1) ?? '') : to;
      cpSync(join(root, path), join(app, target), { recursive: true });
    }
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    for (const [path, { dev, devOptional }] of Object.entries(packages)) {
      const isTop = /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path);
      if (!isTop || dev || devOptional || !existsSync(join(root, path))) continue;
      mkdirSync(join(app, path, '..'), { recursive: true });
      symlinkSync(join(root, path), join(app, path));
    }
    const scrim = async (...args: readonly string[]) =>
      (await run(process.execPath, [join(app, 'bin', 'scrim.mjs'), ...args], { cwd: app })).stdout;
    expect(await scrim('serve', '--help')).toContain('--behind-proxy');
    expect(await scrim('keys', '--help')).toContain('regenerate');
    await expect(scrim('serve', '--host', '0.0.0.0')).rejects.toMatchObject({ code: 2 });
  });
}, 120_000);
