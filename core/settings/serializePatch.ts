import type { Rule, RuleContent } from '../rules/rule.ts';
import type { DraftChange, DraftState } from './draft.ts';
import { patchVersion } from './readPatch.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { serializeRule } from './serializeRule.ts';

export interface PatchHead {
  /** Name of the draft; '' for none. */
  readonly name: string;
  /** The org whose rules it changes; absent for rules that are kept in this browser. */
  readonly org?: string | undefined;
}

/**
 * A draft as a file for somebody else, as plain JSON data: for each rule what it was and what it shall be. It holds
 * rules only, so no data of any page and no word of who wrote them. `readPatch` reads it.
 */
export function serializePatch(draft: DraftState, { name, org }: PatchHead): Record<string, unknown> {
  return {
    scrimPatch: patchVersion,
    ...(name === '' ? {} : { name }),
    ...(org === undefined ? {} : { org }),
    changes: draft.changes.map(changeEntry),
  };
}

function changeEntry(change: DraftChange): Record<string, unknown> {
  const { kind, id, base, content } = change;
  return {
    change: kind,
    ...(base === undefined ? {} : { before: serializeRule(withoutPeople(base)) }),
    ...(content === undefined ? {} : { after: serializeRule(asRule(content, id, base)) }),
  };
}

function asRule(content: RuleContent, id: string, base: Rule | undefined): Rule {
  return {
    ...ruleContentOf(content),
    id,
    groupId: base?.groupId ?? '0',
    editable: base?.editable ?? 'any',
  };
}

function withoutPeople({ createdAt: _made, updatedAt: _changed, updatedBy: _who, ...rule }: Rule): Rule {
  return rule;
}
