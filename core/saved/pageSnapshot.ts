import type { FieldClass } from '../fields/fieldFacts.ts';
import type { DetectorId, RedactedText } from '../findings/finding.ts';

/**
 * A page that a person chose to keep: its structure, and of its attributes what a selector may test. No text, no typed
 * value and no address is in here; what a detector found in them is, as its class and a redacted sample. This is what is
 * stored and what a file holds (docs/saved-pages.md).
 */
export interface PageSnapshot {
  readonly format: 'scrim-page';
  readonly version: 1;
  /** A person's own words. */
  readonly name: string;
  /** Without query and fragment; segments that look like data are dots. */
  readonly url: string;
  /** RFC 3339. */
  readonly savedAt: string;
  /** BCP 47, lower case; '' when unknown. */
  readonly lang: string;
  /** What was sensitive on it; nodes name them by index. The same value in two places is one entry. */
  readonly values: readonly SavedValue[];
  /** In document order, parents first; the first is the document. */
  readonly nodes: readonly SnapshotNode[];
}

/** One sensitive value, redacted at once. */
export interface SavedValue {
  readonly detector: DetectorId;
  readonly scheme?: string;
  readonly sample: RedactedText;
}

export type SnapshotNode = SnapshotRoot | SnapshotElement | SnapshotText;

/** Index of the node it is in; -1 for the document. */
interface Placed {
  readonly in: number;
}

/** A document, an open shadow root, the content of a template, or the document in a frame. */
export interface SnapshotRoot extends Placed {
  readonly root: RootKind;
  /** In quirks mode classes and ids are compared without case. */
  readonly quirks?: true;
}

export const rootKinds = ['document', 'shadow', 'content', 'frame'] as const;
export type RootKind = (typeof rootKinds)[number];

export interface SnapshotElement extends Placed {
  /** A tag that may be data is `hidden-1`, `hidden-2`: the same number for the same tag. */
  readonly tag: string;
  /** Its shape (`nameShape`), where the tag itself was not kept. */
  readonly hiddenTag?: string;
  /** Absent: HTML. */
  readonly ns?: 'svg' | 'other';
  readonly attributes?: readonly SavedAttribute[];
  /** The shape of each attribute's name that was not kept. */
  readonly hiddenNames?: readonly string[];
  readonly control?: SavedControl;
  /** What would be typed into it, as it was read when the page was saved. */
  readonly field?: FieldClass;
  /** It has a shadow root that recorders may not see; its content is not kept. */
  readonly closed?: true;
  /** Why what this frame shows could not be read. */
  readonly unread?: string;
}

export type SavedAttribute = readonly [name: string, value: string | HiddenValue];

/** A value that was not kept, or only in part. */
export interface HiddenValue {
  /** Its words, those that were not kept by their shape (`nameShape`). Absent: nothing of it was kept. */
  readonly shape?: string;
  readonly values?: readonly number[];
}

export interface SavedControl {
  /** As `input.type` answers. */
  readonly type: string;
  /** Something was in it. */
  readonly filled?: true;
  readonly values?: readonly number[];
}

/** A text or comment; nothing of it is kept but what it is and whether it is blank. */
export interface SnapshotText extends Placed {
  readonly text: 'blank' | 'text' | 'comment';
  readonly values?: readonly number[];
}

/** Stated in docs/saved-pages.md. */
export const snapshotLimits = {
  /** Nodes of one page: about 70,000 elements with their texts. */
  nodes: 150_000,
  /** UTF-16 units of one page as JSON. */
  length: 12_000_000,
  /** Pages that are kept. */
  pages: 200,
  /** UTF-16 units of all of them as JSON. */
  total: 200_000_000,
  name: 120,
  depth: 512,
} as const;

export function isSavedElement(node: SnapshotNode): node is SnapshotElement {
  return 'tag' in node;
}
