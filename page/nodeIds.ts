/** Stable numbers for the nodes of a page, so that records of several scans speak of the same elements. */
export interface NodeIds {
  idOf(node: Node): number;
  /** The node, if it was on the page at the last scan. */
  nodeOf(id: number): Node | undefined;
  /** Lets go of nodes that have left the page. Run before each scan: until then a few are held. */
  forgetDetached(): Generator<number, void>;
}

/** Nodes that are looked at between two breaths: about 0.5 ms. */
const nodesPerSlice = 4096;

/** A map and a list, pruned: weak maps cost a third of the whole simulation on 70,000 elements (docs/benchmarks.md). */
export function createNodeIds(): NodeIds {
  const ids = new Map<Node, number>();
  /** By number; what has left the page is a gap. */
  const nodes: (Node | undefined)[] = [undefined];
  return {
    idOf(node) {
      const known = ids.get(node);
      if (known !== undefined) return known;
      const id = nodes.push(node) - 1;
      ids.set(node, id);
      return id;
    },
    nodeOf: (id) => nodes[id],
    *forgetDetached() {
      for (let id = 1; id < nodes.length; id += 1) {
        if (id % nodesPerSlice === 0) yield 0;
        const node = nodes[id];
        if (!node || node.isConnected) continue;
        ids.delete(node);
        nodes[id] = undefined;
      }
    },
  };
}
