import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { Finding, LeakPlace } from '../../../core/findings/finding.ts';
import { maskTargets } from '../../../core/findings/maskTargets.ts';
import { nextStepOf } from '../../../core/findings/nextStepOf.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { profiles } from '../../../core/profiles/registry.ts';
import { chooseCovering } from '../../../core/selectors/chooseCovering.ts';
import type { RankedSelector } from '../../../core/selectors/rankedSelector.ts';

const t = createTranslator(en, 'en');
const place = (part: Partial<LeakPlace>): LeakPlace => ({
  node: 1,
  path: 'p',
  channel: 'text',
  treatment: 'captured',
  moment: 'snapshot',
  why: 'no-rule',
  ...part,
});
const rulesOf = (id: string) => {
  const profile = profiles.find((known) => known.id === id);
  if (!profile) throw new Error(id);
  return {
    rules: profile.play(profile.offlineRules(), profile.parseOptions(undefined), () => undefined).rules,
  };
};

describe('the next step', () => {
  test.each([
    ['fullstory', {}, 'class="fs-mask"'],
    ['fullstory', { channel: 'attribute', name: 'data-x' }, 'class="fs-exclude"'],
    ['clarity', {}, 'data-clarity-mask'],
    ['openreplay', {}, 'data-openreplay-'],
    ['datadog', {}, 'data-dd-privacy="mask"'],
  ] as const)('names the mark of %s', (id, part, mark) => {
    const { key, params } = nextStepOf(place(part), rulesOf(id));
    expect(t(`step.${key}`, params)).toContain(mark);
  });

  test('offers no rule where none reaches, and names the rule that shows it', () => {
    const { rules } = rulesOf('fullstory');
    expect(nextStepOf(place({ channel: 'url' }), { rules }).key).toBe('address');
    expect(nextStepOf(place({ channel: 'console' }), { rules }).key).toBe('console');
    expect(nextStepOf(place({ why: 'unmask-rule', rule: rules[0]?.id ?? '' }), { rules })).toEqual({
      key: 'narrow-rule',
      params: { rule: rules[0]?.name },
    });
  });

  test('has words for every step and every recorder', () => {
    for (const { id } of profiles)
      for (const channel of ['text', 'value', 'attribute', 'comment', 'title', 'url', 'console'] as const) {
        const { key, params } = nextStepOf(place({ channel }), rulesOf(id));
        expect(t(`step.${key}`, params), `${id} ${channel}`).not.toMatch(/step\.|\{/);
      }
  });
});

describe('mask all of a kind', () => {
  const finding = (...places: readonly Partial<LeakPlace>[]) =>
    ({ places: places.map(place) }) as unknown as Finding;

  test('hides each element once, the stronger way, and counts what no rule reaches', () => {
    const findings = [
      finding({ node: 1 }, { node: 1, channel: 'attribute' }, { node: 2, channel: 'attribute' }),
      finding(
        { node: 2 },
        { node: 3, channel: 'value' },
        { node: 4, channel: 'url' },
        { node: 5, isPast: true },
      ),
    ];
    expect(maskTargets(findings)).toEqual({
      targets: [
        { node: 1, action: 'exclude' },
        { node: 2, action: 'exclude' },
        { node: 3, action: 'mask' },
      ],
      unreachable: 1,
    });
  });

  const candidate = (selector: string, nodes: readonly number[], stability = 0.8): RankedSelector => ({
    selector,
    nodes,
    count: nodes.length,
    stability,
    notes: [],
  });

  test('takes the selector that covers most and hides little else', () => {
    const candidates = [
      candidate('#one', [1]),
      candidate('.mail', [1, 2, 3, 9]),
      candidate('td', [1, 2, 3, 9, 10, 11, 12, 13, 14]),
    ];
    expect(chooseCovering(candidates, new Set([1, 2, 3]))?.selector).toBe('.mail');
    expect(chooseCovering(candidates, new Set([1]))?.selector).toBe('#one');
  });

  test('proposes no bare tag: it would reach every page of the site', () => {
    expect(chooseCovering([candidate('p', [1, 2])], new Set([1, 2]))).toBeUndefined();
    const narrow = candidate('main > p:nth-of-type(2)', [1], 0.1);
    expect(chooseCovering([narrow, candidate('p', [1, 2])], new Set([1, 2]))).toBe(narrow);
  });

  test('takes a position only where nothing else is left', () => {
    const position = candidate('p:nth-of-type(4)', [1], 0.1);
    expect(chooseCovering([position, candidate('.x', [1, 9, 10, 11])], new Set([1]))?.selector).toBe('.x');
    expect(chooseCovering([position], new Set([1]))).toBe(position);
    expect(chooseCovering([], new Set([1]))).toBeUndefined();
  });
});
