/** A name that stands in a page and may stand in a selector. It is nobody's data: see `offeredName`. */
export interface PageName {
  readonly kind: PageNameKind;
  readonly name: string;
  /** Of a value: the attribute it is the value of. */
  readonly of?: string;
  /** Elements that have it, in documents, open shadow roots and same-origin frames. */
  readonly count: number;
}

export const pageNameKinds = ['class', 'id', 'attribute', 'value', 'tag'] as const;
export type PageNameKind = (typeof pageNameKinds)[number];

/** As many of each kind cross from a page, the most frequent first. */
export const mostNames: Readonly<Record<PageNameKind, number>> = {
  class: 700,
  id: 300,
  attribute: 100,
  value: 300,
  tag: 100,
};

/** Longer ones are data or generated. */
export const longestName = 64;
