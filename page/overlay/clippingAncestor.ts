import { domAccess } from '../domAccess.ts';

/** Looks up which ancestor of an element hides what sticks out of it. */
export type ClipperLookup = (element: Element) => Element | null;

/**
 * Remembers its answers: siblings in normal flow share one, and reading styles up the tree is the dearest part
 * of a frame. Make a new one when the layout changed.
 */
export function createClipperLookup(): ClipperLookup {
  /** For what is in the flow of this parent. */
  const inFlow = new WeakMap<Element, Element | null>();

  function above(parent: Element | null, position: string): Element | null {
    if (!parent || position === 'fixed' || isRoot(parent)) return null;
    if (position !== 'absolute') {
      const known = inFlow.get(parent);
      if (known !== undefined) return known;
    }
    const style = styleOf(parent);
    // An absolute box is clipped only by what it is positioned in.
    const contains = style !== undefined && (position !== 'absolute' || style.position !== 'static');
    const clips = contains && style.overflow !== 'visible' && style.display !== 'contents';
    const next = contains ? style.position : position;
    const found = clips ? parent : above(flatParent(parent), next);
    if (position !== 'absolute') inFlow.set(parent, found);
    return found;
  }

  return (element) => above(flatParent(element), styleOf(element)?.position ?? 'static');
}

/** The viewport's own scrolling is no clipping: what is out of it is not drawn anyway. */
function isRoot(element: Element): boolean {
  const document = domAccess.ownerDocument(element);
  return element === document?.documentElement || element === document?.body;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return domAccess.ownerDocument(element)?.defaultView?.getComputedStyle(element);
}

/** The parent in the tree as it is shown: slots and hosts included. */
function flatParent(element: Element): Element | null {
  const parent = element.assignedSlot ?? domAccess.parentNode(element);
  if (!parent) return null;
  if (domAccess.isElement(parent)) return parent;
  return domAccess.nodeType(parent) === 11 ? ((parent as ShadowRoot).host ?? null) : null;
}
