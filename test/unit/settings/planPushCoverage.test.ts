import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBuiltIn, type RuleSet } from '../../../core/rules/rule.ts';
import { applyDraft } from '../../../core/settings/applyDraft.ts';
import type { DraftState } from '../../../core/settings/draft.ts';
import { pendingPreviews } from '../../../core/settings/pendingPreviews.ts';
import { planPush } from '../../../core/settings/planPush.ts';
import type { PushMode, PushPlan } from '../../../core/settings/pushPlan.ts';
import { coverageOf, type Sample } from './liveCoverageOracle.ts';
import { anyOrgAndDraft, letters } from './ruleArbitraries.ts';
import { runSteps } from './runSteps.ts';

const runs = 1500;
const noDraft: DraftState = { changes: [], canUndo: false, canRedo: false };

/** A few elements with any mix of letters, some inside others. */
const anyPage: fc.Arbitrary<readonly Sample[]> = fc
  .array(fc.tuple(fc.subarray([...letters]), fc.nat()), { minLength: 3, maxLength: 7 })
  .map((made) =>
    made.map(([has, at], index) => ({ has, parent: index === 0 ? -1 : (at % (index + 1)) - 1 })),
  );

let made = 0;
function plan(mode: PushMode, current: RuleSet, draft: DraftState = noDraft): PushPlan {
  return planPush({ mode, draft, current, newId: () => `id${made++}`, now: () => '2026-11-01T10:00:00Z' });
}

/** Only what can be written: a push of a draft with conflicts is another draft. */
function withoutConflicts(mode: PushMode, ruleSet: RuleSet, draft: DraftState): DraftState {
  const refused = plan(mode, ruleSet, draft).conflicts.map((conflict) => conflict.change.id);
  return { ...draft, changes: draft.changes.filter((change) => !refused.includes(change.id)) };
}

function expectNeverBelowBoth(states: readonly RuleSet[], page: readonly Sample[]): void {
  const covered = states.map((state) => coverageOf(state, page));
  const [before, after] = [covered[0] ?? [], covered.at(-1) ?? []];
  for (const now of covered) {
    now.forEach((level, at) => {
      expect(level).toBeGreaterThanOrEqual(Math.min(before[at] ?? 0, after[at] ?? 0));
    });
  }
}

describe('planPush, after any number of its steps', () => {
  it('live: never covers an element less than both before and after', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, ({ ruleSet, draft }, page) => {
        const writable = withoutConflicts('live', ruleSet, draft);
        const states = runSteps(ruleSet, plan('live', ruleSet, writable));
        expectNeverBelowBoth(states, page);
        expect(coverageOf(states.at(-1) ?? ruleSet, page)).toEqual(
          coverageOf(applyDraft(ruleSet, writable), page),
        );
      }),
      { numRuns: runs },
    );
  });

  it('preview: leaves live visitors exactly as they were', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, ({ ruleSet, draft }, page) => {
        const before = coverageOf(ruleSet, page);
        for (const state of runSteps(ruleSet, plan('preview', ruleSet, draft))) {
          expect(coverageOf(state, page)).toEqual(before);
        }
      }),
      { numRuns: runs },
    );
  });

  it('live and preview: holds when the source does not tell what groups do to their rules', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, ({ ruleSet, draft }, page) => {
        const told = { ...ruleSet, groups: [] };
        const writable = withoutConflicts('live', told, draft);
        expectNeverBelowBoth(runSteps(ruleSet, plan('live', told, writable)), page);
        const before = coverageOf(ruleSet, page);
        for (const state of runSteps(ruleSet, plan('preview', told, draft))) {
          expect(coverageOf(state, page)).toEqual(before);
        }
      }),
      { numRuns: runs },
    );
  });

  it('promote: never covers an element less than both before and after, and ends where a live push would', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, ({ ruleSet, draft }, page) => {
        const writable = withoutConflicts('preview', ruleSet, withoutConflicts('live', ruleSet, draft));
        const previewed = runSteps(ruleSet, plan('preview', ruleSet, writable)).at(-1) ?? ruleSet;
        const promotion = plan('promote', previewed);
        expect(promotion.conflicts).toEqual([]);
        const states = runSteps(previewed, promotion);
        expectNeverBelowBoth(states, page);
        const end = states.at(-1) ?? previewed;
        expect(coverageOf(end, page)).toEqual(coverageOf(applyDraft(ruleSet, writable), page));
        expect(pendingPreviews(end)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('a push that stopped anywhere can be planned again and ends in the same place', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, fc.nat(), fc.nat(), ({ ruleSet, draft }, page, stopA, stopB) => {
        const writable = withoutConflicts('preview', ruleSet, withoutConflicts('live', ruleSet, draft));
        const firstPreview = plan('preview', ruleSet, writable);
        const half = stopWithin(runSteps(ruleSet, firstPreview), firstPreview, stopA);
        const previewed = runSteps(
          half.state,
          plan('preview', half.state, remaining(writable, half.done)),
        ).at(-1);
        const promotion = plan('promote', previewed ?? ruleSet);
        const states = runSteps(previewed ?? ruleSet, promotion);
        const stopped = states[stopB % states.length] ?? ruleSet;
        const secondPromotion = plan('promote', stopped);
        const again = runSteps(stopped, secondPromotion);
        expectNeverBelowBoth([previewed ?? ruleSet, ...again, states.at(-1) ?? stopped], page);
        if (secondPromotion.conflicts.length > 0) {
          // The one place where a half-done promotion is not taken for ours: an unmask rule waiting to be rewritten,
          // which looks as if somebody had switched it off, or, where it is built in and keeps its scope, as if
          // somebody had added exceptions. It is over-covered until a person decides.
          for (const { theirs } of secondPromotion.conflicts) {
            const scope = theirs && isBuiltIn(theirs) ? ['none', 'live'] : ['none'];
            expect(theirs?.action).toBe('unmask');
            expect(scope).toContain(theirs?.scope);
          }
          return;
        }
        expect(coverageOf(again.at(-1) ?? stopped, page)).toEqual(
          coverageOf(applyDraft(ruleSet, writable), page),
        );
        expect(pendingPreviews(again.at(-1) ?? stopped)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('withdraw: leaves live visitors as they were and gives preview sessions back what they had', () => {
    fc.assert(
      fc.property(anyOrgAndDraft, anyPage, ({ ruleSet, draft }, page) => {
        const touching = {
          ...draft,
          changes: draft.changes.filter((change) => reachesLive(ruleSet, change.id)),
        };
        const previewed = runSteps(ruleSet, plan('preview', ruleSet, touching)).at(-1) ?? ruleSet;
        const withdrawal = plan('withdraw', previewed);
        expect(withdrawal.conflicts).toEqual([]);
        const states = runSteps(previewed, withdrawal);
        for (const state of states) expect(coverageOf(state, page)).toEqual(coverageOf(ruleSet, page));
        expect(coverageOf(states.at(-1) ?? ruleSet, page, 'preview')).toEqual(
          coverageOf(ruleSet, page, 'preview'),
        );
      }),
      { numRuns: runs },
    );
  });
});

/** Edits of rules that never reach live visitors are made in place, so there is nothing to withdraw. */
function reachesLive(ruleSet: RuleSet, id: string): boolean {
  const rule = ruleSet.rules.find((one) => one.id === id);
  return rule !== undefined && (rule.scope === 'all' || rule.scope === 'live');
}

/** The org where the push stopped, and the ids of the changes that were written whole: those are settled. */
function stopWithin(
  states: readonly RuleSet[],
  made: PushPlan,
  at: number,
): { state: RuleSet; done: readonly string[] } {
  const count = at % states.length;
  const written = new Set(made.order.slice(0, count));
  const done = made.planned.filter((one) => one.steps.every((step) => written.has(step.key)));
  return {
    state: states[count] ?? { rules: [], groups: [], gaps: [] },
    done: done.map((one) => one.change.id),
  };
}

function remaining(draft: DraftState, done: readonly string[]): DraftState {
  return { ...draft, changes: draft.changes.filter((change) => !done.includes(change.id)) };
}
