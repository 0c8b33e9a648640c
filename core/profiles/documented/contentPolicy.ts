/** What leaves the browser for one kind of content, by the state of the element it belongs to. */
export type Effect = 'send' | 'mask' | 'nothing' | 'unknown';

export interface PolicyRow {
  readonly captured: Effect;
  readonly masked: Effect;
  readonly excluded: Effect;
  /**
   * How it is known: the vendor says so, it follows from what the vendor says, people who use the recorder say so,
   * or nobody outside can tell.
   */
  readonly grade: 'documented' | 'inferred' | 'reported' | 'unknown';
  /** Where it was read. */
  readonly source: string;
  /** States for which the row says what was measured (`withMeasurement.ts`); their grade is `measured`. Absent: none. */
  readonly measured?: { readonly [State in 'captured' | 'masked' | 'excluded']?: true };
}

export type ContentKind =
  | 'text'
  | 'title'
  | 'comment'
  | 'noscript'
  | 'svg-text'
  | 'datalist'
  | 'data-script'
  | 'style'
  | 'script-style'
  | 'value'
  | 'file-name'
  | 'checked'
  | 'value-attribute'
  | 'checked-attribute'
  | 'image-source'
  | 'style-attribute'
  | 'attribute'
  | 'meta'
  | 'page-url'
  | 'opaque';

/** Every assumption about a recorder that nobody outside can run, so that one real capture can flip a row. */
export type ContentPolicy = Readonly<Record<ContentKind, PolicyRow>>;

export const nothingFound = 'no public statement found';
