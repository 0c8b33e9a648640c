import { fullstoryOfflineRules } from '../core/profiles/fullstory/offlineRules.ts';
import type { RuleContent } from '../core/rules/rule.ts';
import { wireOfEditable } from '../core/settings/fullstoryEnums.ts';

export interface BuiltInRule extends RuleContent {
  readonly editable: string;
  readonly groupId: string;
}

/** Beyond 2^53 on purpose: an int64 that is read as a JavaScript number comes out wrong. */
export const formPrivacyGroupId = '7205759403792793601';

/** The rules every org has: FullStory's built-ins as far as they are public (fullstory.md c). */
export function builtInRules(): readonly BuiltInRule[] {
  return fullstoryOfflineRules().rules.map((rule) => ({
    ...rule,
    editable: wireOfEditable[rule.editable],
    groupId: rule.groupId === '0' ? '0' : formPrivacyGroupId,
  }));
}
