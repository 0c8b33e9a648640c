/** Stable numbers for the nodes of a page, so that records of several scans speak of the same elements. */
export interface NodeIds {
  idOf(node: Node): number;
  /** The node if it still exists. */
  nodeOf(id: number): Node | undefined;
}

/** Holds nodes weakly: a page that replaces its content all day is not kept in memory by us. */
export function createNodeIds(): NodeIds {
  const ids = new WeakMap<Node, number>();
  const nodes = new Map<number, WeakRef<Node>>();
  let next = 1;
  return {
    idOf(node) {
      const known = ids.get(node);
      if (known !== undefined) return known;
      const id = next;
      next += 1;
      ids.set(node, id);
      nodes.set(id, new WeakRef(node));
      return id;
    },
    nodeOf: (id) => nodes.get(id)?.deref(),
  };
}
