import type { Rule, RuleSet } from '../rules/rule.ts';
import { compareRules, type RuleField } from './compareRules.ts';
import { findRuleIn } from './findRuleIn.ts';
import { ruleIdentity } from './ruleIdentity.ts';

/** What differs between two versions that follow each other. */
export type VersionChange =
  | { readonly kind: 'rule-removed'; readonly before: Rule }
  | { readonly kind: 'rule-added'; readonly after: Rule }
  | {
      readonly kind: 'rule-changed';
      readonly before: Rule;
      readonly after: Rule;
      readonly fields: readonly RuleField[];
    }
  /** Whether everything is hidden unless a rule says otherwise. */
  | { readonly kind: 'default-mode' }
  /** What a group of rules makes of its members. */
  | { readonly kind: 'group'; readonly groupId: string };

/** Every difference; in the order of the rules. */
export function versionChanges(before: RuleSet, after: RuleSet): readonly VersionChange[] {
  const kept = new Set<Rule>();
  const changes: VersionChange[] = [];
  for (const rule of before.rules) {
    const found = findRuleIn(after.rules, rule, before.rules);
    if (found.kind !== 'same' && found.kind !== 'by-name') {
      changes.push({ kind: 'rule-removed', before: rule });
      continue;
    }
    kept.add(found.rule);
    const fields = compareRules(rule, found.rule);
    if (fields.length > 0 || rule.uncertain !== found.rule.uncertain)
      changes.push({ kind: 'rule-changed', before: rule, after: found.rule, fields });
  }
  for (const rule of after.rules) if (!kept.has(rule)) changes.push({ kind: 'rule-added', after: rule });
  if ((before.privateByDefault ?? false) !== (after.privateByDefault ?? false))
    changes.push({ kind: 'default-mode' });
  return [...changes, ...groupChanges(before, after)];
}

function groupChanges(before: RuleSet, after: RuleSet): readonly VersionChange[] {
  const scopes = (set: RuleSet) => new Map(set.groups.map(({ id, scopeOverride }) => [id, scopeOverride]));
  const [old, fresh] = [scopes(before), scopes(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((id) => old.get(id) !== fresh.get(id))
    .map((groupId) => ({ kind: 'group', groupId }));
}

/**
 * The change that a decision turned on: the rule that decided before it, or the one that decides after it, or else what
 * governs its group or everything.
 *
 * @param before the rule that hid the element @param after the rule that shows it; undefined: the default does
 */
export function decidingChange(
  changes: readonly VersionChange[],
  before: Rule | undefined,
  after: Rule | undefined,
): VersionChange | undefined {
  const isOf = (rule: Rule | undefined, wanted: Rule | undefined) =>
    rule !== undefined && wanted !== undefined && ruleIdentity(rule) === ruleIdentity(wanted);
  return (
    changes.find((change) => 'before' in change && isOf(change.before, before)) ??
    changes.find((change) => 'after' in change && isOf(change.after, after)) ??
    changes.find(({ kind }) => kind === 'group' || kind === 'default-mode') ??
    (changes.length === 1 ? changes[0] : undefined)
  );
}
