import { isBuiltIn, type Rule } from '../rules/rule.ts';
import { findRuleIn } from './findRuleIn.ts';
import type { SettingsVersion } from './ruleHistory.ts';
import { ruleIdentity } from './ruleIdentity.ts';

/** A rule that was there and is not any more. */
export interface GoneRule {
  /** As it was last. */
  readonly rule: Rule;
  /** When it went, by whom. RFC 3339; empty: the source does not say. */
  readonly at: string;
  readonly by?: string;
}

/**
 * Rules that were deleted, the last deleted first. One that may be another rule of today (same name, other selector) is
 * not among them.
 *
 * @param present rules of today @param versions newest first
 */
export function goneRules(
  present: readonly Rule[],
  versions: readonly SettingsVersion[],
): readonly GoneRule[] {
  const gone: GoneRule[] = [];
  const today = new Set(present.map(ruleIdentity));
  versions.forEach((version, at) => {
    const newer = versions[at - 1];
    if (!newer) return;
    // Most rules are still there as they were: asking about each of them would compare all with all.
    const kept = new Set(newer.ruleSet.rules.map(ruleIdentity));
    for (const rule of version.ruleSet.rules) {
      const identity = ruleIdentity(rule);
      if (isBuiltIn(rule) || kept.has(identity) || today.has(identity)) continue;
      const isStill = [newer.ruleSet.rules, present].some(
        (rules) => findRuleIn(rules, rule, version.ruleSet.rules).kind !== 'none',
      );
      const isKnown = gone.some((one) => findRuleIn([one.rule], rule, []).kind !== 'none');
      if (isStill || isKnown) continue;
      gone.push({ rule, at: newer.at, ...(newer.by === undefined ? {} : { by: newer.by }) });
    }
  });
  return gone;
}
