import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import { type CoverageDirection, compareCoverage } from './compareCoverage.ts';
import type { Weakening } from './pushPlan.ts';
import { weakeningsOf } from './weakeningsOf.ts';

/** A rule, or an edit of it, as it may be in force: with its own scope, or with the one its group sets. */
type Reading = (content: RuleContent) => RuleContent;

const asWritten: Reading = (content) => content;

/**
 * A group may set the scope of all its rules; then that one counts, whatever a rule says. When the settings source
 * does not tell about a rule's group, both are possible and the worse has to be reckoned with.
 */
function readingsOf(rule: Rule | null, current: RuleSet): readonly Reading[] {
  if (!rule || rule.groupId === '0') return [asWritten];
  const group = current.groups.find((one) => one.id === rule.groupId);
  if (!group) return [asWritten, (content) => ({ ...content, scope: 'all' })];
  const { scopeOverride: scope } = group;
  return [scope === undefined ? asWritten : (content) => ({ ...content, scope })];
}

/** `weakeningsOf`, with the scopes that are in force. Null: no rule. */
export function weakeningsInForce(
  before: Rule | null,
  after: RuleContent | null,
  current: RuleSet,
): readonly Weakening[] {
  const found = readingsOf(before, current).flatMap((read) =>
    weakeningsOf(before ? read(before) : undefined, after ? read(after) : undefined),
  );
  return [...new Set(found)];
}

/** `compareCoverage`, with the scopes that are in force. Null: no rule. */
export function directionInForce(
  before: Rule | null,
  after: RuleContent | null,
  current: RuleSet,
): CoverageDirection {
  const found = readingsOf(before, current).map((read) =>
    compareCoverage(before && read(before), after && read(after)),
  );
  const directions = new Set(found.filter((one) => one !== 'same'));
  const [only, second] = directions;
  return second ? 'mixed' : (only ?? 'same');
}

/** May a group decide who gets this rule, so that the rule's own scope keeps nobody out? */
export function mayBeRuledByGroup(rule: Rule, current: RuleSet): boolean {
  const group = current.groups.find((one) => one.id === rule.groupId);
  return group ? group.scopeOverride !== undefined : rule.groupId !== '0';
}
