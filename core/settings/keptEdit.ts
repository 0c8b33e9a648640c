import type { Rule, RuleContent } from '../rules/rule.ts';

/**
 * A rule that is being written and was not saved to a draft: kept so that nothing typed is lost with the panel. Its
 * content may be unfinished: no name, no selector, one too long.
 */
export interface KeptEdit {
  /** Rule id, or the draft id of a rule that does not exist yet. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  /** The rule as the org or the draft had it when the edit began; absent for a new rule. */
  readonly base?: Rule;
  readonly content: RuleContent;
  /** The name was typed by a person and no longer follows the selector. */
  readonly ownName: boolean;
}

/** More than anybody writes at once; the oldest goes. */
export const maxKeptEdits = 20;

/** With this edit as the newest, in place of what was kept of the same rule. */
export function withKeptEdit(kept: readonly KeptEdit[], edit: KeptEdit): readonly KeptEdit[] {
  return [edit, ...withoutKeptEdit(kept, edit.id)].slice(0, maxKeptEdits);
}

export function withoutKeptEdit(kept: readonly KeptEdit[], id: string): readonly KeptEdit[] {
  return kept.filter((edit) => edit.id !== id);
}
