import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { capture } from '../../../cli/commands/capture.ts';
import { check } from '../../../cli/commands/check.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { writeSnapshotFile } from '../../../core/saved/snapshotFile.ts';
import { snapshotOf } from '../saved/snapshotOf.ts';
import { listeningWithoutBrowser } from './withoutBrowser.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(file: string, content: string, name = 'check', ...flags: string[]) {
  const path = join(folder, file);
  writeFileSync(path, content);
  const { context, said } = listeningWithoutBrowser();
  const command = parseCommand([name, path, ...flags]);
  if (command.name === 'check') return { code: await check(command, context), written: said() };
  if (command.name === 'capture') return { code: await capture(command, context), written: said() };
  throw new Error(command.name);
}

const page = '<p class="card">Write to jane.roe@example.org</p><input type="email" name="email">';
const file = 'checkout.scrim-page.json';

describe('a saved page on the command line', () => {
  test('beside a baseline: the rule that stopped matching is named, and the last line is the verdict', async () => {
    const baseline = join(folder, 'scrim.lock.json');
    const rules = join(folder, 'phone.json');
    const rule = { id: '1', name: 'Phone', source: { selector: '.phone' }, operation: { action: 'MASK' } };
    writeFileSync(rules, JSON.stringify({ scrim: 1, rules: [rule] }));
    const flags = ['--no-browser', '--rules', rules, '--baseline', baseline];
    const html = '<p class="phone">+1 (212) 555-0142</p>';
    const before = await run('shop.html', html, 'check', ...flags, '--update');
    expect([before.code, before.written]).toEqual([0, expect.stringMatching(/passed \(exit code 0\)\.\n$/)]);
    const { code, written } = await run('shop.html', html.replace('phone', 'tel'), 'check', ...flags);
    expect(code).toBe(1);
    expect(written).toMatch(/The rule Phone matches nothing on .*shop\.html any more \(it matched: p\)/);
    expect(written).toMatch(/The check did not pass \(exit code 1\)\.\n$/);
  });

  test.each([
    ['visitor', ['--visitor'], 'which does nothing by itself: no visitor'],
    ['wire', ['--visitor', '--wire'], 'which does nothing by itself: no visitor, wire'],
    ['a wire check of nothing that was typed', ['--wire'], 'ask for --visitor too'],
  ])('is refused with %s, which would not be done', async (_asked, flags, words) => {
    await expect(run('plain.html', '<p>x</p>', 'check', '--no-browser', ...flags)).rejects.toThrow(words);
  });

  test('is read without a browser: leaks by kind and sample, never a raw value', async () => {
    const { code, written } = await run(file, writeSnapshotFile([await snapshotOf(page)]), 'check', '--json');
    expect(code).toBe(1);
    const [report] = JSON.parse(written).pages;
    expect(report.leaks.map((leak: { sample: string }) => leak.sample)).toContain('j•••@•••.org');
    expect(written).not.toMatch(/jane|roe@/);
    const shown = await run(file, writeSnapshotFile([await snapshotOf(page)]), 'check', '--show-values');
    expect(shown.written).not.toMatch(/jane|roe@|\ue000/);
  });

  test('is never plain green: values are gone, and that is said', async () => {
    const { code, written } = await run(file, writeSnapshotFile([await snapshotOf('<b>x</b>')]));
    expect(code).toBe(3);
    expect(written).not.toContain('✓');
    expect(written).toContain(en['uninspected.values-redacted']);
  });

  test('says what would be sent with the samples in place of the values', async () => {
    const { code, written } = await run(
      file,
      writeSnapshotFile([await snapshotOf(page)]),
      'capture',
      '--json',
    );
    expect(code).toBe(0);
    expect(written).toContain('j•••@•••.org');
    expect(written).not.toContain('\ue000');
  });

  test.each([
    ['no JSON', '<html>'],
    ['another format', '{"format":"har"}'],
    ['an empty list', '{"format":"scrim-pages","version":1,"pages":[]}'],
  ])('a file that is none was not loaded: %s', async (_what, content) => {
    const { code, written } = await run(file, content);
    expect(code).toBe(3);
    expect(written).toContain(en['cli.notLoaded']);
  });

  test('a file of several pages is refused by number', async () => {
    const several = writeSnapshotFile([await snapshotOf('<b>x</b>'), await snapshotOf('<i>y</i>')]);
    const { code, written } = await run(file, several);
    expect(code).toBe(3);
    expect(written).toContain('2 pages');
  });
});
