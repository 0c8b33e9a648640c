import type { Possible } from './treatment.ts';

/** One rule that hit an element. `certain: false` when it may or may not apply there. */
export interface Hit {
  /** Index into the list of active rules. */
  readonly rule: number;
  readonly certain: boolean;
  /** Message key (`doubt.<key>`) that says why it is not certain. */
  readonly doubt?: string;
}

/** What was decided for an element, and why. Children without hits share their parent's decision object. */
export interface Decision {
  readonly possible: Possible;
  /** What else a profile passes down; only the profile that wrote it can read it. */
  readonly level?: number;
  /** Index into the active rules; -1: the recorder's default. */
  readonly winner: number;
  /** Rules that hit the same element and did not win, strongest first. */
  readonly losers: readonly number[];
  /** Node where this was decided; descendants inherit from it. */
  readonly node: number;
  /** Message keys (`doubt.<key>`) when more than one treatment stays possible. */
  readonly doubts: readonly string[];
}
