import { domAccess } from '../domAccess.ts';
import type { Box } from './overlayKinds.ts';

/** Maps client coordinates inside a frame to those of the top document. */
export interface FrameBox {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** The part of the top viewport the frame's content can show in; undefined for the top document. */
  readonly clip: Box | undefined;
}

const topBox: FrameBox = { x: 0, y: 0, scaleX: 1, scaleY: 1, clip: undefined };

/**
 * Where same-origin frames show their content, memoised for one pass (nothing may write in between). Follows
 * scaled frames; a rotated frame is taken for its bounding box.
 *
 * @returns the mapping of a document, or null when it is not shown inside `top`
 */
export function createFrameBoxes(top: Document): (document: Document) => FrameBox | null {
  const known = new Map<Document, FrameBox | null>([[top, topBox]]);

  function boxOf(document: Document): FrameBox | null {
    const ready = known.get(document);
    if (ready !== undefined) return ready;
    known.set(document, null); // Ends a loop that no real page has.
    const box = measure(document);
    known.set(document, box);
    return box;
  }

  function measure(document: Document): FrameBox | null {
    // Null too when the parent is of another origin.
    const frame = document.defaultView?.frameElement as HTMLElement | null | undefined;
    const parent = frame && boxOf(frame.ownerDocument);
    return frame && parent ? insideFrame(frame, parent) : null;
  }
  return boxOf;
}

/** The content box of one frame element, in coordinates of the top document. */
export function insideFrame(frame: HTMLElement, parent: FrameBox): FrameBox {
  const rect = domAccess.rect(frame);
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
  const [left, top] = [pixels(style?.paddingLeft), pixels(style?.paddingTop)];
  const ownX = frame.offsetWidth > 0 ? rect.width / frame.offsetWidth : 1;
  const ownY = frame.offsetHeight > 0 ? rect.height / frame.offsetHeight : 1;
  const scaleX = parent.scaleX * ownX;
  const scaleY = parent.scaleY * ownY;
  const x = parent.x + rect.left * parent.scaleX + (frame.clientLeft + left) * scaleX;
  const y = parent.y + rect.top * parent.scaleY + (frame.clientTop + top) * scaleY;
  const width = (frame.clientWidth - left - pixels(style?.paddingRight)) * scaleX;
  const height = (frame.clientHeight - top - pixels(style?.paddingBottom)) * scaleY;
  return { x, y, scaleX, scaleY, clip: intersect({ x, y, width, height }, parent.clip) };
}

/** @returns the common part; a box without width or height when there is none */
export function intersect(box: Box, clip: Box | undefined): Box {
  if (!clip) return box;
  const x = Math.max(box.x, clip.x);
  const y = Math.max(box.y, clip.y);
  const width = Math.max(0, Math.min(box.x + box.width, clip.x + clip.width) - x);
  const height = Math.max(0, Math.min(box.y + box.height, clip.y + clip.height) - y);
  return { x, y, width, height };
}

function pixels(length: string | undefined): number {
  return Number.parseFloat(length ?? '') || 0;
}
