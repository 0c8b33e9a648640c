import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import type { Weakening } from './pushPlan.ts';
import { ruleWithContent } from './ruleWithContent.ts';
import { weakeningsInForce } from './scopesInForce.ts';

/** How a merged rule captures more than what each of the two people asked for. */
export interface MergeWeakenings {
  /** More than the rule as it is now. */
  readonly overTheirs: readonly Weakening[];
  /** More than the draft would have on the rule it was made on. */
  readonly overMine: readonly Weakening[];
}

/** Compares a merged rule with the rule as it is now and with what the draft says. */
export function weakeningsOfMerge(
  merged: RuleContent,
  { mine, theirs, current }: { readonly mine: RuleContent; readonly theirs: Rule; readonly current: RuleSet },
): MergeWeakenings {
  return {
    overTheirs: weakeningsInForce(theirs, merged, current),
    overMine: weakeningsInForce(ruleWithContent(theirs, mine), merged, current),
  };
}

/** The two changes together capture more than either alone: nobody decided on that, so nothing merges by itself. */
export function capturesMoreThanEither({ overTheirs, overMine }: MergeWeakenings): boolean {
  return overTheirs.length > 0 && overMine.length > 0;
}
