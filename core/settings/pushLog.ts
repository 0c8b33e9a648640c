import type { Rule } from '../rules/rule.ts';
import type { PushPlan, PushStepState } from './pushPlan.ts';

/** What happened in a push, as it is written down: append-only, each entry before the next thing is done. */
export type PushEvent =
  | { readonly type: 'begun'; readonly plan: PushPlan }
  | {
      readonly type: 'step';
      readonly key: string;
      readonly state: PushStepState;
      /** Message key (`problem.<key>`). */
      readonly problem?: string;
      /** The source's own words. */
      readonly detail?: string;
      /** As read back; null: read back as gone. Only when confirmed. */
      readonly rule?: Rule | null;
    }
  /** The source could not be asked, or asked to be left alone: nothing is sent before this is over. */
  | { readonly type: 'waits'; readonly seconds: number; readonly askedToWait: boolean }
  /** It is too long ago that somebody confirmed it: nothing is sent before a person says so. */
  | { readonly type: 'held' }
  /** A person said so. */
  | { readonly type: 'resumed' }
  | { readonly type: 'finished'; readonly stoppedBy?: string };

export interface PushLogEntry {
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
  readonly pushId: string;
  readonly event: PushEvent;
}
