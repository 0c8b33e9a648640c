import { domAccess } from '../domAccess.ts';
import { createFrameBoxes, type FrameBox, intersect } from './frameBoxes.ts';
import type { Box } from './overlayKinds.ts';

const { getClientRects, checkVisibility } = Element.prototype;

/** A text that wraps over more lines than this is drawn as one box. */
const mostRects = 16;

/** Ancestors looked at for one that clips. */
const mostAncestors = 64;

export interface BoxReader {
  /** One pass of reads; nothing may write to the page until its last `read`. */
  pass(): (element: Element) => Box[];
  /** Forgets which ancestors clip: the layout changed. */
  forget(): void;
}

/**
 * Where elements are, in client coordinates of the top document, cut to their frames and scroll boxes. Elements
 * that are not rendered, hidden or empty have no boxes.
 */
export function createBoxReader(document: Document): BoxReader {
  let clippers = new WeakMap<Element, Element | null>();

  function clipperOf(element: Element): Element | null {
    const known = clippers.get(element);
    if (known !== undefined) return known;
    const found = nearestClipper(element);
    clippers.set(element, found);
    return found;
  }

  function pass() {
    const frameBox = createFrameBoxes(document);
    const clips = new Map<Element, Box | undefined>();

    function clipOf(element: Element, frame: FrameBox): Box | undefined {
      const clipper = clipperOf(element);
      if (!clipper) return frame.clip;
      if (!clips.has(clipper)) {
        clips.set(clipper, frame.clip); // Ends a loop that no real page has.
        clips.set(clipper, intersect(toTop(domAccess.rect(clipper), frame), clipOf(clipper, frame)));
      }
      return clips.get(clipper);
    }

    return (element: Element): Box[] => {
      const owner = domAccess.ownerDocument(element);
      const frame = owner && frameBox(owner);
      if (!frame || !checkVisibility.call(element, { visibilityProperty: true })) return [];
      const clip = clipOf(element, frame);
      return rectsOf(element)
        .map((rect) => intersect(toTop(rect, frame), clip))
        .filter((box) => box.width > 0 && box.height > 0);
    };
  }

  return {
    pass,
    forget() {
      clippers = new WeakMap();
    },
  };
}

function rectsOf(element: Element): DOMRect[] {
  const rects = getClientRects.call(element);
  return rects.length > mostRects ? [domAccess.rect(element)] : [...rects];
}

function toTop(rect: DOMRect, frame: FrameBox): Box {
  return {
    x: frame.x + rect.left * frame.scaleX,
    y: frame.y + rect.top * frame.scaleY,
    width: rect.width * frame.scaleX,
    height: rect.height * frame.scaleY,
  };
}

/** The nearest ancestor that hides what sticks out of it. The viewport's own scrolling does not count. */
function nearestClipper(element: Element): Element | null {
  const document = domAccess.ownerDocument(element);
  const view = document?.defaultView;
  if (!document || !view) return null;
  let position = view.getComputedStyle(element).position;
  let ancestor = flatParent(element);
  for (let steps = 0; ancestor && steps < mostAncestors; steps += 1) {
    if (position === 'fixed' || ancestor === document.documentElement || ancestor === document.body)
      return null;
    const style = view.getComputedStyle(ancestor);
    // An absolute box is clipped only by what it is positioned in.
    const contains = position !== 'absolute' || style.position !== 'static';
    if (contains && style.overflow !== 'visible' && style.display !== 'contents') return ancestor;
    if (contains) position = style.position;
    ancestor = flatParent(ancestor);
  }
  return null;
}

function flatParent(element: Element): Element | null {
  const parent = element.assignedSlot ?? domAccess.parentNode(element);
  if (!parent) return null;
  if (domAccess.isElement(parent)) return parent;
  return domAccess.nodeType(parent) === 11 ? ((parent as ShadowRoot).host ?? null) : null;
}
