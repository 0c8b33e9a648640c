import type { CoverageDirection } from './compareCoverage.ts';
import type { PushStep } from './pushPlan.ts';

const rounds: Readonly<Record<CoverageDirection, number>> = { same: 0, stronger: 0, mixed: 1, weaker: 2 };

/**
 * Keys of all steps in the order in which they are written: first all that strengthen, then those that do both, then
 * all that weaken. The steps of one change keep their own order, so a step is never earlier than one it stands on.
 */
export function orderSteps(
  changes: readonly (readonly PushStep[])[],
  directionOf: (step: PushStep) => CoverageDirection,
): readonly string[] {
  const placed = changes.flatMap((steps) => {
    let round = 0;
    return steps.map((step) => {
      round = Math.max(round, rounds[directionOf(step)]);
      return { key: step.key, round };
    });
  });
  return placed.sort((a, b) => a.round - b.round).map((one) => one.key);
}
