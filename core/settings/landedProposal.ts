import type { Rule } from '../rules/rule.ts';
import { compareRules } from './compareRules.ts';
import type { LandedRule } from './draft.ts';
import type { ProposedChange } from './proposal.ts';

export interface LandedProposal {
  readonly landed: readonly LandedRule[];
  /** Those that are not in the rules as they were proposed. */
  readonly missing: readonly ProposedChange[];
}

/** Compares what was proposed with the rules as they were read after it was merged. */
export function landedProposal(changes: readonly ProposedChange[], rules: readonly Rule[]): LandedProposal {
  // A rule that is replaced lives on as the one that was created.
  const landed = new Map<string, Rule | null>();
  const missing: ProposedChange[] = [];
  for (const change of changes) {
    const rule = ruleAfter(change, rules);
    if (rule === undefined) missing.push(change);
    else landed.set(change.changeId, landed.get(change.changeId) ?? rule);
  }
  return { landed: [...landed].map(([id, rule]) => ({ id, rule })), missing };
}

/** Null: gone as wanted; undefined: not as wanted. Ids that are positions in a file may be another rule's by now. */
function ruleAfter(
  { changeId, before, after }: ProposedChange,
  rules: readonly Rule[],
): Rule | null | undefined {
  if (!after) {
    const stays = rules.some(
      (rule) => before && rule.id === before.id && compareRules(rule, before).length === 0,
    );
    return stays ? undefined : null;
  }
  const same = rules.filter((rule) => compareRules(rule, after).length === 0);
  return same.find((rule) => rule.id === (before?.id ?? changeId)) ?? same[0];
}
