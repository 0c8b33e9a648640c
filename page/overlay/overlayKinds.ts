/** What the overlay says about an element's treatment. Each differs by pattern or line, not by colour alone. */
export const overlayCategories = ['excluded', 'masked', 'unknown', 'leaking'] as const;
export type OverlayCategory = (typeof overlayCategories)[number];

/** What the overlay points at while somebody chooses or writes a selector. */
export const outlineKinds = ['preview', 'include', 'exclude', 'hover'] as const;
export type OutlineKind = (typeof outlineKinds)[number];

/** Everything that is drawn, in drawing order: the last lies on top. */
export const boxKinds = [...overlayCategories, ...outlineKinds, 'flash'] as const;
export type BoxKind = (typeof boxKinds)[number];

/** The words beside an element, in the reader's language. They are set as text, never as markup. */
export interface OverlayLabel {
  readonly treatment: string;
  /** The winning rule, or that none applies. */
  readonly rule?: string;
  /** Where the treatment comes from when it is not decided on the element itself. */
  readonly inheritedFrom?: string;
  /** What a click does, or what cannot be looked into. */
  readonly note?: string;
}

/** In CSS pixels of the top document's viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnBox extends Box {
  readonly kind: BoxKind;
}
