import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadOptions, loadRuleSet } from '../../../cli/loadRuleSet.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { printable } from '../../../cli/printable.ts';
import { UsageError } from '../../../cli/usageError.ts';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import { OptionsError, type Profile } from '../../../core/profiles/profile.ts';
import { profiles } from '../../../core/profiles/registry.ts';
import { sentry } from '../../../core/profiles/sentry.ts';
import { rulesNotInspected } from '../../../core/rules/rulesNotInspected.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, 'rules.json');
  writeFileSync(path, content);
  return path;
}

const rule = (selector: string) => ({ source: { selector }, operation: { action: 'MASK' } });
const rulesOf = async (content: string | Uint8Array) =>
  (await loadRuleSet(file(content), fullstory as Profile, '2026-11-25')).ruleSet;

/** What the person is told, or '' when it was taken. */
async function told(work: () => unknown): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    if (error instanceof UsageError || error instanceof OptionsError) return error.message;
    throw error;
  }
}

describe('a rule file', () => {
  test.each([
    ['empty', '', 'is empty'],
    ['only white space', ' \n ', 'is empty'],
    ['no JSON', '{"scrim"', 'is not JSON'],
    ['UTF-16', Buffer.from(JSON.stringify([rule('p')]), 'utf16le'), 'expected|is not'],
    [
      'UTF-16 with its mark',
      Buffer.from(`\uFEFF${JSON.stringify([rule('p')])}`, 'utf16le'),
      'save it as UTF-8',
    ],
    ['Latin-1', Buffer.from(JSON.stringify([rule('.é')]), 'latin1'), 'save it as UTF-8'],
    ['binary', Uint8Array.from({ length: 2560 }, (_, index) => index % 256), 'save it as UTF-8'],
    ['nested 200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000), 'expected an object'],
    ['with a key that changes objects', '[{"__proto__":{},"source":{}}]', 'this key is not allowed'],
    ['with an empty selector', JSON.stringify([rule(' ')]), String.raw`\$\[0\].source.selector: empty`],
    ['with a selector of 1 MB', JSON.stringify([rule('a'.repeat(1_000_000))]), 'longer than 65536'],
  ])('%s is refused, and it is said why', async (_what, content, why) => {
    expect(await told(() => rulesOf(content))).toMatch(new RegExp(why));
  });

  test('of 100,000 rules has 10,000 in force, and the others are counted as not inspected', async () => {
    const ruleSet = await rulesOf(
      JSON.stringify(Array.from({ length: 100_000 }, (_, at) => rule(`.x${at}`))),
    );
    expect(ruleSet.overLimit).toBe(90_000);
    expect(rulesNotInspected(ruleSet, [])).toEqual([
      { kind: 'rules', path: '', reason: 'gap.too-many-rules', detail: '90000' },
    ]);
  }, 20_000);
});

describe('--options', () => {
  test.each(['{', 'session=live', '{ a: }', '5 +'])('that are no object are refused: %s', async (given) => {
    expect(await told(() => loadOptions(given, sentry))).toMatch(
      /^--options: (?:neither JSON nor a JavaScript object|there is no object)/,
    );
  });

  test("are the site's own code, too", async () => {
    const code = 'Sentry.replayIntegration({ mask: [`.a`], maskFn: (text) => text })';
    expect(await loadOptions(code, sentry)).toEqual({ mask: ['.a'], maskFn: { $scrim: 'function' } });
  });

  test('that are empty are refused', async () => {
    expect(await told(() => loadOptions('', sentry))).toBe('--options is empty');
  });
});

const wrong: readonly (readonly [string, unknown])[] = [
  ['a list', ['p']],
  ['a text', 'p'],
  ['a number', 7],
  ['true', true],
];
const odd: readonly (readonly [string, unknown])[] = [
  ['a key that changes objects', JSON.parse('{"__proto__":{"maskAllText":false}}')],
  ['1 MB', { note: 'a'.repeat(1_000_000) }],
  ['50,000 levels', JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)],
];

describe.each(profiles.map((profile): [string, Profile] => [profile.id, profile as Profile]))(
  'options of %s',
  (_id, profile) => {
    test.each(wrong)('that are %s are refused by name', async (_what, options) => {
      expect(await told(() => profile.parseOptions(options))).toMatch(/\S/);
    });

    test.each(odd)('with %s are refused or change nothing', async (_what, options) => {
      const before = profile.parseOptions({});
      const answer = await told(() => expect(profile.parseOptions(options)).toEqual(before));
      expect(answer.length).toBeLessThan(1000);
    });
  },
);

test('a selector of 1 MB in options is not run, and everything may be what it is meant for', () => {
  const profile = profiles.find(({ id }) => id === 'sentry') as Profile;
  const { problems, uninspected } = scanSavedPage({
    html: '<!doctype html><p>x</p>',
    url: 'http://shop.test/',
    profile,
    options: { mask: [`.${'a'.repeat(1_000_000)}`] },
    ruleSet: profile.offlineRules(),
  });
  expect(problems).toMatchObject([{ kind: 'over-limit', relaxed: '*' }]);
  expect(problems[0]?.selector.length).toBeLessThan(300);
  expect(uninspected).toMatchObject([{ kind: 'rules', reason: 'rule-over-limit' }]);
});

test('of 100,000 selectors in options 10,000 are looked at, and the others are named', () => {
  const profile = profiles.find(({ id }) => id === 'sentry') as Profile;
  const options = profile.parseOptions({ mask: Array.from({ length: 100_000 }, (_, at) => `.x${at}`) });
  const { rules, problems } = profile.play(profile.offlineRules(), options, () => undefined);
  expect(rules.length).toBeLessThan(10_100);
  expect(problems).toMatchObject([{ kind: 'over-limit' }]);
});

test('a flag that is given twice is refused: one of the two would be dropped', () => {
  const twice = ['check', 'p.html', '--profile', 'rrweb', '--profile', 'sentry'];
  expect(() => parseCommand(twice)).toThrow('--profile is given twice');
});

test('nothing of a rule or an option can steer a terminal', () => {
  expect(printable('\u001b[2J.a\0\u202e')).toBe('\\u{1b}[2J.a\\u{0}\\u{202e}');
  expect(printable('a'.repeat(1_000_000)).length).toBeLessThan(500);
});
