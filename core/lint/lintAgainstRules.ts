import { type Rule, RuleAction, RuleScope } from '../rules/rule.ts';
import type { SelectorComparer } from './compareSelectors.ts';
import type { Mend, RuleLint } from './ruleLint.ts';

/** Most private first. */
const strength: Readonly<Record<RuleAction, number>> = { exclude: 3, mask: 2, unmask: 1, unspecified: 0 };

/** Rules that one is compared with: an org with 10,000 rules is not held up by it. */
const maxCompared = 2000;

/**
 * Whether other rules make this one needless, as far as selectors alone prove it: another rule with the same effect
 * matches everything that this one can.
 *
 * @param others in the order in which the org has them; the rule itself may be among them
 */
export function lintAgainstRules(
  rule: Pick<Rule, 'id' | 'selector' | 'exceptions' | 'action' | 'consent' | 'scope' | 'platforms'>,
  others: readonly Rule[],
  comparer: SelectorComparer,
): RuleLint[] {
  if (rule.selector.trim() === '' || rule.action === RuleAction.unspecified) return [];
  const needless: Mend = { kind: 'delete', key: 'not-needed', params: {} };
  for (const other of others.slice(0, maxCompared)) {
    if (other.id === rule.id || !isAsWide(other, rule)) continue;
    const isSame = other.selector.trim() === rule.selector.trim() && other.action === rule.action;
    const covers = isSame || comparer.covers(other.selector, rule.selector);
    if (!covers) continue;
    const params = { by: other.name, selector: other.selector };
    if (other.action === rule.action)
      return [{ key: isSame ? 'duplicate' : 'subsumed', isSerious: false, params, mends: [needless] }];
    if (strength[other.action] > strength[rule.action])
      return [
        { key: 'always-beaten', isSerious: rule.action === RuleAction.unmask, params, mends: [needless] },
      ];
  }
  return [];
}

/** In force whenever the rule is, and with no exception that the rule does not have. */
function isAsWide(
  other: Rule,
  rule: Pick<Rule, 'exceptions' | 'action' | 'consent' | 'scope' | 'platforms'>,
): boolean {
  if (other.uncertain !== undefined || other.action === RuleAction.unspecified) return false;
  if (other.scope !== RuleScope.all && other.scope !== rule.scope) return false;
  // The same consent is the same condition only for the same kind of action.
  const sameKind = (other.action === RuleAction.unmask) === (rule.action === RuleAction.unmask);
  if (other.consent && !(rule.consent && sameKind)) return false;
  const spared = new Set(rule.exceptions);
  if (!other.exceptions.every((exception) => spared.has(exception))) return false;
  return rule.platforms.every((platform) => other.platforms.includes(platform));
}
