import { domAccess } from '../domAccess.ts';

/** Opens a closed shadow root, or gives null. Only a browser extension has a way to. */
export type RootOpener = (element: Element) => ShadowRoot | null;

export type StepDirection = 'parent' | 'child' | 'previous' | 'next';

export interface StepOptions {
  readonly openClosedRoot: RootOpener | undefined;
  readonly isOurs: (node: Node) => boolean;
}

/** Never shown, so never picked. */
const notShown = ['script', 'style', 'link', 'meta', 'title', 'base', 'head', 'template', 'noscript'];

/**
 * The element next to this one, across boundaries: the parent of a shadow root's child is the host, the parent
 * of a frame's root element is the frame; the child of a host is the first element in its root.
 *
 * @returns null at the end of the way
 */
export function stepElement(element: Element, to: StepDirection, options: StepOptions): Element | null {
  if (to === 'parent') return parentElement(element);
  if (to === 'child') return firstShown(childrenOf(element, options.openClosedRoot), options);
  const siblings = shown(siblingsOf(element), options);
  const index = siblings.indexOf(element);
  return siblings[to === 'next' ? index + 1 : index - 1] ?? null;
}

/** Shadow root of an element: an open one, or a closed one that could be opened. */
export function openedRoot(element: Element, openClosedRoot: RootOpener | undefined): ShadowRoot | null {
  return domAccess.shadowRoot(element) ?? openClosedRoot?.(element) ?? null;
}

function parentElement(element: Element): Element | null {
  const parent = domAccess.parentNode(element);
  if (!parent) return null;
  if (domAccess.isElement(parent)) return parent;
  const type = domAccess.nodeType(parent);
  if (type === 11) return (parent as ShadowRoot).host ?? null;
  return type === 9 ? ((parent as Document).defaultView?.frameElement ?? null) : null;
}

function childrenOf(element: Element, openClosedRoot: RootOpener | undefined): Element[] {
  const root = openedRoot(element, openClosedRoot);
  if (root) return elementsIn(root);
  const tag = domAccess.localName(element);
  if (tag === 'iframe' || tag === 'frame') {
    const body = (element as HTMLIFrameElement).contentDocument?.body;
    return body ? [body] : [];
  }
  if (tag === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedElements();
    if (assigned.length > 0) return assigned;
  }
  return elementsIn(element);
}

function siblingsOf(element: Element): Element[] {
  const parent = domAccess.parentNode(element);
  return parent ? elementsIn(parent) : [element];
}

function elementsIn(node: Node): Element[] {
  const found: Element[] = [];
  for (let child = domAccess.firstChild(node); child; child = domAccess.nextSibling(child)) {
    if (domAccess.isElement(child)) found.push(child);
  }
  return found;
}

function shown(elements: readonly Element[], options: StepOptions): Element[] {
  return elements.filter(
    (element) => !options.isOurs(element) && !notShown.includes(domAccess.localName(element)),
  );
}

function firstShown(elements: readonly Element[], options: StepOptions): Element | null {
  return shown(elements, options)[0] ?? null;
}
