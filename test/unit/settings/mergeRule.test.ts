import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleContent } from '../../../core/rules/rule.ts';
import { chooseMerge, type MergeChoices } from '../../../core/settings/chooseMerge.ts';
import { compareRules, ruleFields } from '../../../core/settings/compareRules.ts';
import { mergeRule } from '../../../core/settings/mergeRule.ts';
import type { PushConflict } from '../../../core/settings/pushPlan.ts';
import { ruleContentOf } from '../../../core/settings/ruleContentOf.ts';
import { makeContent, makeRule } from './makeRule.ts';
import { anyContent } from './ruleArbitraries.ts';

const base = makeContent({ exceptions: ['.a', '.b'], platforms: ['web', 'ios'], description: 'Before' });
const on = (changed: Partial<RuleContent>) => ({ ...base, ...changed });

describe('mergeRule', () => {
  it('takes each field from whoever changed it', () => {
    const merge = mergeRule({
      base,
      mine: on({ action: 'exclude' }),
      theirs: on({ selector: '.x', description: 'Theirs' }),
    });
    expect(merge).toEqual({
      content: on({ action: 'exclude', selector: '.x', description: 'Theirs' }),
      taken: ['description', 'selector'],
      kept: ['action'],
      joined: [],
      clashes: [],
    });
  });

  it('sees no clash where both changed a field to the same, however it is written', () => {
    const merge = mergeRule({ base, mine: on({ selector: ' .x ' }), theirs: on({ selector: '.x' }) });
    expect([merge.clashes, merge.content.selector]).toEqual([[], '.x']);
  });

  it('leaves a field that both changed to a person, and says theirs until then', () => {
    const merge = mergeRule({ base, mine: on({ selector: '.mine' }), theirs: on({ selector: '.theirs' }) });
    expect([merge.clashes, merge.content.selector]).toEqual([['selector'], '.theirs']);
  });

  it('merges exceptions and platforms as sets', () => {
    const merge = mergeRule({
      base,
      mine: on({ exceptions: ['.a', '.mine'], platforms: ['web'] }),
      theirs: on({ exceptions: ['.a', '.b', '.theirs'], platforms: ['web', 'ios', 'android'] }),
    });
    expect(merge.content).toMatchObject({
      exceptions: ['.a', '.theirs', '.mine'],
      platforms: ['web', 'android'],
    });
    expect([merge.joined, merge.clashes]).toEqual([['exceptions', 'platforms'], []]);
  });

  it('does not merge platforms into none', () => {
    const merge = mergeRule({ base, mine: on({ platforms: ['web'] }), theirs: on({ platforms: ['ios'] }) });
    expect([merge.clashes, merge.content.platforms]).toEqual([['platforms'], ['ios']]);
  });

  it('leaves a preview mark where it is and merges the words before it', () => {
    const mark = '[scrim-preview-delete was:all print:00]';
    const theirs = on({ description: `Before ${mark}`, scope: 'live' });
    const merge = mergeRule({ base, mine: on({ selector: '.mine' }), theirs });
    expect(merge.content).toEqual(on({ selector: '.mine', scope: 'live', description: `Before ${mark}` }));
    expect(merge.taken).toEqual(['scope']);
  });

  it('drops a description that was taken out', () => {
    const { description: _gone, ...without } = base;
    const merge = mergeRule({ base, mine: without, theirs: on({ selector: '.x' }) });
    expect(merge.content).toEqual({ ...without, selector: '.x' });
    const back = mergeRule({ base, mine: on({ selector: '.x' }), theirs: without });
    expect(back.content).toEqual({ ...without, selector: '.x' });
  });

  it('holds for any three rules: nobody’s change is lost, and nothing comes from nowhere', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (before, mine, theirs) => {
        const merge = mergeRule({ base: before, mine, theirs });
        const [byMe, byThem] = [compareRules(before, mine), compareRules(before, theirs)];
        for (const field of ruleFields) {
          const says = (other: RuleContent) => !compareRules(merge.content, other).includes(field);
          if (!byMe.includes(field)) expect(says(theirs)).toBe(true);
          else if (!byThem.includes(field)) expect(says(mine)).toBe(true);
          else if (!says(theirs)) expect(merge.joined).toContain(field);
        }
        const joined = new Set([...mine.exceptions, ...theirs.exceptions]);
        expect(merge.content.exceptions.every((one) => joined.has(one))).toBe(true);
        for (const one of before.exceptions) {
          const kept = mine.exceptions.includes(one) && theirs.exceptions.includes(one);
          expect(merge.content.exceptions.includes(one)).toBe(kept);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('chooseMerge', () => {
  const rule = makeRule({ ...base });
  const conflict: PushConflict = {
    change: {
      id: 'r1',
      kind: 'update',
      base: rule,
      content: on({ selector: '.mine', name: 'Mine' }),
      keys: [],
    },
    kind: 'changed',
    theirs: { ...rule, selector: '.theirs', consent: true },
    fields: ['selector', 'consent'],
  };
  const chosen = (choices: MergeChoices) => {
    const merge = chooseMerge(conflict, choices);
    if (!merge) throw new Error('no merge');
    return merge;
  };

  it('is open until every clash is chosen', () => {
    const open = chosen({});
    expect([open.isDecided, open.content.selector]).toEqual([false, '.theirs']);
    expect(open.rows.map(({ field, choice }) => [field, choice])).toEqual([
      ['name', 'mine'],
      ['selector', undefined],
      ['consent', 'theirs'],
    ]);
    const mine = chosen({ selector: 'mine' });
    expect([mine.isDecided, mine.content]).toEqual([
      true,
      on({ selector: '.mine', name: 'Mine', consent: true }),
    ]);
  });

  it('lets a person turn round what merges by itself', () => {
    expect(chosen({ selector: 'theirs', name: 'theirs' }).content).toEqual(
      ruleContentOf({ ...rule, selector: '.theirs', consent: true }),
    );
  });

  it('has nothing to say about a rule that is gone, or about another rule', () => {
    expect(chooseMerge({ ...conflict, kind: 'deleted' }, {})).toBeNull();
    expect(chooseMerge({ ...conflict, theirs: makeRule({ id: 'twin' }) }, {})).toBeNull();
  });
});
