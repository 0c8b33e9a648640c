import type { Uninspected } from '../capture/captureRecord.ts';
import type { RuleProblem } from './activeRule.ts';
import type { RuleSet } from './rule.ts';

/** Rules that are missing or cannot be read leave a hole that no element shows: it is named. */
export function rulesNotInspected(ruleSet: RuleSet, problems: readonly RuleProblem[]): Uninspected[] {
  return [
    ...ruleSet.gaps.map((gap): Uninspected => ({ kind: 'rules', path: '', reason: gap })),
    ...(ruleSet.overLimit === undefined
      ? []
      : [
          {
            kind: 'rules',
            path: '',
            reason: 'gap.too-many-rules',
            detail: String(ruleSet.overLimit),
          } as const,
        ]),
    ...problems.flatMap((problem) => notInspectedBecauseOf(problem) ?? []),
  ];
}

/** The hole that a problem with a rule leaves, beyond the elements that it makes `unknown`. */
export function notInspectedBecauseOf({ kind, relaxed, ruleId }: RuleProblem): Uninspected | undefined {
  const reason = kind === 'invalid-selector' && relaxed !== undefined ? undefined : reasons[kind];
  return reason === undefined ? undefined : { kind: 'rules', path: '', reason, detail: ruleId };
}

const reasons: Partial<Record<RuleProblem['kind'], string>> = {
  'invalid-selector': 'invalid-rule',
  'too-costly': 'costly-rule',
  'over-limit': 'rule-over-limit',
};
