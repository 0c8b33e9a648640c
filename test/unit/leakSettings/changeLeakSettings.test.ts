import { describe, expect, test } from 'vitest';
import { changeLeakSettings } from '../../../core/leakSettings/changeLeakSettings.ts';
import { noLeakSettings } from '../../../core/leakSettings/leakSettings.ts';
import { readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import { parseRuleFile } from '../../../core/settings/parseRuleFile.ts';
import { translateRules } from '../../../core/translate/translateRules.ts';

const today = '2026-11-25';
const policy = {
  name: 'policy-id',
  pattern: 'p-\\d{6}',
  flags: 'i',
  keywords: ['policy'],
  checksum: 'luhn',
  severity: 'low',
  tags: ['identity'],
  examples: { found: ['policy P-000018'], clean: ['P-000018'] },
};
const accepted = { id: 's1', detector: 'email', page: '/about', reason: 'ours', expires: '2027-01-01' };
const put = (entry: unknown, replaces?: string) =>
  ({ kind: 'put-detector', entry, ...(replaces === undefined ? {} : { replaces }) }) as const;
const withPolicy = readLeakSettings({ detectors: [policy], suppressions: [accepted] }, today);

describe('the leak settings', () => {
  test('come back from a rule file as they went in', () => {
    const kept = changeLeakSettings(withPolicy, { kind: 'remove-detector', name: 'none' }, today);
    expect(readLeakSettings(kept, today)).toEqual(withPolicy);
    expect(withPolicy.problems).toEqual([]);
  });

  test('stand in a rule file beside the rules, which stay as they are', () => {
    const file = { scrim: 1, rules: [], detectors: [policy], suppressions: [accepted] };
    expect(parseRuleFile(file)).toEqual(parseRuleFile({ scrim: 1, rules: [] }));
  });

  test('take a new name in the place of the old one', () => {
    const kept = changeLeakSettings(
      withPolicy,
      put({ ...policy, name: 'policy-number' }, 'policy-id'),
      today,
    );
    expect(readLeakSettings(kept, today).detectors.map(({ name }) => name)).toEqual(['policy-number']);
  });

  test('refuse a second one of the same name, and one that is broken', () => {
    const two = readLeakSettings({ detectors: [policy, { ...policy, name: 'other' }] }, today);
    expect(() => changeLeakSettings(two, put({ ...policy, name: 'other' }, 'policy-id'), today)).toThrow(
      'name-twice',
    );
    expect(() => changeLeakSettings(noLeakSettings, put({ ...policy, pattern: '(?=a)' }), today)).toThrow(
      'pattern-unsupported',
    );
  });

  test('forget a suppression that is removed', () => {
    const kept = changeLeakSettings(withPolicy, { kind: 'remove-suppression', id: 's1' }, today);
    expect(readLeakSettings(kept, today).suppressions).toEqual([]);
  });

  test('refuse a suppression with a value of the page in its reason', () => {
    const change = {
      kind: 'put-suppression',
      entry: { ...accepted, reason: 'jane.roe@example.org' },
    } as const;
    expect(() => changeLeakSettings(withPolicy, change, today)).toThrow('holds-value');
  });
});

describe('a rule file that is exported', () => {
  const input = { from: 'fullstory', options: undefined, syntax: () => undefined, leakSettings: withPolicy };
  const ruleSet = { rules: [], groups: [], gaps: [] };

  test('keeps the leak settings', () => {
    const { code } = translateRules({ ...input, to: 'fullstory', ruleSet });
    expect(readLeakSettings(JSON.parse(code) as object, today)).toEqual(withPolicy);
  });

  test('for another recorder holds nothing of them', () => {
    expect(translateRules({ ...input, to: 'rrweb', ruleSet }).code).not.toContain('policy');
  });
});
