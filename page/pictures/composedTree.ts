import { domAccess } from '../domAccess.ts';

/** More nodes are not pictured: it would take seconds. */
export const mostNodes = 150_000;

/**
 * Every node of a document in document order, those in shadow roots among them, without those in frames. A node's
 * children are read once it was given out.
 *
 * @param closed closed shadow roots by their host
 */
export function* composedTree(document: Document, closed: ReadonlyMap<Element, ShadowRoot>): Generator<Node> {
  const stack: Node[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const next: Node[] = [];
    const shadow = domAccess.isElement(node) ? (domAccess.shadowRoot(node) ?? closed.get(node)) : undefined;
    if (shadow) next.push(shadow);
    for (let child = domAccess.firstChild(node); child; child = domAccess.nextSibling(child))
      next.push(child);
    for (const one of next.reverse()) stack.push(one);
  }
}
