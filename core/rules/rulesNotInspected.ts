import type { Uninspected } from '../capture/captureRecord.ts';
import type { RuleProblem } from './activeRule.ts';
import type { RuleSet } from './rule.ts';

/** Rules that are missing or cannot be read leave a hole that no element shows: it is named. */
export function rulesNotInspected(ruleSet: RuleSet, problems: readonly RuleProblem[]): Uninspected[] {
  const lost = problems.filter(
    (problem) => problem.kind === 'invalid-selector' && problem.relaxed === undefined,
  );
  return [
    ...ruleSet.gaps.map((gap): Uninspected => ({ kind: 'rules', path: '', reason: gap })),
    ...lost.map(
      (problem): Uninspected => ({ kind: 'rules', path: '', reason: 'invalid-rule', detail: problem.ruleId }),
    ),
  ];
}
