/**
 * What is remembered of an element that a rule matched, to find it again after its names were changed: structure, and
 * names that may stand in a selector. No text, no value, no name that holds data of the page.
 */
export interface ElementSketch extends SketchedNames {
  /** What is around it, nearest first. */
  readonly around: readonly SketchedNames[];
  /** Tags of its children, each once, in order. */
  readonly inside: readonly string[];
  /** The elements beside it. */
  readonly before?: SketchedNames;
  readonly after?: SketchedNames;
  /** Its place among the siblings of its tag, from 1. */
  readonly position: number;
  /** How much text stands directly in it. */
  readonly text: TextAmount;
}

export interface SketchedNames {
  /** '*' where the tag itself might hold data. */
  readonly tag: string;
  /** Stable attributes as `name="email"`, and an id that is no tool's as `#checkout`. */
  readonly marks: readonly string[];
  /** Words of its classes, also of those that a tool made: `customer`, `name` of `customerName_x1`. */
  readonly words: readonly string[];
}

export const textAmounts = ['none', 'short', 'long'] as const;
export type TextAmount = (typeof textAmounts)[number];

export const sketchLimits = { around: 6, inside: 6, marks: 8, words: 12, text: 64 } as const;
