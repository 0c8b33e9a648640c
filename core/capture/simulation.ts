import type { FieldFacts } from '../fields/fieldFacts.ts';
import type { PageSite, Playback } from '../profiles/profile.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import type { CaptureMoment, IndexedRecord, NodeEntry, Uninspected } from './captureRecord.ts';
import type { TreeAdapter } from './treeAdapter.ts';

/** What a simulation needs to know of its host: the tree, who hits what, and stable ids for nodes. */
export interface SimulationInput<N> {
  readonly tree: TreeAdapter<N>;
  readonly root: N;
  /** What the page says of itself now. */
  page(): Omit<PageSite, 'isTop'>;
  readonly playback: Playback;
  /** Finds out who hits what in one document or shadow root; asked once for each, before its elements. */
  matchRoot(root: N): Generator<void, void>;
  /** Rules that hit an element of a root that was matched. */
  hitsOf(element: N): readonly Hit[] | undefined;
  idOf(node: N): number;
  /** Facts about a form control for the leak finder; null when it is none. */
  fieldOf(element: N, id: number): FieldFacts | null;
  /** Elements that belong to Scrim itself and are no part of the page. */
  isOurs(element: N): boolean;
}

/** What makes a walk of the first look one of a later change. */
export interface WalkMode {
  readonly moment: CaptureMoment;
  /** What was decided when the recorder first met an element. */
  stored(id: number): Decision | undefined;
}

export interface SimulationOutput {
  readonly nodes: NodeEntry[];
  readonly decisions: Decision[];
  readonly records: IndexedRecord[];
  readonly fields: FieldFacts[];
  readonly uninspected: Uninspected[];
}
