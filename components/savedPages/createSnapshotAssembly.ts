import type { PageToPanel } from '../../core/protocol.ts';
import type { RawHead, RawNode } from '../../core/saved/rawSnapshot.ts';

export interface AssembledSnapshot {
  readonly nodes: readonly RawNode[];
  readonly head: RawHead;
}

/** Puts a page together that crosses in parts of bounded size. */
export function createSnapshotAssembly() {
  let waitingFor = -1;
  let received = 0;
  let nodes: RawNode[] = [];

  function begin(requestId: number): void {
    waitingFor = requestId;
    received = 0;
    nodes = [];
  }

  return {
    begin,
    isWaitingFor: (requestId: number) => requestId === waitingFor,
    part({ requestId, nodes: more }: PageToPanel['snapshot/part']): void {
      if (requestId !== waitingFor) return;
      received += 1;
      // One by one: a part holds thousands of nodes, more than a call takes as arguments everywhere.
      for (const node of more) nodes.push(node);
    },
    /** Null: a part of it did not arrive, or its nodes do not make a tree. */
    finish({ parts, head }: PageToPanel['snapshot/done']): AssembledSnapshot | null {
      const whole = received === parts && isTree(nodes) ? { nodes, head } : null;
      begin(-1);
      return whole;
    },
  };
}

/** Each node is in one that came before it and can hold it; the first is the document. */
function isTree(nodes: readonly RawNode[]): boolean {
  return nodes.every((node, index) => {
    if (index === 0) return node.in === -1 && 'root' in node && node.root === 'document';
    const above = nodes[node.in];
    if (!above || node.in >= index || 'kind' in above) return false;
    return !('root' in node) || (node.root !== 'document' && 'tag' in above);
  });
}
