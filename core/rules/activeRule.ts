import type { RuleAction } from './rule.ts';

/** A rule that takes part in this simulation: right session kind, consent state and platform. */
export interface ActiveRule {
  readonly id: string;
  readonly name: string;
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly action: RuleAction;
  readonly origin: 'built-in' | 'custom';
  /** The recorder's option that holds it (`blockSelector`); absent where rules stand by themselves. */
  readonly list?: string;
  /** Which of several rules on one element decides: the highest. Absent: the most private action does. */
  readonly rank?: number;
  /** False when it may not be in force here; everything it hits is then a possible hit. */
  readonly certain: boolean;
  /** Message key (`doubt.<key>`) when not certain. */
  readonly doubt?: string;
}

/** Checked where a scan crosses from a page, so the list is data. */
export const ruleProblemKinds = [
  'invalid-selector',
  'invalid-exception',
  'state-not-saved',
  /** Not looked for any more on this page: what it may be meant for is `unknown`. */
  'too-costly',
  /** Longer than is run here: what it may be meant for is `unknown`. */
  'over-limit',
  'uncertain-rule',
  /** Invalid itself, and every other selector of its list is lost with it. */
  'disables-list',
  /** Invalid itself: asking the list throws, and the recorder masks what it asked about. */
  'masks-everything',
  /** Invalid itself: asking the list throws, and the recorder gives up. */
  'ends-recording',
  /** Lost because another selector of its list is invalid. */
  'list-disabled',
  /** This recorder has nothing that does what the rule says. */
  'not-expressible',
  /** A function or pattern in the options that a simulation cannot run. */
  'not-simulated',
  /** No regular expression: the rule that has it is taken as not in force. */
  'invalid-pattern',
  /** A regular expression that cannot be run in bounded time: what it does is not known. */
  'pattern-not-run',
  /** The bodies of requests that are recorded by this are not looked at. */
  'bodies-not-seen',
] as const;

/** Something wrong with a rule, found while matching. Always shown; never swallowed. */
export interface RuleProblem {
  /** Index into the active rules; -1: it is none of them (an option, a rule that is not in force). */
  readonly rule: number;
  readonly ruleId: string;
  readonly kind: (typeof ruleProblemKinds)[number];
  readonly selector: string;
  /** The recorder's list it stands in, where there is one. */
  readonly list?: string;
  /** The browser's or parser's own words. */
  readonly detail: string;
  /** How far the rule might reach all the same: a relaxed selector whose matches are `unknown`, or undefined. */
  readonly relaxed?: string;
}
