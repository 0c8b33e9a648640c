import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildPageScript } from './buildPageScript.ts';
import { projectRoot } from './projectRoot.ts';
import { runCommand } from './runCommand.ts';

/** Entries of the package by the names of their files in dist/. */
const entries = { scrim: 'cli/main.ts', index: 'cli/library/index.ts', test: 'cli/library/test.ts' } as const;
const compileTimeout = 180_000;

/**
 * Makes what an installed package needs, because Node strips no types below node_modules: the command and the two
 * library entries as JavaScript, their declarations, the scripts for pages, the server's migrations.
 *
 * All of it lies flat in dist/: what a module finds beside itself in a checkout (`../dist/`, `../package.json`) it finds
 * at the same place from there.
 */
export async function buildPackage(): Promise<string> {
  const dist = join(projectRoot, 'dist');
  await buildPageScript();
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      outDir: dist,
      emptyOutDir: false,
      // Readable: whoever runs it in CI may want to read it.
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, join(projectRoot, file)]),
        ),
        external: [/^node:/, ...(await dependencies()).map((name) => new RegExp(`^${name}(?:/|$)`))],
        output: { entryFileNames: '[name].js', chunkFileNames: 'scrim-[name].js' },
      },
    },
  });
  await cp(join(projectRoot, 'server', 'migrations'), join(dist, 'migrations'), { recursive: true });
  await runCommand('npx', ['tsc', '-p', 'tsconfig.types.json'], {
    cwd: projectRoot,
    timeout: compileTimeout,
  });
  return dist;
}

async function dependencies(): Promise<string[]> {
  const manifest: unknown = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  return Object.keys((manifest as { dependencies: Readonly<Record<string, string>> }).dependencies);
}
