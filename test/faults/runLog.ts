import type { PushPlan } from '../../core/settings/pushPlan.ts';

/** What a person did to the draft in one browser, or meant to. */
export interface OwnAct {
  readonly at: number;
  readonly browser: string;
  readonly kind: 'edit' | 'delete' | 'create' | 'undo' | 'discard' | 'answer' | 'withdraw';
  /** Absent: it is about the whole draft. */
  readonly ruleId?: string;
  readonly field?: string;
  readonly token?: string;
  /** When the extension said that it is saved; undefined: it never did. */
  savedAt?: number;
}

/** A plan that a person confirmed, and how many writes the server had taken by then. */
export interface ConfirmedPlan {
  readonly browser: string;
  readonly plan: PushPlan;
  readonly writesBefore: number;
}

/** What happened, as seen from outside the extension: by people, and by the server. */
export interface RunLog {
  readonly acts: OwnAct[];
  readonly confirmed: ConfirmedPlan[];
  /** Grows by one with everything that is noted. */
  tick: number;
}
