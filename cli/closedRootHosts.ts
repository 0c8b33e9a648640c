import type { Protocol } from 'puppeteer';
import { elementStep } from '../core/capture/pathIndex.ts';

/**
 * Paths of the elements that hold a closed shadow root, in the form of `createPathIndex`.
 *
 * @param root the answer of `DOM.getDocument` with `depth: -1, pierce: true`
 */
export function closedRootHosts(root: Protocol.DOM.Node): string[] {
  const found: string[] = [];
  const stack: { node: Protocol.DOM.Node; path: string }[] = [{ node: root, path: '' }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, path } = next;
    if (node.shadowRoots?.some((shadow) => shadow.shadowRootType === 'closed')) found.push(path);
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'open') stack.push({ node: shadow, path: `${path} >>> #shadow-root` });
    }
    if (node.contentDocument) stack.push({ node: node.contentDocument, path: `${path} >>> #document` });
    const elements = (node.children ?? []).filter((child) => child.nodeType === 1);
    elements.forEach((child, index) => {
      const step = elementStep(child.localName, index + 1, elements.length);
      stack.push({ node: child, path: path === '' ? step : `${path} > ${step}` });
    });
  }
  return found;
}
