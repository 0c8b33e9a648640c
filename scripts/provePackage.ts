// `npm run prove:package [-- --install]`: packs Scrim, puts the package into an empty project, and uses it there: the
// command, a configuration with `defineConfig`, a flow, the matchers in vitest, the declarations. With `--install` npm fetches what the
// package depends on; without, it is linked from this checkout.
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowser } from './findBrowser.ts';
import { projectRoot } from './projectRoot.ts';
import { type CommandResult, runCommand } from './runCommand.ts';

const timeout = 300_000;

const page = `<!doctype html><title>Shop</title><p>Order of jane.roe@example.com</p><p id="ok" class="fs-mask">Jane Roe</p>
<form><label>Your e-mail <input type="email" name="mail"></label></form><p id="echo"></p>
<script>document.querySelector('input').addEventListener('input', (event) => { echo.textContent = event.target.value; });</script>`;

const config = `import { defineConfig } from 'scrim';
export default defineConfig({ pages: ['page.html'], recorder: 'fullstory', failOn: { maxLeaks: 9 } });
`;

const test = `import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScrim, type Matchers, scrimMatchers } from 'scrim/test';

declare module 'vitest' {
  interface Assertion { toCaptureNoPII(): Promise<void>; toBeMaskedInReplay(selector: string): Promise<void>; }
}
let browser: Browser;
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  const matchers: Matchers = scrimMatchers(await createScrim({ recorder: 'fullstory' }));
  expect.extend({ ...matchers });
});
afterAll(() => browser.close());

test('the page masks what it should', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('page.html', import.meta.url).href);
  await expect(page).toBeMaskedInReplay('#ok');
  await expect(expect(page).toCaptureNoPII()).rejects.toThrow('Email address j•••@•••.com');
}, 60_000);
`;

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Exit code it has to end with. */
  readonly code: number;
  /** What it has to say, and what it must not. */
  readonly says: RegExp;
  readonly never?: RegExp;
}

const steps: readonly Step[] = [
  {
    name: 'the command',
    command: ['npx', 'scrim', 'check', '--max-leaks', '0', 'page.html'],
    code: 1,
    says: /j•••@•••\.com/,
    never: /jane\.roe/,
  },
  {
    name: 'a configuration',
    command: ['npx', 'scrim', 'check'],
    code: 0,
    says: /page\.html/,
    never: /jane\.roe/,
  },
  { name: 'the matchers', command: ['npx', 'vitest', 'run'], code: 0, says: /1 passed/ },
  {
    name: 'the declarations',
    command: [
      'npx',
      'tsc',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
      'scrim.config.ts',
      'shop.test.ts',
    ],
    code: 0,
    says: /^$/,
  },
];

async function prove(isInstalled: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-package-'));
  const executable = await findBrowser({ kind: 'chrome', install: false, log: () => undefined });
  try {
    const tarball = await pack(folder);
    await (isInstalled ? install(folder, tarball) : link(folder, tarball));
    await writeFile(join(folder, 'page.html'), page);
    await writeFile(join(folder, 'scrim.config.ts'), config);
    await writeFile(join(folder, 'shop.test.ts'), test);
    let failures = 0;
    for (const step of steps) {
      const result = await inFolder(folder, step.command, { CHROME_PATH: executable });
      const problem = problemOf(step, result);
      console.log(problem === undefined ? `ok       ${step.name}` : `FAILED   ${step.name}: ${problem}`);
      if (problem !== undefined) failures += 1;
    }
    return failures === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function problemOf({ code, says, never }: Step, result: CommandResult): string | undefined {
  const { output } = result;
  if (result.code !== code) return `ended with ${result.code}\n${result.problem ?? ''}${output}`;
  if (!says.test(output.trim())) return `did not say ${says}\n${output}`;
  return never?.test(output) ? 'said what it must not say' : undefined;
}

/** @returns path of the package */
async function pack(folder: string): Promise<string> {
  await must(await runCommand('npm', ['pack', '--pack-destination', folder], { timeout }));
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack made no package');
  return join(folder, tarball);
}

async function install(folder: string, tarball: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'shop', type: 'module' }));
  const tools = ['vitest', 'typescript', 'puppeteer', '@types/node'];
  await must(await inFolder(folder, ['npm', 'install', '--ignore-scripts', tarball, ...tools], {}));
}

/** As npm would lay it out, with what is in this checkout. */
async function link(folder: string, tarball: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'shop', type: 'module' }));
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '.bin'), { recursive: true });
  await must(await inFolder(folder, ['tar', '-xzf', tarball, '-C', modules], {}));
  await must(await inFolder(modules, ['mv', 'package', 'scrim'], {}));
  await symlink('../scrim/bin/scrim.mjs', join(modules, '.bin', 'scrim'));
  for (const name of ['vitest', 'tsc'])
    await symlink(join(projectRoot, 'node_modules', '.bin', name), join(modules, '.bin', name));
  for (const name of await packages()) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(projectRoot, 'node_modules', name), join(modules, name));
  }
}

async function packages(): Promise<readonly string[]> {
  const all = await readdir(join(projectRoot, 'node_modules'));
  const named = all.filter((name) => !name.startsWith('.') && name !== 'scrim');
  const scoped = named.filter((name) => name.startsWith('@'));
  const inside = await Promise.all(
    scoped.map(async (scope) =>
      (await readdir(join(projectRoot, 'node_modules', scope))).map((name) => `${scope}/${name}`),
    ),
  );
  return [...named.filter((name) => !name.startsWith('@')), ...inside.flat()];
}

function inFolder(
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return runCommand(command, args, { cwd: folder, timeout, env });
}

function must({ code, problem, output }: CommandResult): void {
  if (code !== 0) throw new Error(problem ?? output);
}

process.exitCode = await prove(process.argv.includes('--install'));
