import type { Rule, RuleContent } from '../rules/rule.ts';

/** One edit. `base` is the rule as the person saw it: what a push compares with before it writes. */
export type DraftEdit =
  | { readonly kind: 'create'; readonly draftId: string; readonly content: RuleContent }
  | { readonly kind: 'update'; readonly ruleId: string; readonly base: Rule; readonly content: RuleContent }
  | { readonly kind: 'delete'; readonly ruleId: string; readonly base: Rule };

/** `drop`: whatever the draft did to this rule (or to the new one of this draft id) is taken out of it. */
export type DraftOperation = DraftEdit | { readonly kind: 'drop'; readonly id: string };

/** The draft that is always there. The others have ids and names that people gave them. */
export const mainDraft = 'main';

/** An operation with the key it is known by from the moment it is written down. */
export interface KeyedOperation {
  readonly key: string;
  readonly operation: DraftOperation;
}

/** What may happen to the drafts themselves. A removed one stays in the journal and can be brought back. */
export type DraftListChange =
  | {
      readonly kind: 'create';
      readonly draft: string;
      readonly name: string;
      /** What it begins with: one step, as an import is. */
      readonly edits: readonly KeyedOperation[];
    }
  | { readonly kind: 'rename'; readonly draft: string; readonly name: string }
  | { readonly kind: 'select' | 'remove' | 'restore'; readonly draft: string };

/** One thing that happened to one draft. `draft` is absent in journals older than named drafts: the main one. */
export type DraftEvent =
  | {
      readonly type: 'operation';
      readonly draft?: string;
      readonly key: string;
      readonly operation: DraftOperation;
    }
  /** Several edits that are one step: a patch that was imported. */
  | { readonly type: 'operations'; readonly draft?: string; readonly edits: readonly KeyedOperation[] }
  | { readonly type: 'undo' | 'redo' | 'discard'; readonly draft?: string }
  /** These operations are now the org's settings, in whatever draft they are. */
  | {
      readonly type: 'settled';
      readonly keys: readonly string[];
      /** How the rules were read back, by change id: later edits of the same rule are based on these. */
      readonly landed?: readonly LandedRule[];
    };

/** What is in the append-only journal. Nothing is ever changed or removed; state is what replaying gives. */
export type JournalEntry = { readonly seq: number; readonly at: string } & (
  | DraftEvent
  | { readonly type: 'drafts'; readonly change: DraftListChange }
);

/** What a change became in the org's settings. A created rule has another id there than in the draft. */
export interface LandedRule {
  readonly id: string;
  /** Null: deleted. */
  readonly rule: Rule | null;
  /** What the draft said, and what was written instead because somebody else had changed the rule too. */
  readonly merged?: { readonly drafted: RuleContent; readonly content: RuleContent };
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

/** One of several drafts, as a list shows it. */
export interface DraftSummary {
  readonly id: string;
  /** '' for the main draft while nobody named it. */
  readonly name: string;
  /** Net changes in it. */
  readonly changes: number;
  readonly isPresent: boolean;
  readonly isRemoved: boolean;
}
