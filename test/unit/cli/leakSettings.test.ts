import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { CommandContext } from '../../../cli/commandContext.ts';
import { check } from '../../../cli/commands/check.ts';
import { detect } from '../../../cli/commands/detect.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { createTranslator } from '../../../core/messages/translate.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrim-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const page = file(
  'page.html',
  '<!doctype html><title>Shop</title><p>jane.roe@example.org</p><p>Policy P-445566</p><div class="fs-mask"><h1>Orders</h1></div>',
);
const policy = {
  name: 'policy-id',
  pattern: 'P-\\d{6}',
  tags: ['identity'],
  examples: { found: ['P-123456'] },
};
const accept = (detector: string, expires = '2027-01-01') => ({ detector, reason: 'ours', expires });

interface Given {
  readonly detectors?: readonly unknown[];
  readonly suppressions?: readonly unknown[];
}

/** Exit code and what was printed. */
async function run(given: Given, ...flags: readonly string[]) {
  const rules = file('rules.json', JSON.stringify({ scrim: 1, rules: [], ...given }));
  const command = parseCommand(['check', page, '--no-browser', '--rules', rules, ...flags]);
  if (command.name !== 'check') throw new Error(command.name);
  const written: string[] = [];
  const context = {
    t: createTranslator(en, 'en'),
    write: (text: string) => void written.push(text),
    warn: () => undefined,
    today: () => '2026-11-25',
  } as unknown as CommandContext;
  return { code: await check(command, context), text: written.join('') };
}

describe('scrim check with detectors and suppressions', () => {
  test('counts what the org’s own patterns find as leaks', async () => {
    const { code, text } = await run({ detectors: [policy], suppressions: [accept('email')] });
    expect(code).toBe(1);
    expect(text).toContain('High  policy id (your own pattern)  ••••••  [Identity]');
    expect(text).toContain('1 suppressed');
    expect(text).not.toMatch(/445566|jane\.roe/);
  });

  test('ends with 0 when all that leaks is accepted, and with 1 as soon as that is over', async () => {
    expect((await run({ suppressions: [accept('email')] })).code).toBe(0);
    const { code, text } = await run({ suppressions: [accept('email', '2026-11-24')] });
    expect(code).toBe(1);
    expect(text).toContain('1 suppression expired');
    expect(text).toContain('expired on 2026-11-24 and no longer accepts anything; 1 finding is back');
  });

  test('never ends with 0 while a detector is broken, whatever is accepted', async () => {
    const broken = { ...policy, pattern: '(?=P)' };
    const { code, text } = await run({
      detectors: [broken],
      suppressions: [{ ...accept('email'), page: '*' }],
    });
    expect(code).toBe(3);
    expect(text).toContain('One of your own patterns cannot be used');
    expect(text).toContain('rule file  custom:policy-id: the pattern uses something that is not run here');
  });

  test('tells a suppression that matches nothing', async () => {
    expect((await run({ suppressions: [accept('jwt')] })).text).toContain('jwt: matches nothing here');
  });

  test('puts all of it into the JSON, and no value', async () => {
    const suppressions = [accept('email'), accept('jwt'), accept('iban', '2026-01-01'), { reason: 'x' }];
    const { text } = await run({ detectors: [policy], suppressions }, '--json');
    expect(JSON.parse(text)).toMatchObject({
      scrim: 1,
      detectors: [{ id: 'custom:policy-id', severity: 'high', tags: ['identity'] }],
      suppressions: [{ state: 'used', matches: 1 }, { state: 'unused' }, { state: 'expired' }],
      settingsProblems: [{ kind: 'suppression', at: 4, code: 'suppresses-everything' }],
      summary: { leaks: 1, suppressed: 1, suppressions: { used: 1, expired: 1, unused: 1 }, overMasked: 1 },
      pages: [
        {
          leaks: [{ tags: ['identity'] }],
          suppressed: [{ by: ['#1'], tags: ['contact', 'identity'] }],
        },
      ],
    });
    expect(text).not.toMatch(/445566|jane\.roe/);
  });

  test('nothing in a rule file steers a terminal', async () => {
    const { text } = await run({
      detectors: [{ ...policy, pattern: '\u001b[2J(' }],
      suppressions: [{ ...accept('jwt'), reason: 'x\u001b[31m' }],
    });
    expect(text).not.toContain('\u001b');
  });

  test.each([
    ['detectors', {}],
    ['suppressions', 'all'],
  ])('%s that are no list are a usage error', async (name, value) => {
    await expect(run({ [name]: value } as Given)).rejects.toThrow(/expected a list/);
  });
});

describe('scrim detect with a rule file', () => {
  test('runs its detectors beside the others, and ends with 3 when one is broken', async () => {
    const written: string[] = [];
    const warned: string[] = [];
    const context = {
      t: createTranslator(en, 'en'),
      write: (text: string) => void written.push(text),
      warn: (line: string) => void warned.push(line),
      today: () => '2026-11-25',
      lines: async function* () {
        yield JSON.stringify({ id: 1, text: 'jane@example.com P-445566' });
      },
    } as unknown as CommandContext;
    const detectors = [policy, { ...policy, name: 'other', pattern: 'a[' }];
    const rules = file('detect.json', JSON.stringify({ scrim: 1, rules: [], detectors }));
    expect(await detect(context, rules)).toBe(3);
    const { findings } = JSON.parse(written[0] ?? '') as {
      findings: readonly { readonly detector: string }[];
    };
    expect(findings.map(({ detector }) => detector)).toEqual(['email', 'custom:policy-id']);
    expect(warned.join()).toContain('custom:other: the pattern is not a regular expression');
  });
});
