import { isBuiltIn, type Rule, type RuleContent } from '../rules/rule.ts';
import { coverBoth } from './coverBoth.ts';
import type { PushStep } from './pushPlan.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { isUnmask, reachesPreview, sameSelector, scopeFor } from './ruleReach.ts';
import { ruleWithContent } from './ruleWithContent.ts';

/**
 * Takes an update that strengthens here and weakens there into a step that only strengthens and one that only weakens.
 * Needed when a push holds several of them: between two that trade places, an element could be covered by neither.
 *
 * A rule that keeps its selector covers both in between. One that changes it is replaced by a new rule: a joined
 * selector ("old, new") would be dead as a whole if the new half is invalid, and the old half with it.
 */
export function splitUpdate(theirs: Rule, content: RuleContent, newId: () => string): readonly PushStep[] {
  if (isUnmask(theirs)) return throughStop(theirs, unmaskingNobodyLive(theirs), content, newId);
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

function unmaskingNobodyLive(rule: Rule): RuleContent {
  return { ...ruleContentOf(rule), scope: scopeFor({ live: false, preview: reachesPreview(rule.scope) }) };
}
