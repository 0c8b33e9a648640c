import { describe, expect, test } from 'vitest';
import { createLocalSource } from '../../../connectors/localStore.ts';
import type { MeasuredPolicy } from '../../../core/profiles/documented/measuredPolicy.ts';
import { editRuleFile } from '../../../core/settings/editRuleFile.ts';
import { parseRuleFile } from '../../../core/settings/parseRuleFile.ts';
import { serializeRuleFile } from '../../../core/settings/serializeRuleFile.ts';

const measured: MeasuredPolicy = [
  {
    recorder: 'fullstory',
    date: '2026-11-26',
    version: '1.2.3',
    cells: [
      {
        kind: 'attribute',
        name: 'aria-label',
        state: 'masked',
        effect: 'send',
        documented: 'unknown',
        evidence: { planted: 1, arrived: 1, controls: 3 },
      },
      {
        kind: 'comment',
        state: 'captured',
        effect: 'nothing',
        documented: 'unknown',
        evidence: { planted: 2, arrived: 0, controls: 3 },
      },
    ],
  },
];

const content = {
  name: 'A',
  selector: '.a',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
} as const;

const file = (given: unknown) => ({ scrim: 1, rules: [], measured: given });

describe('measurements in a rule file', () => {
  test('are read as they were written', () => {
    const set = { rules: [], groups: [], gaps: [], measured };
    const written: unknown = JSON.parse(JSON.stringify(serializeRuleFile(set)));
    expect(parseRuleFile(written)).toEqual(set);
  });

  test('are never written with what is only known today', () => {
    const doubted = measured.map((one) => ({ ...one, doubt: 'old' as const }));
    const text = JSON.stringify(serializeRuleFile({ rules: [], groups: [], gaps: [], measured: doubted }));
    expect(text).not.toContain('old');
  });

  test('stay when somebody edits a rule', () => {
    const text = JSON.stringify(file(measured), null, 2);
    const edited = editRuleFile(text, [{ changeId: 'c1', before: null, after: content }]);
    expect(edited.ruleSet.measured).toEqual(measured);
    expect(edited.text).toContain('"aria-label"');
  });

  test('stay in the local rule set', async () => {
    let stored: unknown = { file: file(measured), keys: [] };
    const source = createLocalSource({
      load: async () => stored,
      save: async (next) => {
        stored = JSON.parse(JSON.stringify(next));
      },
      newId: () => 'id-1',
      now: () => new Date('2026-11-26T00:00:00Z'),
    });
    await source.create({ ...content, platforms: ['web'] }, 'k1');
    expect((await source.read()).measured).toEqual(measured);
  });
});

describe('a measurement that is odd refuses the file', () => {
  const [one] = measured;
  const [first] = one?.cells ?? [];
  const withCell = (change: object) => [{ ...one, cells: [{ ...first, ...change }] }];
  test.each<[string, unknown, string]>([
    ['no list', {}, '$.measured'],
    ['a recorder twice', [one, one], '$.measured[1].recorder'],
    ['a cell twice', [{ ...one, cells: [first, first] }], '$.measured[0].cells[1]'],
    ['an unknown key', [{ ...one, verified: true }], '$.measured[0].verified'],
    ['an unknown kind', withCell({ kind: 'everything', name: undefined }), '.kind'],
    ['a kind of the prototype', withCell({ kind: 'toString', name: undefined }), '.kind'],
    ['an unknown state', withCell({ state: 'hidden' }), '.state'],
    ['the effect unknown', withCell({ effect: 'unknown' }), '.effect'],
    ['a day that is none', [{ ...one, date: '2026-02-30' }], '.date'],
    ['a name of another kind', withCell({ kind: 'text' }), '.name'],
    ['markup for a name', withCell({ name: '<img>' }), '.name'],
    [
      'sent, and nothing arrived',
      withCell({ evidence: { planted: 1, arrived: 0, controls: 1 } }),
      '.evidence',
    ],
    [
      'hidden without a control',
      withCell({ effect: 'nothing', evidence: { planted: 1, arrived: 0, controls: 0 } }),
      '.evidence',
    ],
    [
      'hidden, and it arrived',
      withCell({ effect: 'mask', evidence: { planted: 2, arrived: 1, controls: 2 } }),
      '.evidence',
    ],
    ['more than was planted', withCell({ evidence: { planted: 1, arrived: 2, controls: 1 } }), '.arrived'],
    ['a doubt that only hosts add', [{ ...one, doubt: 'old' }], '.doubt'],
    ['a key of the prototype', JSON.parse('[{"__proto__": {}}]'), '__proto__'],
  ])('%s', (_what, given, place) => {
    expect(() => parseRuleFile(file(given))).toThrow(place);
  });
});
