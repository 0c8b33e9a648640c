import { domAccess } from '../domAccess.ts';
import { createClipperLookup } from './clippingAncestor.ts';
import { createFrameBoxes, type FrameBox, intersect } from './frameBoxes.ts';
import type { Box } from './overlayKinds.ts';

const { getClientRects, checkVisibility } = Element.prototype;

/** A text that wraps over more lines than this is drawn as one box. */
const mostRects = 16;

const visible = { visibilityProperty: true };

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
  let clipperOf = createClipperLookup();

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
      if (!frame || !checkVisibility.call(element, visible)) return [];
      const rects = getClientRects.call(element);
      const boxes: Box[] = [];
      if (rects.length === 0) return boxes;
      const clip = clipOf(element, frame);
      if (rects.length > mostRects) return addBox(boxes, domAccess.rect(element), frame, clip);
      for (const rect of rects) addBox(boxes, rect, frame, clip);
      return boxes;
    };
  }

  return {
    pass,
    forget() {
      clipperOf = createClipperLookup();
    },
  };
}

function addBox(boxes: Box[], rect: DOMRect, frame: FrameBox, clip: Box | undefined): Box[] {
  const box = intersect(toTop(rect, frame), clip);
  if (box.width > 0 && box.height > 0) boxes.push(box);
  return boxes;
}

function toTop(rect: DOMRect, frame: FrameBox): Box {
  return {
    x: frame.x + rect.left * frame.scaleX,
    y: frame.y + rect.top * frame.scaleY,
    width: rect.width * frame.scaleX,
    height: rect.height * frame.scaleY,
  };
}
