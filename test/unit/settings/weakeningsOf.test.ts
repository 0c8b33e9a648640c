import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleContent } from '../../../core/rules/rule.ts';
import { compareCoverage } from '../../../core/settings/compareCoverage.ts';
import { weakeningsOf } from '../../../core/settings/weakeningsOf.ts';
import { makeContent } from './makeRule.ts';
import { anyContent } from './ruleArbitraries.ts';

const mask = (changed: Partial<RuleContent> = {}) => makeContent(changed);
const unmask = (changed: Partial<RuleContent> = {}) => makeContent({ action: 'unmask', ...changed });

describe('weakeningsOf', () => {
  it.each<[string, RuleContent | undefined, RuleContent | undefined, readonly string[]]>([
    ['exclude to mask', mask({ action: 'exclude' }), mask(), ['action-weaker']],
    ['mask to unmask', mask(), unmask(), ['action-weaker']],
    ['mask to exclude', mask(), mask({ action: 'exclude' }), []],
    ['a new unmask rule', undefined, unmask(), ['unmask-added']],
    ['a new unmask rule for preview only', undefined, unmask({ scope: 'preview' }), []],
    ['a new mask rule', undefined, mask(), []],
    ['a deleted mask rule', mask(), undefined, ['deleted']],
    ['a deleted unmask rule', unmask(), undefined, []],
    ['a deleted preview rule', mask({ scope: 'preview' }), undefined, []],
    ['consent on a mask rule', mask(), mask({ consent: true }), ['consent-added']],
    ['no more consent on a mask rule', mask({ consent: true }), mask(), []],
    ['no more consent on an unmask rule', unmask({ consent: true }), unmask(), ['consent-removed']],
    ['consent on an unmask rule', unmask(), unmask({ consent: true }), []],
    ['an exception on a mask rule', mask(), mask({ exceptions: ['.a'] }), ['exception-added']],
    ['an exception less on a mask rule', mask({ exceptions: ['.a'] }), mask(), []],
    ['an exception less on an unmask rule', unmask({ exceptions: ['.a'] }), unmask(), ['exception-removed']],
    ['an exception on an unmask rule', unmask(), unmask({ exceptions: ['.a'] }), []],
    ['a mask rule leaving live', mask(), mask({ scope: 'preview' }), ['scope-leaves-live']],
    ['a mask rule leaving preview', mask(), mask({ scope: 'live' }), []],
    ['an unmask rule reaching live', unmask({ scope: 'preview' }), unmask(), ['scope-reaches-live']],
    ['an unmask rule leaving live', unmask(), unmask({ scope: 'none' }), []],
    [
      'web removed from a mask rule',
      mask({ platforms: ['web', 'ios'] }),
      mask({ platforms: ['ios'] }),
      ['web-removed'],
    ],
    ['iOS removed from a mask rule', mask({ platforms: ['web', 'ios'] }), mask(), ['platform-removed']],
    [
      'web added to an unmask rule',
      unmask({ platforms: ['ios'] }),
      unmask({ platforms: ['ios', 'web'] }),
      ['platform-added'],
    ],
    ['another selector on a mask rule', mask(), mask({ selector: '.b' }), ['selector-changed']],
    [
      'a no-break space behind a selector',
      mask({ selector: '.a' }),
      mask({ selector: '.a\u00a0' }),
      ['selector-changed'],
    ],
    ['a space behind a selector', mask({ selector: '.a' }), mask({ selector: ' .a\n' }), []],
    [
      'an exception that matched nothing for its no-break space',
      mask({ exceptions: ['.b\u00a0'] }),
      mask({ exceptions: ['.b'] }),
      ['exception-added'],
    ],
    ['another selector on an unmask rule', unmask(), unmask({ selector: '.b' }), ['selector-changed']],
    ['another name', mask(), mask({ name: 'Other', description: 'words' }), []],
  ])('%s', (_what, before, after, expected) => {
    expect(weakeningsOf(before, after)).toEqual(expected);
  });

  it('names a weakening exactly when the coverage of live visitors may go down', () => {
    const some = fc.option(anyContent, { nil: undefined });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const goesDown = ['weaker', 'mixed'].includes(compareCoverage(before ?? null, after ?? null));
        expect(weakeningsOf(before, after).length > 0).toBe(goesDown);
      }),
      { numRuns: 3000 },
    );
  });
});
