/** One suggested selector, as the picker offers it. Selectors hold no page data: see suggestSelectors. */
export interface RankedSelector {
  readonly selector: string;
  /** How many elements it matches on this page (documents, open shadow roots, same-origin frames). */
  readonly count: number;
  /** First matched nodes, the picked one first. */
  readonly nodes: readonly number[];
  /** 0..1: how likely it still matches the same things after the next deploy. */
  readonly stability: number;
  /** Message keys (`selectorNote.<key>`): positional, generated-name, broad, ... */
  readonly notes: readonly string[];
}
