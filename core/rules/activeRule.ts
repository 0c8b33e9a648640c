import type { RuleAction } from './rule.ts';

/** A rule that takes part in this simulation: right session kind, consent state and platform. */
export interface ActiveRule {
  readonly id: string;
  readonly name: string;
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly action: RuleAction;
  readonly origin: 'built-in' | 'custom';
  /** False when it may not be in force here; everything it hits is then a possible hit. */
  readonly certain: boolean;
  /** Message key (`doubt.<key>`) when not certain. */
  readonly doubt?: string;
}

/** Something wrong with a rule, found while matching. Always shown; never swallowed. */
export interface RuleProblem {
  /** Index into the active rules. */
  readonly rule: number;
  readonly ruleId: string;
  readonly kind:
    | 'invalid-selector'
    | 'invalid-exception'
    | 'state-not-saved'
    | 'too-costly'
    | 'uncertain-rule';
  readonly selector: string;
  /** The browser's or parser's own words. */
  readonly detail: string;
  /** How far the rule might reach all the same: a relaxed selector whose matches are `unknown`, or undefined. */
  readonly relaxed?: string;
}
