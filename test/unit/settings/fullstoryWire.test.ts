// Over 250 lines: tables of wire cases, kept beside each other so that a missing one is seen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleContent, RuleSet } from '../../../core/rules/rule.ts';
import { holdsUnknownWords } from '../../../core/settings/fullstoryRule.ts';
import { parseFullstoryPrivacyV1, withPrivacyV1 } from '../../../core/settings/fullstoryV1Wire.ts';
import {
  parseFullstoryRule,
  parseFullstoryRulePage,
  parseRuleFile,
  serializeFullstoryRule,
  WireError,
} from '../../../core/settings/fullstoryWire.ts';
import { serializeRuleFile } from '../../../core/settings/serializeRuleFile.ts';

const wire = {
  id: '5f0c9c52-6cf2-4cf7-9f6e-0a9f7b1c2d3e',
  name: 'Customer e-mail',
  description: 'In the header',
  source: { selector: '.email', exception_selectors: ['.email.ok'], backup_selector: '.e' },
  operation: { action: 'MASK', consent: true, scope: 'LIVE_SESSIONS_ONLY' },
  platforms: ['WEB', 'IOS'],
  editable: 'EDITABLE_ANY',
  group_id: 0,
  created_at: '2026-01-01T00:00:00Z',
  last_updated: '2026-02-01T00:00:00Z',
  last_updated_by: 'ada@acme.example',
} as const;

const oneRule = { source: { selector: '.a' }, operation: { action: 'MASK' } };

function pathOfError(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof WireError) return error.path;
    throw error;
  }
  return 'no error';
}

const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
const content: fc.Arbitrary<RuleContent> = fc
  .record({
    name: words,
    description: fc.option(words, { nil: undefined }),
    selector: words,
    exceptions: fc.array(words, { maxLength: 4 }),
    action: fc.constantFrom('exclude', 'mask', 'unmask'),
    consent: fc.boolean(),
    scope: fc.constantFrom('all', 'none', 'preview', 'live'),
    platforms: fc.uniqueArray(fc.constantFrom('web', 'android', 'ios'), { minLength: 1 }),
  })
  .map(({ description, ...rest }) => ({
    ...rest,
    ...(description === undefined ? {} : { description }),
  })) as fc.Arbitrary<RuleContent>;

describe('reading a rule', () => {
  it('keeps every field', () => {
    expect(parseFullstoryRule(wire)).toEqual({
      id: wire.id,
      name: 'Customer e-mail',
      description: 'In the header',
      selector: '.email',
      exceptions: ['.email.ok'],
      action: 'mask',
      consent: true,
      scope: 'live',
      platforms: ['web', 'ios'],
      groupId: '0',
      editable: 'any',
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-02-01T00:00:00Z',
      updatedBy: 'ada@acme.example',
    });
  });

  it('gives back what was written, whatever it is', () => {
    fc.assert(
      fc.property(content, (written) => {
        const read: Rule = parseFullstoryRule({ id: 'x', ...serializeFullstoryRule(written) });
        expect(read).toEqual({ ...written, id: 'x', groupId: '0', editable: 'any' });
      }),
    );
  });

  it('reads an int64 beyond 2^53 without rounding it, as text and as a small number', () => {
    expect(parseFullstoryRule({ ...wire, group_id: '7205759403792793601' }).groupId).toBe(
      '7205759403792793601',
    );
    expect(parseFullstoryRule({ ...wire, group_id: 42 }).groupId).toBe('42');
  });

  it.each(['BLOCK_TYPE_UNSPECIFIED', 'BLUR', '', 'constructor', undefined])(
    'keeps a rule with the action %s',
    (action) => {
      const rule = parseFullstoryRule({ ...wire, operation: { ...wire.operation, action } });
      expect(rule.action).toBe('unspecified');
      expect(rule.selector).toBe('.email');
    },
  );

  it('takes an unknown scope for all sessions, in doubt', () => {
    const rule = parseFullstoryRule({ ...wire, operation: { ...wire.operation, scope: 'NIGHT_SESSIONS' } });
    expect(rule).toMatchObject({ scope: 'all', uncertain: 'doubt.unknown-scope' });
    expect(holdsUnknownWords(rule)).toBe(true);
  });

  it.each([[['TV']], [['IOS', 'TV']], [[]], [undefined]])(
    'counts unknown platforms %j as web, in doubt',
    (platforms) => {
      const rule = parseFullstoryRule({ ...wire, platforms });
      expect(rule.platforms).toContain('web');
      expect(rule.uncertain).toBe('doubt.unknown-platform');
    },
  );

  it('lets nobody change a rule whose editable word is unknown', () => {
    expect(parseFullstoryRule({ ...wire, editable: 'EDITABLE_ON_SUNDAYS' }).editable).toBe(
      'description-only',
    );
  });

  it('keeps a selector over the cap whole, in doubt', () => {
    const selector = `.a${'b'.repeat(3_000)}`;
    const rule = parseFullstoryRule({ ...wire, source: { selector } });
    expect(rule.selector).toBe(selector);
    expect(rule.uncertain).toBe('doubt.long-selector');
  });

  it.each([
    ['$', null],
    ['$', []],
    ['$.id', { ...wire, id: undefined }],
    ['$.id', { ...wire, id: 7 }],
    ['$.source', { ...wire, source: 'x' }],
    ['$.source.selector', { ...wire, source: {} }],
    [
      '$.source.exception_selectors[1]',
      { ...wire, source: { selector: 'a', exception_selectors: ['b', 3] } },
    ],
    ['$.operation', { ...wire, operation: undefined }],
    ['$.operation.action', { ...wire, operation: { ...wire.operation, action: 2 } }],
    ['$.operation.consent', { ...wire, operation: { ...wire.operation, consent: 'yes' } }],
    ['$.platforms', { ...wire, platforms: 'WEB' }],
    ['$.group_id', { ...wire, group_id: 1.5 }],
    ['$.group_id', { ...wire, group_id: '1; drop' }],
    ['$.name', { ...wire, name: 'x'.repeat(70_000) }],
    ['$.source.__proto__', JSON.parse('{"id":"1","source":{"__proto__":{"selector":"a"}},"operation":{}}')],
    ['$.constructor', JSON.parse('{"constructor":{}}')],
  ])('names the place of what is wrong: %s', (path, json) => {
    expect(pathOfError(() => parseFullstoryRule(json))).toBe(path);
  });

  it('never fails in another way than with a path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const path = pathOfError(() =>
          parseFullstoryRulePage({ results: [json, { ...wire, source: json }] }),
        );
        expect(path === 'no error' || path.startsWith('$.results[')).toBe(true);
      }),
    );
  });
});

describe('reading a list', () => {
  it.each([
    [{ results: [wire], total_records: '12', next_page_token: 'abc' }, 12, 'abc'],
    [{ results: [wire], total_records: 12, next_page_token: null }, 12, undefined],
    [{ results: [wire], total_records: 1, next_page_token: '' }, 1, undefined],
    [{ results: [wire] }, undefined, undefined],
  ])('reads count and token however they are spelt', (json, total, token) => {
    const page = parseFullstoryRulePage(json);
    expect(page.rules).toHaveLength(1);
    expect(page.totalRecords).toBe(total);
    expect(page.nextPageToken).toBe(token);
  });

  it('refuses a list of more than 10,000 rules', () => {
    expect(pathOfError(() => parseFullstoryRulePage({ results: Array(10_001).fill(wire) }))).toBe(
      '$.results',
    );
  });

  it('does not take an answer without results for an empty list', () => {
    expect(pathOfError(() => parseFullstoryRulePage({}))).toBe('$.results');
  });
});

describe('writing a rule', () => {
  const written = parseFullstoryRule(wire);

  it('sends the documented fields and nothing read-only', () => {
    expect(serializeFullstoryRule(written)).toEqual({
      name: wire.name,
      description: wire.description,
      source: { selector: '.email', exception_selectors: ['.email.ok'] },
      operation: wire.operation,
      platforms: ['WEB', 'IOS'],
    });
  });

  it.each([
    ['$.operation.action', { action: 'unspecified' }],
    ['$.name', { name: ' ' }],
    ['$.name', { name: 'x'.repeat(257) }],
    ['$.description', { description: 'x'.repeat(1_025) }],
    ['$.platforms', { platforms: [] }],
    ['$.source.selector', { selector: 'x'.repeat(2_049) }],
    ['$.source.exception_selectors[1]', { exceptions: ['a', ''] }],
  ] as const)('refuses what the API would refuse: %s', (path, change) => {
    expect(pathOfError(() => serializeFullstoryRule({ ...written, ...change } as RuleContent))).toBe(path);
  });
});

describe('reading a rule file', () => {
  it('fills in the documented defaults', () => {
    const expected = {
      id: '1',
      name: '.a',
      selector: '.a',
      exceptions: [],
      action: 'mask',
      consent: false,
      scope: 'all',
      platforms: ['web'],
      groupId: '0',
      editable: 'any',
    };
    for (const file of [[oneRule], { scrim: 1, rules: [oneRule] }, { results: [oneRule] }]) {
      expect(parseRuleFile(file)).toEqual({ rules: [expected], groups: [], gaps: [] });
    }
  });

  it.each([
    [{ results: [oneRule], next_page_token: 'more' }, ['gap.more-pages']],
    [{ results: [oneRule], total_records: '2' }, ['gap.more-pages']],
    [{ results: [oneRule], total_records: '1', next_page_token: null }, []],
  ])('says that a list response is incomplete when it is', (json, gaps) => {
    expect(parseRuleFile(json).gaps).toEqual(gaps);
  });

  it.each([
    ['$', 7],
    ['$', {}],
    ['$.scrim', { scrim: 2, rules: [] }],
    ['$.privateByDefualt', { scrim: 1, rules: [], privateByDefualt: true }],
    ['$.privateByDefault', { scrim: 1, rules: [], privateByDefault: 'yes' }],
    ['$.rules', { scrim: 1 }],
    [
      '$.rules[1].operation.action',
      { scrim: 1, rules: [oneRule, { ...oneRule, operation: { action: 'HIDE' } }] },
    ],
    ['$[0].operation.action', [{ source: { selector: '.a' }, operation: {} }]],
    ['$[0].operation.scope', [{ ...oneRule, operation: { action: 'MASK', scope: 'EVERY' } }]],
    ['$[0].platforms[0]', [{ ...oneRule, platforms: ['TV'] }]],
    ['$[0].platforms', [{ ...oneRule, platforms: [] }]],
    ['$[0].editable', [{ ...oneRule, editable: 'NO' }]],
    ['$[0].source.selector', [{ ...oneRule, source: { selector: ' ' } }]],
    ['$[0].name', [{ ...oneRule, name: 'x'.repeat(257) }]],
    [
      '$[1].id',
      [
        { ...oneRule, id: 'a' },
        { ...oneRule, id: 'a' },
      ],
    ],
    ['$.results[0].source', { results: [{}] }],
    [
      '$.groups[0].overrides.scope',
      { scrim: 1, rules: [], groups: [{ group_id: 1, overrides: { scope: 'X' } }] },
    ],
  ])('names the place of a mistake: %s', (path, json) => {
    expect(pathOfError(() => parseRuleFile(json))).toBe(path);
  });

  it('gives back the rule set that a file was written from, doubts and gaps included', () => {
    const set: RuleSet = {
      rules: [
        parseFullstoryRule(wire),
        parseFullstoryRule({ ...wire, id: 'b', operation: { action: 'NEW', scope: 'NEW' }, group_id: 9 }),
      ],
      groups: [{ id: '9', template: 'form-privacy', scopeOverride: 'none' }],
      privateByDefault: true,
      gaps: ['gap.more-pages'],
    };
    expect(parseRuleFile(JSON.parse(JSON.stringify(serializeRuleFile(set))))).toEqual(set);
  });
});

describe('the older privacy read', () => {
  const block = { selector: '.email', groupId: '0', targetingConditions: null };
  const conditions = (...attrs: readonly string[]) => ({
    targetingConditions: {
      privacyTargetingConditions: attrs.map((attr) => ({ attr, op: 'EQ', values: [] })),
    },
  });
  const doubtWith = (change: object) =>
    withPrivacyV1(
      [parseFullstoryRule(wire)],
      parseFullstoryPrivacyV1({ elementBlocks: [{ ...block, ...change }] }),
    ).rules[0]?.uncertain;

  it.each([
    [undefined, false],
    ['PRIVACY_MODE_OFF', false],
    ['PRIVACY_MODE_ON', true],
    ['anything', true],
  ])('takes the default mode %s for private: %s', (mode, on) => {
    expect(parseFullstoryPrivacyV1({ defaultPrivacyMode: mode }).privateByDefault).toBe(on);
  });

  it('doubts a rule that is limited to a domain', () => {
    expect(doubtWith(conditions('PLATFORM', 'DOMAIN'))).toBe('doubt.targeting');
  });

  it('does not doubt a rule that is limited to a platform only', () => {
    expect(doubtWith(conditions('PLATFORM'))).toBeUndefined();
    expect(doubtWith({})).toBeUndefined();
  });

  it('takes conditions of an unknown shape for conditions', () => {
    expect(doubtWith({ targetingConditions: { newConditions: [1] } })).toBe('doubt.targeting');
    expect(doubtWith({ targetingConditions: { privacyTargetingConditions: 'x' } })).toBe('doubt.targeting');
  });

  it('finds the rule by selector and group, not by selector alone', () => {
    expect(doubtWith({ ...conditions('UID'), groupId: '5' })).toBeUndefined();
  });

  it('says so when a limited rule is in no list', () => {
    const v1 = parseFullstoryPrivacyV1({
      elementBlocks: [{ ...block, ...conditions('UID'), selector: '.gone' }],
    });
    expect(withPrivacyV1([parseFullstoryRule(wire)], v1).gaps).toEqual(['gap.targeting']);
  });

  it('reads the scope override of a group, and doubts the members of one it does not know', () => {
    const group = (scope?: string) =>
      parseFullstoryPrivacyV1({
        elementRuleGroups: { 3: { groupId: 3, templateId: 'FORM_PRIVACY', overrides: { scope } } },
      });
    const member = parseFullstoryRule({ ...wire, group_id: 3 });
    expect(group('NO_SESSIONS').groups).toEqual([
      { id: '3', template: 'form-privacy', scopeOverride: 'none' },
    ]);
    expect(withPrivacyV1([member], group('UNSET')).rules[0]?.uncertain).toBeUndefined();
    expect(withPrivacyV1([member], group()).rules[0]?.uncertain).toBeUndefined();
    expect(withPrivacyV1([member], group('DUSK')).rules[0]?.uncertain).toBe('doubt.unknown-group-scope');
  });
});

describe('a list as the API sent it', () => {
  const newer = {
    id: 'r1',
    name: 'newer',
    source: { selector: '.pii' },
    operation: { action: 'BLUR', scope: 'SOME_SESSIONS', consent: false },
    platforms: ['WEB', 'WATCH'],
    group_id: '0',
    editable: 'EDITABLE_ANY',
  };

  it('keeps a rule whose words are newer than this version, in doubt', () => {
    const { rules } = parseRuleFile({ results: [newer], total_records: '1' });
    expect(rules).toMatchObject([{ action: 'unspecified', uncertain: expect.stringMatching(/^doubt\./) }]);
  });

  it('points at the same words in a file that people write', () => {
    expect(() => parseRuleFile([newer])).toThrow(WireError);
  });
});
