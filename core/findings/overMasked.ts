/** What a replay is read by, and what nobody types or owns. */
export type PlainContent = 'heading' | 'button' | 'navigation' | 'label' | 'footer';

/**
 * Plain content that one rule hides, or the recorder's default. Only the structure of the page was looked at: what is
 * masked is not in the records, and nobody has read it.
 */
export interface OverMasked {
  readonly content: PlainContent;
  /** Id of the rule; absent: the recorder's default. */
  readonly rule?: string;
  readonly treatment: 'masked' | 'excluded';
  readonly count: number;
  /** The first of them. */
  readonly nodes: readonly number[];
  /** Absent where the same selector would show more than these, here or elsewhere on the site. */
  readonly proposal?: OverMaskingProposal;
}

/** What would show it again. Made of tag names and the rule's own selector: never of anything the page says. */
export type OverMaskingProposal =
  /** The rule hits the elements themselves: it leaves these out. */
  | { readonly kind: 'exception'; readonly selector: string }
  /** The rule hits something around them: a rule that unmasks them there. */
  | { readonly kind: 'unmask'; readonly selector: string }
  /** Nothing shows what is inside an excluded element: the rule must exclude less, or mask instead. */
  | { readonly kind: 'narrow' };
