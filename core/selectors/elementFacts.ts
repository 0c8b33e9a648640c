/** What a developer called an element. No text, no values, nothing beside what is named here. */
export interface ElementNames {
  /** Lower-case local name. */
  readonly tag: string;
  /** The `id` attribute, '' when there is none. */
  readonly elementId: string;
  readonly classes: readonly string[];
  /** Only attributes of `stableAttributes`. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** What selector suggestions may know of one element. */
export interface ElementFacts extends ElementNames {
  /** Position among siblings of the same tag, from 1, and how many of them there are. */
  readonly position: number;
  readonly ofType: number;
}
