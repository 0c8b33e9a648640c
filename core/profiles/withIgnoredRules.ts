import type { Decision } from '../treatment/decision.ts';

/** Rules that hit something above and are not asked there: kept with the decision, because people trust them. */
export function withIgnoredRules(decision: Decision | null, ignored: readonly number[]): Decision | null {
  if (decision === null || ignored.length === 0) return decision;
  return { ...decision, losers: [...decision.losers, ...ignored] };
}
