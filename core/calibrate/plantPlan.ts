import type { ContentKind } from '../profiles/documented/contentPolicy.ts';
import type { ContentState } from '../profiles/documented/measuredPolicy.ts';

/** What is planted in a page to see what a recorder makes of it. Values are letters that nobody else has. */
export interface PlantPlan {
  readonly sections: readonly PlantSection[];
  /** Planted when everything else was typed and done: that it arrives shows that what came before was sent. */
  readonly last: Plant;
  /** A value in the address that the page is opened at. */
  readonly address: string;
}

/** Elements in a box of their own that the recorder is told to treat in one way, between two controls. */
export interface PlantSection {
  /** The box: an element of its own name, `x-` and letters. */
  readonly tag: string;
  /** What the recorder goes by; absent: no mark, the page as it is. */
  readonly mark?: PlantMark;
  /** The mark that keeps the controls as they are, where the recorder has one. */
  readonly plainMark?: PlantMark;
  readonly before: Plant;
  readonly after: Plant;
  readonly plants: readonly Plant[];
}

export interface PlantMark {
  readonly name: string;
  readonly value: string;
}

export interface Plant {
  /** The element around it: its letters are a control for whatever is in it. */
  readonly tag: string;
  readonly kind: ContentKind;
  /** Of an attribute, in lower case. */
  readonly name?: string;
  readonly form: PlantForm;
  readonly value: string;
}

/** How it is built in the page (`plantInPage.ts`). */
export type PlantForm =
  | 'paragraph'
  | 'button'
  | 'title'
  | 'comment'
  | 'noscript'
  | 'svg-text'
  | 'svg-title'
  | 'datalist'
  | 'data-script'
  | 'style'
  | 'script-style'
  | 'typed-input'
  | 'typed-textarea'
  | 'file'
  | 'button-value'
  | 'image'
  | 'style-attribute'
  | 'meta'
  | 'attribute';

/** Kinds that cannot be planted: they hold no text of their own. */
export const unplantable: readonly ContentKind[] = ['checked', 'checked-attribute', 'opaque'];

/** Kinds that do not go by the state of an element of the page: that they leave is proof, that they do not is none. */
export const ungoverned: ReadonlySet<ContentKind> = new Set<ContentKind>(['title', 'page-url']);

/** Kinds that a recorder may send apart from the tree: their absence needs one of the same kind that arrived. */
export const sentApart: ReadonlySet<ContentKind> = new Set<ContentKind>([
  'value',
  'file-name',
  'script-style',
]);

/** A plant and what the rules make of it, as the simulation says. */
export interface PlantedState {
  readonly plant: Plant;
  /** Null: more than one is possible, or the simulation did not meet it. */
  readonly state: ContentState | null;
  readonly section: PlantSection;
}
