import { RuleAction, RuleEditable, RulePlatform, RuleScope } from '../rules/rule.ts';

/** FullStory's words for ours (v2beta; fullstory.md e.1). Maps, so that `constructor` is not a known word. */
export const actionOfWire: ReadonlyMap<string, RuleAction> = new Map([
  ['EXCLUDE', RuleAction.exclude],
  ['MASK', RuleAction.mask],
  ['UNMASK', RuleAction.unmask],
  ['BLOCK_TYPE_UNSPECIFIED', RuleAction.unspecified],
]);

export const scopeOfWire: ReadonlyMap<string, RuleScope> = new Map([
  ['ALL_SESSIONS', RuleScope.all],
  ['NO_SESSIONS', RuleScope.none],
  ['PREVIEW_SESSIONS_ONLY', RuleScope.preview],
  ['LIVE_SESSIONS_ONLY', RuleScope.live],
]);

export const platformOfWire: ReadonlyMap<string, RulePlatform> = new Map([
  ['WEB', RulePlatform.web],
  ['ANDROID', RulePlatform.android],
  ['IOS', RulePlatform.ios],
]);

export const editableOfWire: ReadonlyMap<string, RuleEditable> = new Map([
  ['EDITABLE_ANY', RuleEditable.any],
  ['EDITABLE_DESCRIPTION_ONLY', RuleEditable.descriptionOnly],
  ['EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS', RuleEditable.descriptionScopeExceptions],
]);

export const wireOfAction: Record<RuleAction, string> = {
  exclude: 'EXCLUDE',
  mask: 'MASK',
  unmask: 'UNMASK',
  unspecified: 'BLOCK_TYPE_UNSPECIFIED',
};

export const wireOfScope: Record<RuleScope, string> = {
  all: 'ALL_SESSIONS',
  none: 'NO_SESSIONS',
  preview: 'PREVIEW_SESSIONS_ONLY',
  live: 'LIVE_SESSIONS_ONLY',
};

export const wireOfPlatform: Record<RulePlatform, string> = { web: 'WEB', android: 'ANDROID', ios: 'IOS' };

export const wireOfEditable: Record<RuleEditable, string> = {
  any: 'EDITABLE_ANY',
  'description-only': 'EDITABLE_DESCRIPTION_ONLY',
  'description-scope-exceptions': 'EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS',
};
