// The one engine of recorders that nobody outside can run: where nothing is written down, more than one treatment stays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createDocumentedDecisions,
  type DocumentedDecisionOptions,
} from '../../../core/profiles/documented/createDocumentedDecisions.ts';
import { markerRule } from '../../../core/profiles/documented/documentedRule.ts';
import type { DecideSite, LateLink } from '../../../core/profiles/profile.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { RuleAction } from '../../../core/rules/rule.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import type { Decision } from '../../../core/treatment/decision.ts';
import { Possible, treatmentOf } from '../../../core/treatment/treatment.ts';

const ranked = (action: RuleAction, rank: number) => markerRule({ selector: `.${action}`, action, rank });
const mask = 0;
const unmask = 1;
const exclude = 2;
const rules = [ranked('mask', 2), ranked('unmask', 1), ranked('exclude', 3)];
const top: Decision = { possible: Possible.captured, winner: -1, losers: [], node: 0, doubts: [] };

function decisions(options: Partial<DocumentedDecisionOptions> = {}) {
  return createDocumentedDecisions({
    rules,
    root: { possible: Possible.captured, doubts: [] },
    nesting: 'nearest',
    lateChanges: 'as-before',
    ...options,
  });
}

const hit = (rule: number) => ({ rule, certain: true });
const site = (hits: readonly number[], more: Partial<DecideSite> = {}): DecideSite =>
  ({
    node: 1,
    hits: hits.map(hit),
    moment: 'snapshot',
    isInFrame: false,
    stored: undefined,
    ...more,
  }) as DecideSite;

describe('one element', () => {
  test.each([
    [[mask, unmask], 'masked'],
    [[unmask], 'captured'],
    [[exclude, unmask, mask], 'excluded'],
  ])('hit by %j goes by the highest rank: %s', (hits, treatment) => {
    expect(treatmentOf(decisions().decide(top, site(hits)).possible)).toBe(treatment);
  });

  test('with two rules of one rank that disagree is unknown where nothing is said about it', () => {
    const tied = [ranked('mask', 2), ranked('unmask', 2)];
    const decide = decisions({ rules: tied, nesting: 'contested' }).decide;
    expect(treatmentOf(decide(top, site([0, 1])).possible)).toBe('unknown');
  });
});

describe('a rule inside of a rule', () => {
  test.each([
    ['nearest', [mask], [unmask], 'captured'],
    ['nearest', [unmask], [mask], 'masked'],
    // The mask is further down the list than the unmask around which it stands.
    ['ordered', [unmask], [mask], 'masked'],
    ['ordered', [mask], [unmask], 'unknown'],
    ['contested', [mask], [unmask], 'unknown'],
    ['contested', [unmask], [mask], 'unknown'],
    ['contested', [mask], [mask], 'masked'],
    ['contested', [unmask], [exclude], 'excluded'],
    ['ordered', [exclude], [unmask], 'excluded'],
  ] as const)('%s: %j around %j is %s', (nesting, outer, inner, treatment) => {
    const { decide } = decisions({ nesting });
    const around = decide(top, site(outer));
    expect(treatmentOf(decide(around, site(inner, { node: 2 })).possible)).toBe(treatment);
  });
});

interface Ranked {
  readonly rank: number;
  readonly action: 'mask' | 'unmask' | 'exclude';
}

const outcomes = { mask: Possible.masked, unmask: Possible.captured, exclude: Possible.excluded };

/** A rule on each of some elements, one inside the other, with no rank twice. */
const chains = fc
  .uniqueArray(fc.record({ rank: fc.integer({ min: 1, max: 9 }), action: actions() }), {
    selector: ({ rank }) => rank,
    minLength: 1,
    maxLength: 6,
  })
  .map((chain): readonly Ranked[] => chain);

function actions() {
  return fc.constantFrom<Ranked['action']>('mask', 'unmask', 'exclude');
}

/**
 * What may become of the innermost element: its own rule decides, or the one of the highest rank around it, or - where
 * nothing is said - any of them. What is excluded does not come back.
 */
function readings(chain: readonly Ranked[], nesting: 'ordered' | 'contested'): readonly Ranked['action'][] {
  const out = chain.findIndex(({ action }) => action === 'exclude');
  if (out >= 0) return ['exclude'];
  const inner = chain[chain.length - 1];
  const highest = [...chain].sort((a, b) => b.rank - a.rank)[0];
  if (!inner || !highest) return [];
  return nesting === 'ordered' ? [inner.action, highest.action] : chain.map(({ action }) => action);
}

describe('a chain of elements', () => {
  test.each(['ordered', 'contested'] as const)('%s: no more certain than its documentation', (nesting) => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { decide } = decisions({
          rules: chain.map(({ action, rank }) => ranked(action, rank)),
          nesting,
        });
        const inner = chain.reduce(
          (decision, _rule, index) => decide(decision, site([index], { node: index + 1 })),
          top,
        );
        for (const reading of readings(chain, nesting))
          expect(inner.possible & outcomes[reading]).not.toBe(0);
      }),
    );
  });
});

describe('borders', () => {
  test.each(['shadow', 'frame', 'template'] as const)('what is in a %s is unknown', (border) => {
    const { decide, inside } = decisions();
    expect(treatmentOf(inside(decide(top, site([mask])), 2, border).possible)).toBe('unknown');
    expect(treatmentOf(inside(decide(top, site([exclude])), 2, border).possible)).toBe('excluded');
  });

  test('a mask in a frame may not be in force there', () => {
    const { decide, inside } = decisions();
    const frame = inside(top, 2, 'frame');
    expect(treatmentOf(decide(frame, site([mask], { isInFrame: true })).possible)).toBe('unknown');
  });

  test.each(['hotjar', 'logrocket', 'smartlook', 'dynatrace', 'contentsquare', 'heap', 'pendo'])(
    '%s: nothing in a shadow root or template is called masked',
    (id) => {
      const profile = profileById(id);
      if (!profile) throw new Error(id);
      const inner = '<p data-hj-suppress>Jane</p><input value="Jane">';
      const scan = scanSavedPage({
        html: `<!doctype html><div><template shadowrootmode="open">${inner}</template></div><template>${inner}</template>`,
        url: 'https://shop.example/',
        profile,
        options: {},
        ruleSet: { rules: [], groups: [], gaps: [] },
      });
      const values = scan.records.filter(({ channel, output }) => channel !== 'url' && output === 'Jane');
      expect(values.map(({ treatment }) => treatment)).toEqual(values.map(() => 'unknown'));
      expect(values.length).toBeGreaterThan(3);
    },
  );
});

describe('after the first look', () => {
  const link = (node: number, hits: readonly number[], more: Partial<LateLink> = {}): LateLink =>
    ({
      node,
      hits: hits.map(hit),
      element: { tag: 'p' },
      stored: undefined,
      isKnown: true,
      above: 'parent',
      ...more,
    }) as LateLink;
  const root = link(0, [], { above: 'none' });

  test('a mask that is not said to hold then leaves both possible, but not of what is typed', () => {
    const { late, lateValue } = decisions({ lateChanges: 'unknown' });
    const chain = [link(2, []), link(1, [mask]), root];
    expect(treatmentOf(late(chain).possible)).toBe('unknown');
    expect(late(chain).doubts).toContain('doubt.late-change');
    expect(treatmentOf(lateValue(chain).possible)).toBe('masked');
  });

  test('one that is said to hold masks', () => {
    expect(treatmentOf(decisions().late([link(1, [mask]), root]).possible)).toBe('masked');
  });

  test('a rule that hits now and did not when the element was met leaves both possible', () => {
    const chain = [link(1, [mask], { stored: { ...top, node: 1 } }), root];
    expect(treatmentOf(decisions().late(chain).possible)).toBe('unknown');
  });

  test('a change in a frame or shadow root is unknown under a mask', () => {
    for (const above of ['frame', 'shadow-host'] as const) {
      const chain = [link(3, [mask]), link(2, [], { above }), link(1, [mask]), root];
      const certainInside = above === 'shadow-host';
      const treatment = treatmentOf(decisions().late(chain).possible);
      // In a shadow root the engine itself takes certainty from hits before it asks.
      expect(treatment).toBe(certainInside ? 'masked' : 'unknown');
    }
  });
});
