import type { LateTree } from '../core/capture/lateTree.ts';
import { domAccess } from './domAccess.ts';
import { createDomAdapter, type DomAdapterOptions } from './domAdapter.ts';

/** Siblings that are counted for a path; a list of 100,000 rows would be gone through for every new one. */
const maxCounted = 2000;

/** The page as a tree that changes. */
export function createLiveTree(options: DomAdapterOptions = {}): LateTree<Node> {
  return {
    ...createDomAdapter(options),
    parent: (node) => (domAccess.nodeType(node) === 9 ? null : domAccess.parentNode(node)),
    owner(root) {
      if (domAccess.nodeType(root) === 9) return frameElementOf(root as Document);
      return isShadowRoot(root) ? domAccess.host(root) : null;
    },
    position(node) {
      const before = count(node as Element, domAccess.previousElementSibling);
      return {
        position: before + 1,
        siblings: before + 1 + count(node as Element, domAccess.nextElementSibling),
      };
    },
  };
}

function count(element: Element, step: (element: Element) => Element | null): number {
  let found = 0;
  for (let at = step(element); at && found < maxCounted; at = step(at)) found += 1;
  return found;
}

/** By what it answers, not by its prototype: one of another realm fails `instanceof`. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return domAccess.nodeType(node) === 11 && (node as ShadowRoot).host !== undefined;
}

function frameElementOf(document: Document): Element | null {
  const view = document.defaultView;
  if (!view || view === view.top) return null;
  try {
    return view.frameElement;
  } catch (error) {
    // A frame of another origin: what holds it cannot be asked.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
