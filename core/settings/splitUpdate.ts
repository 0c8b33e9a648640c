import { isBuiltIn, type Rule, type RuleContent } from '../rules/rule.ts';
import { coverBoth } from './coverBoth.ts';
import type { PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import {
  exceptionsBeyond,
  isUnmask,
  reachesLive,
  reachesPreview,
  sameSelector,
  scopeFor,
} from './ruleReach.ts';
import { ruleWithContent } from './ruleWithContent.ts';

/**
 * Takes an update that strengthens here and weakens there into a step that only strengthens and one that only weakens.
 * Needed when a push holds several of them: between two that trade places, an element could be covered by neither.
 *
 * A rule that keeps its selector covers both in between. One that changes it is replaced by a new rule: a joined
 * selector ("old, new") would be dead as a whole if the new half is invalid, and the old half with it.
 */
export function splitUpdate(theirs: Rule, content: RuleContent, newId: () => string): readonly PushStep[] {
  if (isUnmask(theirs)) return throughStop(theirs, exposingLess(theirs, content), content, newId);
  if (sameSelector(theirs, content) || isBuiltIn(theirs)) {
    return throughStop(theirs, coverBoth(theirs, content), content, newId);
  }
  return [
    { kind: 'create', key: newId(), content },
    { kind: 'delete', key: newId(), ruleId: theirs.id, expected: theirs },
  ];
}

function throughStop(
  theirs: Rule,
  stop: RuleContent,
  content: RuleContent,
  newId: () => string,
): readonly PushStep[] {
  const expected = ruleWithContent(theirs, stop);
  return [
    { kind: 'update', key: newId(), ruleId: theirs.id, expected: theirs, content: stop },
    { kind: 'update', key: newId(), ruleId: theirs.id, expected, content },
  ];
}

/** Out of live sessions for the moment; a built-in, whose scope may not be its own to set, hides what either hides. */
function exposingLess(theirs: Rule, content: RuleContent): RuleContent {
  const both = (reaches: (scope: RuleContent['scope']) => boolean) =>
    reaches(theirs.scope) && reaches(content.scope);
  const preview = both(reachesPreview);
  const stop = ruleContentOf(theirs);
  if (!isBuiltIn(theirs)) return { ...stop, scope: scopeFor({ live: false, preview }) };
  const exceptions = [...theirs.exceptions, ...exceptionsBeyond(content, theirs)];
  return { ...stop, exceptions, scope: scopeFor({ live: both(reachesLive), preview }) };
}
