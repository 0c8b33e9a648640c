import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import { directionInForce, weakeningsInForce } from './scopesInForce.ts';
import type { ApprovalNeeded } from './settingsSource.ts';

/**
 * Whether a change of one rule has to be let through by a second person. Null: no rule before, or none after.
 * What is noticed by live visitors takes in everything that reveals, so each policy asks for what the one before asks.
 */
export function needsApproval(
  policy: ApprovalNeeded,
  change: { readonly before: Rule | null; readonly after: RuleContent | null },
  current: RuleSet,
): boolean {
  const { before, after } = change;
  if (policy === 'none') return false;
  if (policy === 'all' || weakeningsInForce(before, after, current).length > 0) return true;
  return policy === 'live' && directionInForce(before, after, current) !== 'same';
}

const strictness: readonly ApprovalNeeded[] = ['none', 'reveals', 'live', 'all'];

/** Does `next` let through by one person what `present` does not? */
export function isLooserPolicy(next: ApprovalNeeded, present: ApprovalNeeded): boolean {
  return strictness.indexOf(next) < strictness.indexOf(present);
}
