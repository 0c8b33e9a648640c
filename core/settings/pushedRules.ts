import type { PushedChange, PushRecord } from './pushPlan.ts';

/**
 * `written`: every step was read back. `part`: some steps were, the others were not sent. `waiting`: nothing was sent yet
 * and will be. `not-sent`: nothing was, and the push has ended. `unknown`: a step may have arrived, nobody has looked yet.
 */
export type RuleOutcome = 'written' | 'part' | 'waiting' | 'not-sent' | 'unknown' | 'refused' | 'conflict';

type Steps = PushRecord['steps'];

/** What a push made of one rule so far. */
export interface PushedRule {
  readonly change: PushedChange;
  readonly outcome: RuleOutcome;
  readonly steps: Steps;
  /** Name of the preview copy that is there because only part of the change was written. */
  readonly leftCopy?: string;
}

/** A push, rule by rule, as far as it is known to have come. */
export function pushedRules(push: PushRecord): readonly PushedRule[] {
  return push.changes.map((change) => {
    const steps = push.steps.filter(({ step }) => change.steps.includes(step.key));
    const leftCopy = leftCopyOf(steps);
    return {
      change,
      steps,
      outcome: outcomeOf(steps, push.finishedAt !== undefined),
      ...(leftCopy !== undefined && { leftCopy }),
    };
  });
}

function outcomeOf(steps: Steps, hasEnded: boolean): RuleOutcome {
  const some = (...states: readonly Steps[number]['state'][]) =>
    steps.some(({ state }) => states.includes(state));
  if (some('unknown', 'in-flight')) return 'unknown';
  if (some('conflict')) return 'conflict';
  if (some('rejected')) return 'refused';
  if (!some('queued')) return 'written';
  if (some('confirmed')) return 'part';
  return hasEnded ? 'not-sent' : 'waiting';
}

/** A preview makes the copy first; promoting and taking back remove it last. */
function leftCopyOf(steps: Steps): string | undefined {
  const open = steps.filter(({ state }) => state !== 'confirmed');
  if (open.length === 0 || open.length === steps.length) return undefined;
  for (const { step, state } of steps) {
    if (step.kind === 'create' && step.twinOf !== undefined && state === 'confirmed')
      return step.content.name;
    if (step.kind === 'delete' && state !== 'confirmed') return step.expected.name;
  }
  return undefined;
}
