import type { Rule, RuleContent } from '../rules/rule.ts';
import type { SelectorFaultKey } from '../selectors/selectorTokens.ts';

/** Something to know about a rule before it is saved, and what would mend it. */
export interface RuleLint {
  /** Message key: `selectorLint.<key>`, with `params`. */
  readonly key: string;
  /** The rule protects less than it seems to, or shows what nobody should see; the others are advice. */
  readonly isSerious: boolean;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where in the selector, in UTF-16 units; absent where it is about the rule as a whole. */
  readonly place?: { readonly start: number; readonly end: number };
  /** What is wrong at that place: `selectorFault.<key>`. */
  readonly fault?: SelectorFaultKey;
  /** Best first. */
  readonly mends: readonly Mend[];
  /** Another name for the same elements would mend it: the suggestion engine is asked for one. */
  readonly wantsOtherName?: true;
}

/** One click. Message key: `mend.<key>`, with `params`. */
export type Mend =
  | (MendWords & { readonly kind: 'content'; readonly change: Partial<RuleContent> })
  /** The element is picked on the page, and the selector written anew. */
  | (MendWords & { readonly kind: 'pick' })
  /** This rule is not needed: it is deleted, or not made. */
  | (MendWords & { readonly kind: 'delete' })
  /** Another rule is what has to change; it goes to the draft by itself. */
  | (MendWords & { readonly kind: 'other-rule'; readonly rule: Rule; readonly content: RuleContent });

interface MendWords {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A mend that writes another selector. */
export function selectorMend(key: string, selector: string, params: MendWords['params'] = {}): Mend {
  return { kind: 'content', key, params: { ...params, selector }, change: { selector } };
}

/** Where no text can be guessed: whoever knows the page points at it. */
export const pickMend: Mend = { kind: 'pick', key: 'pick', params: {} };
