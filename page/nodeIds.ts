/** Stable numbers for the nodes of a page, so that records of several scans speak of the same elements. */
export interface NodeIds {
  idOf(node: Node): number;
  /** The node, if it was on the page at the last scan. */
  nodeOf(id: number): Node | undefined;
  /** Lets go of nodes that have left the page. Called before each scan: until then a few are held. */
  forgetDetached(): void;
}

/** Plain maps, pruned: weak ones cost a third of the whole simulation on 70,000 elements (docs/benchmarks.md). */
export function createNodeIds(): NodeIds {
  const ids = new Map<Node, number>();
  const nodes = new Map<number, Node>();
  let next = 1;
  return {
    idOf(node) {
      const known = ids.get(node);
      if (known !== undefined) return known;
      const id = next;
      next += 1;
      ids.set(node, id);
      return id;
    },
    nodeOf(id) {
      if (nodes.size !== ids.size) for (const [node, number] of ids) nodes.set(number, node);
      return nodes.get(id);
    },
    forgetDetached() {
      nodes.clear();
      for (const node of ids.keys()) if (!node.isConnected) ids.delete(node);
    },
  };
}
