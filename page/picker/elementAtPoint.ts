import { domAccess } from '../domAccess.ts';
import { createFrameBoxes, type FrameBox, insideFrame } from '../overlay/frameBoxes.ts';
import { openedRoot, type RootOpener } from './stepElement.ts';

export interface PointSearch {
  readonly document: Document;
  /** Opens closed roots, where the host can (an extension can). */
  readonly openClosedRoot: RootOpener | undefined;
  readonly isOurs: (node: Node) => boolean;
  /** Asks while the shield lets hit tests through. */
  readonly beneathShield: <T>(ask: () => T) => T;
}

/** Shadow roots and frames inside one another; a real page has a handful. */
const deepest = 32;

/** Elements tried by their rectangles below one hit: `pointer-events: none` hides whole trees from hit tests. */
const mostRects = 600;

/**
 * The deepest element at a point of the top viewport, through shadow roots and same-origin frames. A frame of
 * another origin is the element itself. Elements with `pointer-events: none` are found by their rectangles.
 */
export function elementAtPoint(search: PointSearch, x: number, y: number): Element | null {
  const boxOf = createFrameBoxes(search.document);
  let root: Document | ShadowRoot = search.document;
  let found: Element | null = null;
  for (let depth = 0; depth < deepest; depth += 1) {
    const frame = boxOf(root.nodeType === 9 ? (root as Document) : (root as ShadowRoot).ownerDocument);
    if (!frame) return found;
    const point = { x: (x - frame.x) / frame.scaleX, y: (y - frame.y) / frame.scaleY };
    const hit = hitInRoot(root, point, search);
    if (!hit) return found;
    found = withoutPointerEvents(hit, point, search);
    const next = rootBelow(found, { x, y }, frame, search.openClosedRoot);
    if (!next) return found;
    root = next;
  }
  return found;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The topmost element of this root, not of one above or below it. */
function hitInRoot(root: Document | ShadowRoot, { x, y }: Point, search: PointSearch): Element | null {
  // The topmost alone costs a third of the list of all, and mostly it is the one.
  const first = search.beneathShield(() => root.elementFromPoint(x, y));
  if (first && !search.isOurs(first) && first.getRootNode() === root) return first;
  const hits = root.elementsFromPoint(x, y).filter((element) => !search.isOurs(element));
  const own = hits.find((element) => element.getRootNode() === root);
  if (own) return own;
  // `html { pointer-events: none }`: nothing is hit anywhere, yet everything is there to be seen.
  return root.nodeType === 9 ? (root as Document).documentElement : null;
}

function rootBelow(
  element: Element,
  { x, y }: Point,
  frame: FrameBox,
  openClosedRoot: RootOpener | undefined,
): Document | ShadowRoot | null {
  const shadow = openedRoot(element, openClosedRoot);
  if (shadow) return shadow;
  const inner = frameDocument(element);
  if (!inner) return null;
  const { clip } = insideFrame(element as HTMLElement, frame);
  // The frame's border and padding belong to the frame element.
  const inside = clip && x >= clip.x && y >= clip.y && x < clip.x + clip.width && y < clip.y + clip.height;
  return inside ? inner : null;
}

/** Document of a same-origin frame, null for everything else. */
export function frameDocument(element: Element): Document | null {
  const tag = domAccess.localName(element);
  if (tag !== 'iframe' && tag !== 'frame') return null;
  // Null across origins; it does not throw.
  return (element as HTMLIFrameElement).contentDocument;
}

/** Goes further down, last painted first, into what hit tests do not see. */
function withoutPointerEvents(hit: Element, point: Point, search: PointSearch): Element {
  const budget = { left: mostRects };
  let current = hit;
  for (;;) {
    const next = unhittableChild(current, point, search, budget);
    if (!next) return current;
    current = next;
  }
}

function unhittableChild(
  parent: Element,
  point: Point,
  search: PointSearch,
  budget: { left: number },
): Element | null {
  // One by one from the last: a list of 10,000 children would be copied for each move of the pointer.
  let child = domAccess.lastElementChild(parent);
  for (; child && budget.left > 0; child = domAccess.previousElementSibling(child)) {
    budget.left -= 1;
    if (search.isOurs(child) || !isRendered(child)) continue;
    // What can be hit was hit, or is covered: only the others are looked for.
    if (contains(domAccess.rect(child), point)) {
      if (ignoresPointer(child)) return child;
      continue;
    }
    // A box without a size may still show its children: a collapsed body, `display: contents`.
    const inside = unhittableChild(child, point, search, budget);
    if (inside) return inside;
  }
  return null;
}

function ignoresPointer(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).pointerEvents === 'none';
}

function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

function contains(rect: DOMRect, { x, y }: Point): boolean {
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}
