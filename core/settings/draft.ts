import type { Rule, RuleContent } from '../rules/rule.ts';

/** One edit. `base` is the rule as the person saw it: what a push compares with before it writes. */
export type DraftOperation =
  | { readonly kind: 'create'; readonly draftId: string; readonly content: RuleContent }
  | { readonly kind: 'update'; readonly ruleId: string; readonly base: Rule; readonly content: RuleContent }
  | { readonly kind: 'delete'; readonly ruleId: string; readonly base: Rule };

/** What is in the append-only journal. Nothing is ever changed or removed; state is what replaying gives. */
export type JournalEntry =
  | {
      readonly seq: number;
      readonly at: string;
      readonly type: 'operation';
      readonly key: string;
      readonly operation: DraftOperation;
    }
  | { readonly seq: number; readonly at: string; readonly type: 'undo' | 'redo' | 'discard' }
  /** These operations are now the org's settings. */
  | {
      readonly seq: number;
      readonly at: string;
      readonly type: 'settled';
      readonly keys: readonly string[];
      /** How the rules were read back, by change id: later edits of the same rule are based on these. */
      readonly landed?: readonly LandedRule[];
    };

/** What a change became in the org's settings. A created rule has another id there than in the draft. */
export interface LandedRule {
  readonly id: string;
  /** Null: deleted. */
  readonly rule: Rule | null;
}

/** One net change against the org's settings: the latest of all edits of one rule. */
export interface DraftChange {
  /** Rule id, or the draft id of a rule that does not exist yet. */
  readonly id: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly base?: Rule;
  /** Absent for a deletion. */
  readonly content?: RuleContent;
  /** Journal keys this change is the sum of. */
  readonly keys: readonly string[];
}

export interface DraftState {
  readonly changes: readonly DraftChange[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
