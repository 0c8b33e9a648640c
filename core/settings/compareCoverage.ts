import type { RuleContent } from '../rules/rule.ts';
import {
  exceptionsBeyond,
  isMorePrivate,
  isUnmask,
  platformsBeyond,
  reachesLive,
  sameSelector,
} from './ruleReach.ts';

/** Where a change takes live visitors: at least as covered, at most as covered, both, or some more and some less. */
export type CoverageDirection = 'same' | 'stronger' | 'weaker' | 'mixed';

/**
 * Compares what a rule does for live visitors before and after a change; null stands for no rule.
 * Careful where it cannot know: two different selector texts, or exception texts, are taken to match different things.
 */
export function compareCoverage(before: RuleContent | null, after: RuleContent | null): CoverageDirection {
  const atLeast = coversAtLeast(after, before);
  const atMost = coversAtLeast(before, after);
  if (atLeast) return atMost ? 'same' : 'stronger';
  return atMost ? 'weaker' : 'mixed';
}

/** Is every live visitor who is covered with `b` covered at least as well with `a` in its place? */
function coversAtLeast(a: RuleContent | null, b: RuleContent | null): boolean {
  const exposing = live(a) && isUnmask(a);
  if (live(b) && isUnmask(b)) return !exposing || reachesNoFurther(a, b);
  if (exposing) return false;
  if (!live(b)) return true;
  return live(a) && reachesNoFurther(b, a) && !isMorePrivate(b, a);
}

function live(content: RuleContent | null): content is RuleContent {
  return content !== null && reachesLive(content.scope) && content.platforms.length > 0;
}

/** Consent narrows every rule: exclude and mask hold until it is given, unmask only once it is. */
function reachesNoFurther(inner: RuleContent, outer: RuleContent): boolean {
  return (
    sameSelector(inner, outer) &&
    exceptionsBeyond(outer, inner).length === 0 &&
    platformsBeyond(inner, outer).length === 0 &&
    (inner.consent || !outer.consent)
  );
}
