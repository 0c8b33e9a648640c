import type { Protocol } from 'puppeteer';

/**
 * Every closed shadow root of the document, however deep; what is in frames is a box anyway.
 *
 * @param root the answer of `DOM.getDocument` with `depth: -1, pierce: true`
 */
export function closedRootNodes(root: Protocol.DOM.Node): Protocol.DOM.BackendNodeId[] {
  const found: Protocol.DOM.BackendNodeId[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { shadowRoots = [], children = [] } = node;
    // The browser's own, in fields and players, are none of the page's.
    const roots = shadowRoots.filter(({ shadowRootType }) => shadowRootType !== 'user-agent');
    for (const { shadowRootType, backendNodeId } of roots)
      if (shadowRootType === 'closed') found.push(backendNodeId);
    stack.push(...children, ...roots);
  }
  return found;
}
