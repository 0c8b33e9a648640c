import { describe, expect, it } from 'vitest';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { fullstory } from '../../../core/profiles/fullstory.ts';
import type { RuleSet } from '../../../core/rules/rule.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import {
  recordsAlike,
  type SeenVersion,
  sightOf,
  visibleSince,
} from '../../../core/settings/visibleSince.ts';
import { makeRule, makeRuleSet } from './makeRule.ts';

const html = `<!doctype html><html lang="en"><head><title>Order</title></head><body>
<div class="contact"><p class="customer-name" title="call Robin">Robin Example</p></div></body></html>`;

const scanWith = (ruleSet: RuleSet): CaptureScan =>
  scanSavedPage({
    html,
    url: 'https://shop.example/order',
    profile: fullstory,
    options: { session: 'live' },
    ruleSet,
    resolveAddress: (address) => address,
  });

const mask = makeRule({ id: 'mask' });
const wrap = makeRule({ id: 'wrap', name: 'Contact', selector: '.contact', action: 'exclude' });
const open = makeRuleSet([]);
const today = scanWith(open);
const text = today.records.find(({ output }) => output === 'Robin Example');
if (!text) throw new Error('the name is not recorded');
const place = { node: text.node, channel: text.channel };

function seen(at: string, ruleSet: RuleSet, by?: string): SeenVersion {
  const { sight, ruleId } = sightOf(scanWith(ruleSet), place, today);
  const rule = ruleSet.rules.find(({ id }) => id === ruleId);
  return { version: { at, ruleSet, ...(by ? { by } : {}) }, sight, ...(rule ? { rule } : {}) };
}

describe('the sight of a place under other rules', () => {
  it('is what the engine says of what was recorded there', () => {
    expect(sightOf(today, place, today)).toEqual({ sight: 'visible' });
    expect(sightOf(scanWith(makeRuleSet([mask])), place, today)).toEqual({ sight: 'hidden', ruleId: 'mask' });
  });

  it('is hidden inside of something that is excluded', () => {
    expect(sightOf(scanWith(makeRuleSet([wrap])), place, today)).toEqual({ sight: 'hidden', ruleId: 'wrap' });
  });

  it('is unknown where the rule is in doubt, or the attribute is not documented', () => {
    const doubtful = makeRuleSet([{ ...mask, uncertain: 'doubt.targeting' }]);
    expect(sightOf(scanWith(doubtful), place, today).sight).toBe('unknown');
    const title = { node: place.node, channel: 'attribute', name: 'title' } as const;
    expect(sightOf(scanWith(makeRuleSet([mask])), title, today).sight).toBe('unknown');
  });

  it('is unknown for an element that is not there any more', () => {
    expect(sightOf(today, { ...place, node: 99_999 }, today)).toEqual({ sight: 'unknown' });
  });
});

describe('visible since', () => {
  it.each([
    ['rule-removed', makeRuleSet([mask]), open],
    ['rule-changed', makeRuleSet([mask]), makeRuleSet([{ ...mask, scope: 'preview' as const }])],
    [
      'rule-added',
      makeRuleSet([], { privateByDefault: true }),
      makeRuleSet([{ ...mask, action: 'unmask' as const }], { privateByDefault: true }),
    ],
    ['default-mode', makeRuleSet([], { privateByDefault: true }), open],
    [
      'group',
      makeRuleSet([{ ...mask, groupId: '7' }], { groups: [{ id: '7', template: 'none' }] }),
      makeRuleSet([{ ...mask, groupId: '7' }], {
        groups: [{ id: '7', template: 'none', scopeOverride: 'none' }],
      }),
    ],
  ] as const)('finds the change that opened it: %s', (kind, before, after) => {
    const versions = [
      seen('3', after, 'robin@example.com'),
      seen('2', after, 'alex@example.com'),
      seen('1', before),
    ];
    expect(visibleSince(versions, false)).toMatchObject({
      kind: 'opened',
      at: '2',
      by: 'alex@example.com',
      change: { kind },
      changes: 1,
    });
  });

  it('names the rule that hid it, among others that changed with it', () => {
    const other = makeRule({ id: 'o', name: 'Other', selector: '.other' });
    const before = makeRuleSet([other, mask, wrap]);
    const versions = [seen('2', makeRuleSet([{ ...other, scope: 'none' }])), seen('1', before)];
    expect(visibleSince(versions, true)).toMatchObject({
      kind: 'opened',
      change: { kind: 'rule-removed', before: { name: 'Contact' } },
      changes: 3,
    });
  });

  it('says how far back nothing hid it, and whether that is all there is', () => {
    const versions = [seen('2', open), seen('1', open)];
    expect(visibleSince(versions, true)).toEqual({ kind: 'not-in-history', backTo: '1' });
    expect(visibleSince(versions, false)).toEqual({ kind: 'not-yet', backTo: '1' });
    expect(visibleSince([], true)).toEqual({ kind: 'not-in-history', backTo: '' });
  });

  it('stays unknown where a version does not say', () => {
    const doubtful = makeRuleSet([{ ...mask, uncertain: 'doubt.targeting' }]);
    expect(visibleSince([seen('2', open), seen('1', doubtful)], true)).toEqual({
      kind: 'unknown',
      why: 'doubt',
      at: '1',
    });
    expect(visibleSince([seen('2', makeRuleSet([mask])), seen('1', open)], true)).toEqual({
      kind: 'unknown',
      why: 'differs',
      at: '2',
    });
  });

  it('need not look at versions in which nothing is recorded differently', () => {
    const renamed = makeRuleSet([{ ...mask, id: 'x', name: 'Names', updatedAt: '2' }]);
    expect(recordsAlike(makeRuleSet([mask]), renamed)).toBe(true);
    for (const part of [{ scope: 'none' }, { exceptions: ['.a'] }, { uncertain: 'doubt.targeting' }] as const)
      expect(recordsAlike(makeRuleSet([mask]), makeRuleSet([{ ...mask, ...part }]))).toBe(false);
    expect(recordsAlike(open, makeRuleSet([], { privateByDefault: true }))).toBe(false);
  });
});
