import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import type { ProposedChange } from './proposal.ts';
import type { ProposedPart } from './proposalLog.ts';
import type { PlannedChange, PushStep } from './pushPlan.ts';
import { directionInForce } from './scopesInForce.ts';

/**
 * What a planned push would have done when it is through, rule by rule. A proposal takes effect as a whole, so steps
 * that a push takes one after the other for the visitors' sake are one here.
 */
export function proposedChanges({ change, steps }: PlannedChange): readonly ProposedChange[] {
  const byRule = new Map<string, ProposedChange>();
  for (const step of steps) {
    // A change that replaces a rule creates one and deletes the other.
    const id = step.kind === 'create' ? change.id : step.ruleId;
    const slot = step.kind === 'create' ? `create ${id}` : id;
    byRule.set(slot, {
      changeId: id,
      before: byRule.get(slot)?.before ?? beforeOf(step),
      after: afterOf(step),
    });
  }
  return [...byRule.values()];
}

function beforeOf(step: PushStep): Rule | null {
  return step.kind === 'create' ? null : step.expected;
}

function afterOf(step: PushStep): RuleContent | null {
  return step.kind === 'delete' ? null : step.content;
}

/** The same change as it is shown and settled. */
export function proposedPart({ change, weakenings }: PlannedChange, current: RuleSet): ProposedPart {
  const theirs = current.rules.find((rule) => rule.id === change.id) ?? null;
  const { id, kind, keys, content, base } = change;
  return {
    id,
    kind,
    keys,
    name: content?.name ?? base?.name ?? '',
    direction: directionInForce(theirs, content ?? null, current),
    weakenings,
  };
}
