import type { MeasuredPolicy } from '../profiles/documented/measuredPolicy.ts';

/** Rules as Scrim holds them, whatever settings source they came from. Wire formats are translated at the border. */

export const RuleAction = {
  exclude: 'exclude',
  mask: 'mask',
  unmask: 'unmask',
  /** An action this version does not know (a newer API). What it matches is `unknown`, never "not covered". */
  unspecified: 'unspecified',
} as const;
export type RuleAction = (typeof RuleAction)[keyof typeof RuleAction];

export const RuleScope = { all: 'all', none: 'none', preview: 'preview', live: 'live' } as const;
export type RuleScope = (typeof RuleScope)[keyof typeof RuleScope];

export const RulePlatform = { web: 'web', android: 'android', ios: 'ios' } as const;
export type RulePlatform = (typeof RulePlatform)[keyof typeof RulePlatform];

/** What the settings source lets anybody change on a rule. */
export const RuleEditable = {
  any: 'any',
  descriptionOnly: 'description-only',
  descriptionScopeExceptions: 'description-scope-exceptions',
} as const;
export type RuleEditable = (typeof RuleEditable)[keyof typeof RuleEditable];

/** The part of a rule that a person writes. */
export interface RuleContent {
  readonly name: string;
  readonly description?: string;
  readonly selector: string;
  /** Elements that match one of these are not matched by this rule. They subtract from this rule only. */
  readonly exceptions: readonly string[];
  readonly action: RuleAction;
  /** Exclude and mask: until the visitor consented. Unmask: only once the visitor consented. */
  readonly consent: boolean;
  readonly scope: RuleScope;
  readonly platforms: readonly RulePlatform[];
}

export interface Rule extends RuleContent {
  readonly id: string;
  /** '0' for no group. Built-in groups (Form Privacy) have another id. */
  readonly groupId: string;
  readonly editable: RuleEditable;
  /** RFC 3339, as the source sent it. */
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly updatedBy?: string;
  /** What the source calls this state of the rule (a strong ETag, with its quotes). Absent: it counts none. */
  readonly revision?: string;
  /** Why it cannot be known whether this rule is in force here (for example a targeting condition). */
  readonly uncertain?: string;
}

export interface RuleGroup {
  readonly id: string;
  readonly template: 'form-privacy' | 'none';
  /** Replaces the scope of every member rule when set. */
  readonly scopeOverride?: RuleScope;
}

/** Everything a settings source says about an org's element rules. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly groups: readonly RuleGroup[];
  /** Undefined: the source does not say. */
  readonly privateByDefault?: boolean;
  /** What is known to be missing from `rules` (for example the further pages of a list). Empty when complete. */
  readonly gaps: readonly string[];
  /** Rules beyond those that are looked at; absent: none. */
  readonly overLimit?: number;
  /** What closed recorders were seen to do with this org's snippet; of a rule file only. */
  readonly measured?: MeasuredPolicy;
}

/** A rule nobody can delete: it belongs to a built-in group or the source forbids editing it. */
export function isBuiltIn(rule: Rule): boolean {
  return rule.groupId !== '0' || rule.editable !== RuleEditable.any;
}
