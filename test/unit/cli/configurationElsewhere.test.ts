import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/projectRoot.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As a person runs it: in a folder where no package is installed. */
function check(configuration: string) {
  writeFileSync(join(folder, 'scrim.config.mjs'), configuration);
  writeFileSync(join(folder, 'page.html'), '<p>x</p>');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'cli', 'main.ts'), 'check', '--no-browser'],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stderr };
}

test('a configuration imports scrim where it is not installed', () => {
  const configuration = `import { defineConfig } from 'scrim';\nexport default defineConfig({ pages: ['page.html'] });`;
  expect(check(configuration)).toEqual({ status: 0, stderr: '' });
});

test('any other package that is missing is named', () => {
  const { status, stderr } = check(`import 'scrim-of-others';\nexport default {};`);
  expect([status, stderr.includes("Cannot find package 'scrim-of-others'")]).toEqual([2, true]);
});
