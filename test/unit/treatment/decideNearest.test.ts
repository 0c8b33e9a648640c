import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActiveRule } from '../../../core/rules/activeRule.ts';
import { decideNearest } from '../../../core/treatment/decideNearest.ts';
import type { Decision, Hit } from '../../../core/treatment/decision.ts';
import { Possible, treatmentOf } from '../../../core/treatment/treatment.ts';

type Action = 'exclude' | 'mask' | 'unmask';

function rule(action: ActiveRule['action'], certain = true): ActiveRule {
  return { id: action, name: action, selector: '*', exceptions: [], action, origin: 'custom', certain };
}

function root(possible: Possible): Decision {
  return { possible, winner: -1, losers: [], node: 0, doubts: [] };
}

/** The documented algorithm, word for word, for certain rules: the oracle. */
function effective(parent: Action, hits: readonly Action[]): Action {
  if (parent === 'exclude') return 'exclude';
  for (const action of ['exclude', 'mask', 'unmask'] as const) if (hits.includes(action)) return action;
  return parent;
}

const bitOf: Record<Action, Possible> = {
  exclude: Possible.excluded,
  mask: Possible.masked,
  unmask: Possible.captured,
};

const actions = fc.constantFrom<Action>('exclude', 'mask', 'unmask');
/** From the root down: for each level, the rules that hit it and whether each is certain. */
const chains = fc.array(fc.array(fc.record({ action: actions, certain: fc.boolean() }), { maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

function decideChain(start: Action, chain: readonly { action: Action; certain: boolean }[][]): Decision {
  const rules = chain.flat().map(({ action, certain }) => rule(action, certain));
  let decision = root(bitOf[start]);
  let at = 0;
  chain.forEach((level, depth) => {
    const hits: Hit[] = level.map(({ certain }, index) => ({ rule: at + index, certain }));
    at += level.length;
    decision = decideNearest(decision, hits, rules, depth + 1);
  });
  return decision;
}

/** Every outcome that is possible when each doubtful rule may or may not apply. */
function allOutcomes(start: Action, chain: readonly { action: Action; certain: boolean }[][]): Possible {
  const doubtful = chain.flat().filter((hit) => !hit.certain);
  let outcomes: Possible = 0;
  for (let choice = 0; choice < 2 ** doubtful.length; choice += 1) {
    const applies = new Set(doubtful.filter((_, index) => (choice & (1 << index)) !== 0));
    let state: Action = start;
    for (const level of chain) {
      state = effective(
        state,
        level.filter((hit) => hit.certain || applies.has(hit)).map((hit) => hit.action),
      );
    }
    outcomes |= bitOf[state];
  }
  return outcomes;
}

describe('decideNearest', () => {
  test('agrees with the documented algorithm wherever every rule is certain', () => {
    fc.assert(
      fc.property(actions, chains, (start, chain) => {
        const certain = chain.map((level) => level.map(({ action }) => ({ action, certain: true })));
        expect(decideChain(start, certain).possible).toBe(allOutcomes(start, certain));
      }),
    );
  });

  test('never rules out what a doubtful rule could bring about', () => {
    fc.assert(
      fc.property(actions, chains, (start, chain) => {
        fc.pre(chain.flat().filter((hit) => !hit.certain).length <= 8);
        const outcomes = allOutcomes(start, chain);
        expect(decideChain(start, chain).possible & outcomes).toBe(outcomes);
      }),
    );
  });

  test('never claims more than masked where the raw value may leave', () => {
    fc.assert(
      fc.property(actions, chains, (start, chain) => {
        const { possible } = decideChain(start, chain);
        const mayLeave = (possible & Possible.captured) !== 0;
        expect(['captured', 'unknown'].includes(treatmentOf(possible))).toBe(mayLeave);
      }),
    );
  });

  test('keeps the reason of a doubt', () => {
    const doubtful: Hit = { rule: 0, certain: false, doubt: 'doubt.shadow-rule' };
    const decision = decideNearest(root(Possible.captured), [doubtful], [rule('mask')], 1);
    expect(treatmentOf(decision.possible)).toBe('unknown');
    expect(decision.doubts).toEqual(['doubt.shadow-rule']);
  });

  test('names the winner and the rules it beat, strongest first', () => {
    const rules = [rule('unmask'), rule('mask'), rule('exclude')];
    const hits: Hit[] = rules.map((_, index) => ({ rule: index, certain: true }));
    const decision = decideNearest(root(Possible.captured), hits, rules, 1);
    expect(decision.winner).toBe(2);
    expect(decision.losers).toEqual([1, 0]);
  });

  test('an action nobody knows leaves everything open', () => {
    const decision = decideNearest(
      root(Possible.masked),
      [{ rule: 0, certain: true }],
      [rule('unspecified')],
      1,
    );
    expect(treatmentOf(decision.possible)).toBe('unknown');
  });
});
