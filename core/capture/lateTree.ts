import type { SimulationInput } from './simulation.ts';
import type { TreeAdapter } from './treeAdapter.ts';

/** A tree that changes: what is above a node can be asked too. */
export interface LateTree<N> extends TreeAdapter<N> {
  /** The element, document or shadow root a node is in; null for a document and for what is in none. */
  parent(node: N): N | null;
  /** Of a shadow root its host, of a framed document its frame element; null for the top document. */
  owner(root: N): N | null;
  /** Place among its parent's elements, from 1, and how many there are. */
  position(element: N): { readonly position: number; readonly siblings: number };
}

export interface LateInput<N> extends SimulationInput<N> {
  readonly tree: LateTree<N>;
}
