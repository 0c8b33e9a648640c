import { type RuleContent, RulePlatform } from '../rules/rule.ts';
import type { Weakening } from './pushPlan.ts';
import {
  exceptionsBeyond,
  isMorePrivate,
  isUnmask,
  platformsBeyond,
  reachesLive,
  sameSelector,
} from './ruleReach.ts';

/**
 * Every way in which replacing `before` by `after` lets a recorder capture more of live visitors. Empty exactly when
 * `compareCoverage` says `same` or `stronger`. Leave out `before` for a new rule, `after` for a deleted one.
 */
export function weakeningsOf(before?: RuleContent, after?: RuleContent): readonly Weakening[] {
  return [...protectionLost(before, after), ...exposureGained(before, after)];
}

function protectionLost(before?: RuleContent, after?: RuleContent): readonly Weakening[] {
  if (!before || isUnmask(before) || !reachesLive(before.scope)) return [];
  if (!after) return ['deleted'];
  const lost: Weakening[] = [];
  if (isMorePrivate(before, after)) lost.push('action-weaker');
  if (!before.consent && after.consent) lost.push('consent-added');
  if (exceptionsBeyond(after, before).length > 0) lost.push('exception-added');
  if (!reachesLive(after.scope)) lost.push('scope-leaves-live');
  for (const platform of platformsBeyond(before, after)) {
    lost.push(platform === RulePlatform.web ? 'web-removed' : 'platform-removed');
  }
  if (!sameSelector(before, after)) lost.push('selector-changed');
  return [...new Set(lost)];
}

function exposureGained(before?: RuleContent, after?: RuleContent): readonly Weakening[] {
  if (!after || !isUnmask(after) || !reachesLive(after.scope)) return [];
  if (!before) return ['unmask-added'];
  // A live rule that hid something is already reported as `action-weaker`.
  if (!isUnmask(before)) return reachesLive(before.scope) ? [] : ['unmask-added'];
  const gained: Weakening[] = [];
  if (before.consent && !after.consent) gained.push('consent-removed');
  if (exceptionsBeyond(before, after).length > 0) gained.push('exception-removed');
  if (!reachesLive(before.scope)) gained.push('scope-reaches-live');
  if (platformsBeyond(after, before).length > 0) gained.push('platform-added');
  if (!sameSelector(before, after)) gained.push('selector-changed');
  return gained;
}
