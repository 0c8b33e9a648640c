import type { RuleContent } from '../rules/rule.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import {
  exceptionsBeyond,
  isMorePrivate,
  platformsBeyond,
  reachesLive,
  reachesPreview,
  scopeFor,
} from './ruleReach.ts';

/**
 * A rule that covers at least what either of two exclude or mask rules with the same selector covers: the stop on the
 * way from one to the other. Name and description stay those of `before`.
 */
export function coverBoth(before: RuleContent, after: RuleContent): RuleContent {
  const either = (reaches: (scope: RuleContent['scope']) => boolean) =>
    reaches(before.scope) || reaches(after.scope);
  const onlyBefore = new Set(exceptionsBeyond(before, after));
  return {
    ...ruleContentOf(before),
    exceptions: before.exceptions.filter((exception) => !onlyBefore.has(exception)),
    action: isMorePrivate(before, after) ? before.action : after.action,
    consent: before.consent && after.consent,
    scope: scopeFor({ live: either(reachesLive), preview: either(reachesPreview) }),
    platforms: [...before.platforms, ...platformsBeyond(after, before)],
  };
}
