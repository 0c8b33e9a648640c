import type { RuleAction } from '../../core/rules/rule.ts';
import type { MarkKind } from '../parts/TreatmentMark.tsx';

const marks: Record<RuleAction, MarkKind> = {
  exclude: 'excluded',
  mask: 'masked',
  unmask: 'captured',
  unspecified: 'unknown',
};

/** The swatch of what an action does. */
export function markOf(action: RuleAction): MarkKind {
  return marks[action];
}
