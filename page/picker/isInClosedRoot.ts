import { domAccess } from '../domAccess.ts';

/** Is there a closed shadow root between the element and its document? */
export function isInClosedRoot(element: Element): boolean {
  let root = domAccess.rootNode(element);
  while (domAccess.nodeType(root) === 11) {
    const shadow = root as ShadowRoot;
    if (shadow.mode === 'closed') return true;
    // A detached fragment has no host.
    if (!shadow.host) return false;
    root = domAccess.rootNode(shadow.host);
  }
  return false;
}
