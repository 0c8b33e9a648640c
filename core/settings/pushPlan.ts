import type { Rule, RuleContent } from '../rules/rule.ts';
import type { RuleField } from './compareRules.ts';
import type { DraftChange } from './draft.ts';

/** A way in which a change makes the recorder capture more (fullstory.md e.5). Message keys `weakening.<key>`. */
export type Weakening =
  | 'action-weaker'
  | 'unmask-added'
  | 'consent-added'
  | 'exception-added'
  | 'scope-leaves-live'
  | 'web-removed'
  | 'platform-removed'
  | 'selector-changed'
  | 'deleted'
  /** The same for unmask rules, where reaching further is what weakens. */
  | 'consent-removed'
  | 'exception-removed'
  | 'scope-reaches-live'
  | 'platform-added';

/**
 * `live`: write the draft. `preview`: let preview sessions have it, live visitors keep what they have.
 * `promote`: previews become the live rules. `withdraw`: previews are taken back.
 */
export type PushMode = 'live' | 'preview' | 'promote' | 'withdraw';

/**
 * One write. Steps run in order, each read back before the next. The order is the safety property: after any
 * prefix of the steps, live visitors are covered at least as before.
 */
export type PushStep =
  | { readonly kind: 'create'; readonly key: string; readonly content: RuleContent; readonly twinOf?: string }
  | {
      readonly kind: 'update';
      readonly key: string;
      readonly ruleId: string;
      readonly expected: Rule;
      readonly content: RuleContent;
    }
  | { readonly kind: 'delete'; readonly key: string; readonly ruleId: string; readonly expected: Rule };

export interface PlannedChange {
  /** As it is written: on the rule as it is now. */
  readonly change: DraftChange;
  readonly steps: readonly PushStep[];
  readonly weakenings: readonly Weakening[];
  /** The exact name to type when there are weakenings. */
  readonly confirmName?: string;
  /** Somebody else changed other fields of the rule meanwhile. Absent: nobody did. */
  readonly merged?: MergedChange;
}

/** What an edit was before it was merged with what somebody else changed on the same rule. */
export interface MergedChange {
  /** The rule that the edit was made on. */
  readonly base: Rule;
  /** What the draft says. */
  readonly drafted: RuleContent;
  /** Fields in which their change is kept. */
  readonly taken: readonly RuleField[];
  /** Exceptions or platforms that both changed: what either added is in, what either took out is not. */
  readonly joined: readonly RuleField[];
  /** Fields of an earlier preview of the rule that this edit takes the place of. Absent: none. */
  readonly replaced?: readonly RuleField[];
  /** How the rule captures more than the draft alone would have it, because of their change. */
  readonly overMine: readonly Weakening[];
  readonly changedBy?: string;
  readonly changedAt?: string;
}

/** A rule that somebody else changed since the draft was begun. Nothing of it is written. */
export interface PushConflict {
  readonly change: DraftChange;
  readonly kind: 'changed' | 'deleted' | 'read-only' | 'not-previewable';
  readonly theirs?: Rule;
  /** Fields that differ between what the draft was based on and what is there now. */
  readonly fields: readonly string[];
  readonly changedBy?: string;
  readonly changedAt?: string;
}

export interface PushPlan {
  readonly id: string;
  readonly mode: PushMode;
  /** When the settings source was read for this plan. */
  readonly readAt: string;
  /** Origin of the page it was made from; absent: it was not told. */
  readonly site?: string;
  readonly planned: readonly PlannedChange[];
  /** Keys of all steps in the order they are written: what strengthens goes before what weakens. */
  readonly order: readonly string[];
  readonly conflicts: readonly PushConflict[];
}

export type PushStepState = 'queued' | 'in-flight' | 'confirmed' | 'conflict' | 'rejected' | 'unknown';

export interface PushRecord {
  readonly id: string;
  readonly mode: PushMode;
  readonly startedAt: string;
  /** What it changes, rule by rule. */
  readonly changes: readonly PushedChange[];
  readonly steps: readonly {
    readonly step: PushStep;
    readonly state: PushStepState;
    readonly problem?: string;
    readonly detail?: string;
  }[];
  /** When it ended. Absent: still under way, or not yet settled. A `queued` step of an ended push was never sent. */
  readonly finishedAt?: string;
  /** Message key (`problem.<key>`) when it ended before its last step. */
  readonly stoppedBy?: string;
  /** When it is tried again. Absent: it ended, is being written, or waits for something else than time. */
  readonly waitsUntil?: string;
  /** Since when it asks a person whether to go on. Absent: it does not. */
  readonly heldSince?: string;
}

/** One rule of a push. */
export interface PushedChange {
  /** Id of the rule, or its draft id. */
  readonly id: string;
  readonly name: string;
  readonly kind: DraftChange['kind'];
  /** Keys of its steps, in order. */
  readonly steps: readonly string[];
  /** More is recorded once it is written. */
  readonly weakens: boolean;
}

export interface PushOutcome {
  readonly push: PushRecord;
  /** All steps confirmed by reading back. */
  readonly confirmed: boolean;
}
